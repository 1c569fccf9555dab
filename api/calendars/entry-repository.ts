import { type Db, type Trx, toMultirange } from '@repere/db'
import type { Day } from '@repere/db/vocabulary/day.ts'
import { sql } from 'kysely'
import type { Standing } from './rules.ts'

const columns = [
  'booking.id',
  'booking.state',
  'booking.version',
  'booking.days',
  'booking.requestedAt',
  'booking.placedAt',
  'booking.confirmedAt',
  'company.legalName',
  'coordinator.displayName',
] as const

const bookings = (db: Db | Trx) =>
  db
    .selectFrom('booking')
    .innerJoin('coordinator', 'coordinator.id', 'booking.coordinatorId')
    .innerJoin('company', 'company.id', 'booking.companyId')
    .select(columns)

export type EntryRow = Awaited<ReturnType<typeof listFeedEntries>>[number]

/** What a coordinator's feed shows: bookings, holds that are alive, and what was since a day. */
export const listFeedEntries = (
  db: Db,
  coordinatorId: string,
  { since, now, options }: { since: Day; now: Date; options: boolean },
) =>
  bookings(db)
    .where('booking.coordinatorId', '=', coordinatorId)
    .where(sql<boolean>`upper(booking.days) > ${since}::date`)
    .where((eb) =>
      eb.or([
        eb('booking.state', 'in', ['confirmed', 'completed']),
        ...(options ? [eb.and([eb('booking.state', '=', 'option'), eb('booking.expiresAt', '>', now)])] : []),
      ]),
    )
    .orderBy('booking.days')
    .orderBy('booking.id')
    .execute()

/** Bookings as they are now, each with what calendars were last told of it and whether its coordinator names productions. */
export const listStandings = (trx: Trx, ids: readonly string[]) =>
  bookings(trx)
    .leftJoin('calendarEntry', 'calendarEntry.bookingId', 'booking.id')
    .leftJoin('calendarFeed', 'calendarFeed.coordinatorId', 'booking.coordinatorId')
    .select(['calendarEntry.status as toldStatus', 'calendarEntry.days as toldDays'])
    .select('calendarFeed.names')
    .where('booking.id', 'in', ids)
    .execute()

/** Writes down what calendars are told of a booking. */
export const putEntry = async (
  trx: Trx,
  bookingId: string,
  { status, days }: Standing,
  now: Date,
): Promise<void> => {
  const told = { status, days: toMultirange(days), toldAt: now }
  await trx
    .insertInto('calendarEntry')
    .values({ bookingId, ...told })
    .onConflict((conflict) => conflict.column('bookingId').doUpdateSet(told))
    .execute()
}
