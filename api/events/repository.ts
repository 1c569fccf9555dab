import type { Database, Trx } from '@repere/db'
import type { Insertable } from 'kysely'

/** Appends one line to the audit trail; the database gives it its number. */
export const insertEvent = async (trx: Trx, line: Insertable<Database['event']>): Promise<void> => {
  await trx.insertInto('event').values(line).execute()
}
