import type { Insertable } from 'kysely'
import type { Trx } from '../../connect.ts'
import type { EventTable } from '../../tables/event.ts'

export type Line = Insertable<EventTable> & { at: Date }

/** Appends lines to the audit trail, in the order in which things happened. */
export const writeTrail = async (trx: Trx, lines: readonly Line[]): Promise<void> => {
  const ordered = lines.toSorted((a, b) => a.at.getTime() - b.at.getTime())
  await trx.insertInto('event').values(ordered).execute()
}
