import type { Db, Trx } from '@repere/db'
import type { Discipline } from '@repere/db/vocabulary/discipline.ts'
import type { JobSheet } from '@repere/db/vocabulary/job-sheet.ts'

const columns = ['id', 'discipline', 'content', 'version', 'changedAt'] as const

export const findSheet = (db: Db | Trx, discipline: Discipline) =>
  db.selectFrom('jobSheet').select(columns).where('discipline', '=', discipline).executeTakeFirst()

/** Locks a sheet against another registrar. */
export const lockSheet = (trx: Trx, discipline: Discipline) =>
  trx
    .selectFrom('jobSheet')
    .select(columns)
    .where('discipline', '=', discipline)
    .forUpdate()
    .executeTakeFirst()

/** Replaces a sheet by its next version. */
export const writeSheet = (
  trx: Trx,
  { discipline, content, version, changedAt }: WrittenSheet,
): Promise<unknown> =>
  trx
    .updateTable('jobSheet')
    .set({ content: JSON.stringify(content), version, changedAt })
    .where('discipline', '=', discipline)
    .execute()

interface WrittenSheet {
  discipline: Discipline
  content: JobSheet
  version: number
  changedAt: Date
}
