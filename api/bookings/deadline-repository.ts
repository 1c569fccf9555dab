import type { Db } from '@repere/db'
import { openStates } from '@repere/db/vocabulary/booking.ts'
import { sql } from 'kysely'
import { reminderHours } from './deadline-rules.ts'

const completesAt = sql<Date>`(upper(booking.days) + 1)::timestamp at time zone coordinator.time_zone`
const clockSince = sql<Date>`coalesce(booking.clock_since,
  case booking.state when 'option' then booking.placed_at else booking.requested_at end)`

const withCoordinator = (db: Db) =>
  db.selectFrom('booking').innerJoin('coordinator', 'coordinator.id', 'booking.coordinatorId')

/** A person's bookings whose clock has run out at `now`, or will within the first reminder's reach. */
export const listNearDeadline = async (db: Db, coordinatorId: string, now: Date): Promise<string[]> => {
  const reach = new Date(now.getTime() + Math.max(...reminderHours) * 3_600_000)
  const rows = await withCoordinator(db)
    .select('booking.id')
    .where('booking.coordinatorId', '=', coordinatorId)
    .where((eb) =>
      eb.or([
        eb.and([eb('booking.state', 'in', openStates), eb('booking.expiresAt', '<=', reach)]),
        eb.and([eb('booking.state', '=', 'confirmed'), eb(completesAt, '<=', now)]),
      ]),
    )
    .orderBy('booking.id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Which reminders of its present deadline each of these bookings already had, in hours before it. */
export const listSentReminders = async (db: Db, bookingIds: string[]): Promise<Map<string, number[]>> => {
  const sent = new Map<string, number[]>()
  if (bookingIds.length === 0) return sent
  const rows = await reminderEvents(db)
    .select(['event.subjectId', sql<number>`(event.facts->>'hours')::int`.as('hours')])
    .where('event.subjectId', 'in', bookingIds)
    .execute()
  for (const { subjectId, hours } of rows) sent.set(subjectId, [...(sent.get(subjectId) ?? []), hours])
  return sent
}

/** Reminders of the deadline that a booking has now; a deadline that was moved is reminded of afresh. */
const reminderEvents = (db: Db) =>
  db
    .selectFrom('event')
    .innerJoin('booking', 'booking.id', 'event.subjectId')
    .where('event.subjectKind', '=', 'booking')
    .where('event.kind', '=', 'booking.reminded')
    .where(sql<boolean>`(event.facts->>'deadline')::timestamptz = booking.expires_at`)

/** People for whom the clock has something to do at `now`: a lapse, a completion or a reminder. */
export const listDueCoordinators = async (db: Db, now: Date, limit: number): Promise<string[]> => {
  const rows = await withCoordinator(db)
    .select('booking.coordinatorId')
    .distinct()
    .where((eb) =>
      eb.or([
        eb.and([eb('booking.state', 'in', openStates), eb('booking.expiresAt', '<=', now)]),
        eb.and([eb('booking.state', '=', 'confirmed'), eb(completesAt, '<=', now)]),
        eb.and([
          eb('booking.state', 'in', openStates),
          eb('booking.expiresAt', '>', now),
          eb.or(
            reminderHours.map((hours) => {
              const moment = sql<Date>`booking.expires_at - ${hours} * interval '1 hour'`
              return eb.and([
                eb(moment, '<=', now),
                eb(moment, '>', clockSince),
                eb.not(
                  eb.exists(
                    eb
                      .selectFrom('event')
                      .select('event.id')
                      .whereRef('event.subjectId', '=', 'booking.id')
                      .where('event.subjectKind', '=', 'booking')
                      .where('event.kind', '=', 'booking.reminded')
                      .where(sql<boolean>`(event.facts->>'deadline')::timestamptz = booking.expires_at`)
                      .where(sql<boolean>`(event.facts->>'hours')::int <= ${hours}`),
                  ),
                ),
              ])
            }),
          ),
        ]),
      ]),
    )
    .orderBy('booking.coordinatorId')
    .limit(limit)
    .execute()
  return rows.map(({ coordinatorId }) => coordinatorId)
}
