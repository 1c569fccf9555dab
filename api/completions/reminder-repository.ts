import type { Db } from '@repere/db'
import { sql } from 'kysely'
import { askedForDays, creditReminderDays } from './reminder-rules.ts'

const ago = (now: Date, days: number): Date => new Date(now.getTime() - days * 86_400_000)

const reminders = (db: Db) =>
  db
    .selectFrom('event')
    .where('event.subjectKind', '=', 'booking')
    .where('event.kind', '=', 'booking.credit-reminded')

/** Bookings whose credit nobody answered about long enough to be reminded, where both sides are still there. */
export const listUnreminded = (db: Db, now: Date, limit: number) =>
  db
    .selectFrom('booking')
    .innerJoin('coordinator', 'coordinator.id', 'booking.coordinatorId')
    .innerJoin('company', 'company.id', 'booking.companyId')
    .leftJoin('confirmedCredit', 'confirmedCredit.bookingId', 'booking.id')
    .select(['booking.id', 'booking.coordinatorId'])
    .where('booking.state', '=', 'completed')
    .where('booking.endedAt', '>', ago(now, askedForDays))
    .where('coordinator.accountId', 'is not', null)
    .where('company.accountId', 'is not', null)
    .where('confirmedCredit.id', 'is', null)
    .where((eb) =>
      eb.or(
        creditReminderDays.map((days) =>
          eb.and([
            eb('booking.endedAt', '<=', ago(now, days)),
            eb.not(
              eb.exists(
                reminders(db)
                  .select('event.id')
                  .where('event.subjectId', '=', eb.ref('booking.id'))
                  .where(sql<boolean>`(event.facts->>'days')::int >= ${days}`),
              ),
            ),
          ]),
        ),
      ),
    )
    .orderBy('booking.endedAt')
    .orderBy('booking.id')
    .limit(limit)
    .execute()

/** The reminders that went about a booking, the first first: after how many days, and when. */
export const listReminders = (db: Db, bookingId: string) =>
  reminders(db)
    .select(['event.at', sql<number>`(event.facts->>'days')::int`.as('days')])
    .where('event.subjectId', '=', bookingId)
    .orderBy('event.id')
    .execute()
