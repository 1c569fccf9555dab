import type { Db, Trx } from '@repere/db'
import { contestDays } from './rules.ts'

/** Reports on a booking, or on any booking of a project, that are open or may still be contested at `now`. */
export const findHold = (
  db: Db | Trx,
  of: { bookingId: string } | { projectId: string },
  now: Date,
): Promise<{ id: string } | undefined> => {
  const since = new Date(now.getTime() - contestDays * 86_400_000)
  const reports = db.selectFrom('report').innerJoin('booking', 'booking.id', 'report.bookingId')
  const meant =
    'bookingId' in of
      ? reports.where('booking.id', '=', of.bookingId)
      : reports.where('booking.projectId', '=', of.projectId)
  return meant
    .select('report.id')
    .where((eb) =>
      eb.or([
        eb('report.state', 'in', ['open', 'contested']),
        eb.and([
          eb('report.state', '=', 'decided'),
          eb.exists(
            eb
              .selectFrom('reportDecision')
              .select('reportDecision.id')
              .whereRef('reportDecision.reportId', '=', 'report.id')
              .where('reportDecision.decidedAt', '>', since),
          ),
        ]),
      ]),
    )
    .limit(1)
    .executeTakeFirst()
}

/** Which of these bookings stand still by a report. */
export const listFrozen = async (db: Db | Trx, bookingIds: readonly string[]): Promise<Set<string>> => {
  if (bookingIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('report')
    .select('bookingId')
    .distinct()
    .where('bookingId', 'in', bookingIds)
    .where('frozenAt', 'is not', null)
    .execute()
  return new Set(rows.flatMap(({ bookingId }) => (bookingId ? [bookingId] : [])))
}

/** Whether some booking between these two stands still by a report. */
export const isFrozenBetween = async (
  db: Db | Trx,
  coordinatorId: string,
  companyId: string,
): Promise<boolean> => {
  const row = await db
    .selectFrom('report')
    .innerJoin('booking', 'booking.id', 'report.bookingId')
    .select('report.id')
    .where('booking.coordinatorId', '=', coordinatorId)
    .where('booking.companyId', '=', companyId)
    .where('report.frozenAt', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
