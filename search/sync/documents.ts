import type { Db } from '@repere/db'
import { nextChangeOf, type SearchDocument, toDocument } from '../coordinators/document.ts'
import type { Lexicon } from '../coordinators/lexicon.ts'
import { readPeople } from '../postgres/people.ts'

/** What is to be told of some people at a moment. */
export interface Told {
  documents: SearchDocument[]
  nextChanges: Map<string, Date>
  /** Those who are not public: gone from the index. */
  gone: string[]
}

/** Builds the documents of people from the tables, as they stand. */
export const readDocuments = async (
  db: Db,
  ids: readonly string[],
  lexicon: Lexicon,
  moment: Date,
): Promise<Told> => {
  const people = await readPeople(db, ids, 'all')
  const found = new Set(people.map(({ id }) => id))
  return {
    documents: people.map((person) => toDocument(person, lexicon, moment)),
    nextChanges: new Map(people.map((person) => [person.id, nextChangeOf(person, moment)])),
    gone: ids.filter((id) => !found.has(id)),
  }
}

/** Ids of published people after one, in order: a page of a walk that nobody's coming or going disturbs. */
export const readPublishedAfter = async (db: Db, after: string, limit: number): Promise<string[]> => {
  const rows = await db
    .selectFrom('publishedCoordinator')
    .select('coordinatorId')
    .where('coordinatorId', '>', after)
    .orderBy('coordinatorId')
    .limit(limit)
    .execute()
  return rows.map(({ coordinatorId }) => coordinatorId)
}

/** Before every id. */
export const firstId = '00000000-0000-0000-0000-000000000000'

export const countPublished = async (db: Db): Promise<number> => {
  const { count } = await db
    .selectFrom('publishedCoordinator')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
