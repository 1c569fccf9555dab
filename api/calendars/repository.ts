import { type Db, type Trx, toDateRange, toMultirange } from '@repere/db'
import type { DayRange } from '@repere/db/vocabulary/day.ts'
import type { ReadDays, ReadOptions } from './reading/days.ts'

/** Whose calendar: the account's own. Undefined before the first row of the person. */
export const findOwner = (db: Db | Trx, accountId: string) =>
  db
    .selectFrom('coordinator')
    .select(['id', 'timeZone'])
    .where('accountId', '=', accountId)
    .executeTakeFirst()

/** What was read from files: in force, and shown. */
export const listImports = (db: Db | Trx, coordinatorId: string) =>
  db
    .selectFrom('calendarImport')
    .select(['id', 'stand', 'scope', 'readWindow', 'busy', 'tentative', 'events', 'leftOut'])
    .select(['readAt', 'appliedAt'])
    .where('coordinatorId', '=', coordinatorId)
    .execute()

export type ImportRow = Awaited<ReturnType<typeof listImports>>[number]

/** Keeps a reading to be shown, in place of the one before. */
export const putPreview = async (
  trx: Trx,
  coordinatorId: string,
  { busy, tentative, events, leftOut }: ReadDays,
  { scope, window, now }: Pick<ReadOptions, 'scope' | 'window'> & { now: Date },
): Promise<void> => {
  await deleteImport(trx, coordinatorId, 'preview')
  await trx
    .insertInto('calendarImport')
    .values({
      coordinatorId,
      stand: 'preview',
      scope,
      readWindow: toDateRange(window),
      busy: toMultirange(busy),
      tentative: toMultirange(tentative),
      events,
      leftOut: JSON.stringify(leftOut),
      readAt: now,
    })
    .execute()
}

/** The reading of that name, held until it is applied. */
export const lockPreview = (trx: Trx, coordinatorId: string, id: string, readAfter: Date) =>
  trx
    .selectFrom('calendarImport')
    .select(['id', 'busy', 'tentative', 'events'])
    .where('coordinatorId', '=', coordinatorId)
    .where('id', '=', id)
    .where('stand', '=', 'preview')
    .where('readAt', '>', readAfter)
    .forUpdate()
    .executeTakeFirst()

/** Says of a reading that it is in force. Its days are blocks from now on. */
export const markApplied = async (trx: Trx, coordinatorId: string, id: string, now: Date): Promise<void> => {
  await deleteImport(trx, coordinatorId, 'applied')
  await trx
    .updateTable('calendarImport')
    .set({ stand: 'applied', appliedAt: now, busy: null, tentative: null })
    .where('id', '=', id)
    .execute()
}

/** Forgets a reading; says whether there was one. */
export const deleteImport = async (
  trx: Db | Trx,
  coordinatorId: string,
  stand: ImportRow['stand'],
): Promise<boolean> => {
  const { numDeletedRows } = await trx
    .deleteFrom('calendarImport')
    .where('coordinatorId', '=', coordinatorId)
    .where('stand', '=', stand)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Forgets readings that nobody applied in time. */
export const deleteOldPreviews = async (db: Db, before: Date): Promise<number> => {
  const { numDeletedRows } = await db
    .deleteFrom('calendarImport')
    .where('stand', '=', 'preview')
    .where('readAt', '<', before)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** The imported days in force, by what they are. */
export const listImported = async (
  db: Db | Trx,
  coordinatorId: string,
): Promise<{ busy: DayRange[]; tentative: DayRange[] }> => {
  const rows = await db
    .selectFrom('availabilityBlock')
    .select(['days', 'kind'])
    .where('coordinatorId', '=', coordinatorId)
    .where('source', '=', 'ics')
    .orderBy('days')
    .execute()
  const ofKind = (kind: (typeof rows)[number]['kind']) =>
    rows.filter((row) => row.kind === kind).map(({ days }) => days)
  return { busy: ofKind('unavailable'), tentative: ofKind('tentative') }
}

/** Puts imported days in place of those imported before. What was written by hand or booked is not touched. */
export const replaceImported = async (
  trx: Trx,
  coordinatorId: string,
  { busy, tentative }: { busy: readonly DayRange[]; tentative: readonly DayRange[] },
): Promise<void> => {
  await trx
    .deleteFrom('availabilityBlock')
    .where('coordinatorId', '=', coordinatorId)
    .where('source', '=', 'ics')
    .execute()
  const toRow = (kind: 'unavailable' | 'tentative') => (range: DayRange) => ({
    coordinatorId,
    days: toDateRange(range),
    kind,
    source: 'ics' as const,
    note: null,
  })
  const rows = [...busy.map(toRow('unavailable')), ...tentative.map(toRow('tentative'))]
  if (rows.length > 0) await trx.insertInto('availabilityBlock').values(rows).execute()
}
