import type { Db } from '@repere/db'
import { liveStates } from '@repere/db/vocabulary/booking.ts'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import { sql } from 'kysely'
import { type BookingRow, effectiveStateAt } from './repository.ts'

/** What the audit trail says of a booking, oldest first. */
export const listEvents = (db: Db, bookingId: string) =>
  db
    .selectFrom('event')
    .select(['at', 'actorId', 'actorRole', 'kind', 'facts'])
    .where('subjectKind', '=', 'booking')
    .where('subjectId', '=', bookingId)
    .orderBy('id')
    .execute()

/** The same of several, by booking. */
export const listEventsOfAll = async (db: Db, bookingIds: string[]) => {
  const rows =
    bookingIds.length === 0
      ? []
      : await db
          .selectFrom('event')
          .select(['subjectId', 'at', 'actorRole', 'kind', 'facts'])
          .where('subjectKind', '=', 'booking')
          .where('subjectId', 'in', bookingIds)
          .orderBy('id')
          .execute()
  return Map.groupBy(rows, ({ subjectId }) => subjectId)
}

/** What is no news of a booking: mails that went out, and words that are in the thread. */
const quiet = [
  'booking.message-sent',
  'booking.reminded',
  'booking.contact-revealed',
  'booking.credit-reminded',
]
export const isNews = ({ kind }: { kind: string }): boolean => !quiet.includes(kind)

/** The last thing that happened to each of these bookings. */
export const listLatestEvents = async (db: Db, bookingIds: string[]) =>
  bookingIds.length === 0
    ? []
    : db
        .selectFrom('event')
        .distinctOn('subjectId')
        .select(['subjectId', 'at', 'actorRole', 'kind', 'facts'])
        .where('subjectKind', '=', 'booking')
        .where('subjectId', 'in', bookingIds)
        .where('kind', 'not in', quiet)
        .orderBy('subjectId')
        .orderBy('id', 'desc')
        .execute()

/** How to reach both sides of a booking. Callers decide who may read which; a side that was erased has none. */
export const findContacts = async (db: Db, booking: Pick<BookingRow, 'coordinatorId' | 'companyId'>) => {
  const coordinator = await db
    .selectFrom('coordinator')
    .innerJoin('account', 'account.id', 'coordinator.accountId')
    .select([
      'coordinator.displayName as name',
      'coordinator.legalName',
      'account.email',
      'coordinator.phone',
    ])
    .where('coordinator.id', '=', booking.coordinatorId)
    .executeTakeFirst()
  const company = await db
    .selectFrom('company')
    .innerJoin('account', 'account.id', 'company.accountId')
    .select([
      'company.contactName as name',
      'company.contactFunction as function',
      'company.legalName',
      'account.email',
      'company.contactPhone as phone',
    ])
    .where('company.id', '=', booking.companyId)
    .executeTakeFirst()
  return { coordinator: coordinator && { ...coordinator, function: null }, company }
}

export interface Recipient {
  id: string
  email: string
  displayName: string
  locale: Locale
}

/** Whom mails go to, by account id. */
export const listRecipients = async (
  db: Db,
  accountIds: readonly (string | null)[],
): Promise<Map<string, Recipient>> => {
  const ids = [...new Set(accountIds.filter((id) => id !== null))]
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('account')
    .select(['id', 'email', 'displayName', 'locale'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** The coordinators with whom a company has something open or ahead, each once. */
export const listLivePartners = (db: Db, companyId: string, now: Date): Promise<Recipient[]> =>
  db
    .selectFrom('booking')
    .innerJoin('coordinator', 'coordinator.id', 'booking.coordinatorId')
    .innerJoin('account', 'account.id', 'coordinator.accountId')
    .select(['account.id', 'account.email', 'account.displayName', 'account.locale'])
    .distinct()
    .where('booking.companyId', '=', companyId)
    .where(effectiveStateAt(now), 'in', liveStates)
    .execute()

/** Somebody who can be asked: public, paused or not. */
export const findAskable = (db: Db, slug: string, now: Date) =>
  db
    .selectFrom('coordinator')
    .innerJoin('publishedCoordinator', 'publishedCoordinator.coordinatorId', 'coordinator.id')
    .select(['coordinator.id', 'coordinator.disciplines', 'coordinator.timeZone'])
    .select(sql<boolean>`is_paused(paused_at, paused_until, time_zone, ${now})`.as('paused'))
    .where('coordinator.slug', '=', slug)
    .executeTakeFirst()

/** Whether a request of this account to this person was accepted, and still binds at the moment. */
export const findBinding = (db: Db, accountId: string, slug: string, now: Date) =>
  db
    .selectFrom('booking')
    .innerJoin('company', 'company.id', 'booking.companyId')
    .innerJoin('coordinator', 'coordinator.id', 'booking.coordinatorId')
    .select('booking.id')
    .where('company.accountId', '=', accountId)
    .where('coordinator.slug', '=', slug)
    .where(({ or, and, eb }) =>
      or([
        eb('booking.state', 'in', ['confirmed', 'completed']),
        and([eb('booking.state', '=', 'option'), eb('booking.expiresAt', '>', now)]),
      ]),
    )
    .limit(1)
    .executeTakeFirst()

/** Whether this company ever asked this person: known ones cost nothing of the day’s allowance. */
export const hasAsked = async (db: Db, companyId: string, coordinatorId: string): Promise<boolean> => {
  const row = await db
    .selectFrom('booking')
    .select('id')
    .where('companyId', '=', companyId)
    .where('coordinatorId', '=', coordinatorId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether it was noted already that this account saw the other side’s contact. */
export const hasRevealed = async (db: Db, bookingId: string, accountId: string): Promise<boolean> => {
  const row = await db
    .selectFrom('event')
    .select('id')
    .where('subjectKind', '=', 'booking')
    .where('subjectId', '=', bookingId)
    .where('kind', '=', 'booking.contact-revealed')
    .where('actorId', '=', accountId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
