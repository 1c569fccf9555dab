import type { Database, Db, Trx } from '@repere/db'
import type { RevisedKind, RevisionChange } from '@repere/db/vocabulary/catalogue.ts'
import type { Selectable } from 'kysely'

export type Revision = Pick<
  Selectable<Database['revision']>,
  'version' | 'change' | 'before' | 'after' | 'changedBy' | 'changedAt'
>

export interface NewRevision {
  subjectKind: RevisedKind
  subjectId: string
  version: number
  change: RevisionChange
  /** As it stood; null when it was added. */
  before: object | null
  after: object
  changedBy: string
  changedAt: Date
}

export const insertRevision = async (trx: Trx, revision: NewRevision): Promise<void> => {
  await trx
    .insertInto('revision')
    .values({
      subjectKind: revision.subjectKind,
      subjectId: revision.subjectId,
      version: revision.version,
      change: revision.change,
      before: revision.before && JSON.stringify(revision.before),
      after: JSON.stringify(revision.after),
      changedBy: revision.changedBy,
      changedAt: revision.changedAt,
    })
    .execute()
}

const columns = ['version', 'change', 'before', 'after', 'changedBy', 'changedAt'] as const

/** One page of what happened to something, newest first. */
export const listRevisionsOf = async (
  db: Db,
  subjectId: string,
  { page, perPage }: { page: number; perPage: number },
): Promise<{ items: Revision[]; total: number }> => {
  const { total } = await db
    .selectFrom('revision')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('subjectId', '=', subjectId)
    .executeTakeFirstOrThrow()
  const items = await db
    .selectFrom('revision')
    .select(columns)
    .where('subjectId', '=', subjectId)
    .orderBy('version', 'desc')
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute()
  return { items, total }
}

/** The change that made a version, and the one that ended it: between them they tell how it stood. */
export const findAround = async (trx: Trx, subjectId: string, version: number) => {
  const rows = await trx
    .selectFrom('revision')
    .select(columns)
    .where('subjectId', '=', subjectId)
    .where('version', 'in', [version, version + 1])
    .execute()
  return {
    made: rows.find((row) => row.version === version),
    ended: rows.find((row) => row.version === version + 1),
  }
}
