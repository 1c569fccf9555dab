import type { Db } from '@repere/db'
import { type RawBuilder, sql } from 'kysely'
import type { Candidate } from '../coordinators/ranking.ts'
import { typosAllowed } from '../coordinators/words.ts'
import type { NameQuestion } from '../engine.ts'
import { quoted } from './words.ts'

/** How like a word of a name must be to pass for it with a typing error, from 0 to 1. */
const alike = 0.45

/** People by their names alone; a typing error is forgiven only when nobody is called what was typed. */
export const findNames = async (db: Db, question: NameQuestion): Promise<Candidate[]> => {
  const strict = await read(
    db,
    question,
    (word) => sql<boolean>`c.words @@ ${`${quoted(word)}:*A`}::tsquery`,
    sql<number>`0`,
  )
  if (strict.length > 0 || !question.words.some((word) => typosAllowed(word) > 0)) return strict
  const likeness = (word: string) => sql<number>`word_similarity(${word}, fold_accents(c.display_name))`
  const total = sql<number>`${sql.join(question.words.map(likeness), sql` + `)}`
  return read(db, question, (word) => sql<boolean>`${likeness(word)} >= ${alike}`, total)
}

const read = async (
  db: Db,
  { words, limit, excluded }: NameQuestion,
  matches: (word: string) => RawBuilder<boolean>,
  score: RawBuilder<number>,
): Promise<Candidate[]> => {
  const { rows } = await sql<{ id: string; score: number }>`
    select c.id, ${score} as score from coordinator c
    join published_coordinator on published_coordinator.coordinator_id = c.id
    where ${sql.join(words.map(matches), sql` and `)} and c.id <> all(${excluded}::uuid[])
    order by score desc, c.id limit ${limit}`.execute(db)
  return rows.map(({ id, score }) => ({ id, coverage: 0, score, rank: 0 }))
}

/** The names of published people by id, in that order: who is not public any more is left out. */
export const readNames = async (db: Db, ids: readonly string[]) => {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('coordinator')
    .innerJoin('publishedCoordinator', 'publishedCoordinator.coordinatorId', 'coordinator.id')
    .where('coordinator.id', 'in', ids)
    .select(['coordinator.id', 'slug', 'displayName', 'titleForm'])
    .execute()
  return rows.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
}
