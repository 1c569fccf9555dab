import { type Db, toMultirange } from '@repere/db'
import { type BookingState, openStates } from '@repere/db/vocabulary/booking.ts'
import type { CompanyState } from '@repere/db/vocabulary/company.ts'
import { type Day, rangesOf } from '@repere/db/vocabulary/day.ts'
import type { Role } from '@repere/db/vocabulary/role.ts'
import { sql } from 'kysely'
import type { Holding } from './rank-rules.ts'

export interface Actor {
  id: string
  role: Role
}

/** The state at an instant, computed where the rows are: the same rule as `effectiveState`, for filters and counts. */
export const effectiveStateAt = (now: Date) => sql<BookingState>`case
  when booking.state = 'option' and booking.challenged_by is not null and booking.expires_at <= ${now}
    and booking.challenge_until <= booking.expires_at then 'released'
  when booking.state = any (${openStates}) and booking.expires_at <= ${now} then 'expired'
  when booking.state = 'confirmed'
    and (upper(booking.days) + 1)::timestamp at time zone coordinator.time_zone <= ${now} then 'completed'
  else booking.state end`

const columns = [
  'booking.id',
  'booking.coordinatorId',
  'booking.companyId',
  'booking.projectId',
  'booking.kind',
  'booking.state',
  'booking.version',
  'booking.termsVersion',
  'booking.days',
  'booking.exclusiveDays',
  'booking.phases',
  'booking.employmentForm',
  'booking.rateAmountCents',
  'booking.rateCurrency',
  'booking.ratePer',
  'booking.policy',
  'booking.replyByLimit',
  'booking.expiresAt',
  'booking.requestedAt',
  'booking.placedAt',
  'booking.confirmedAt',
  'booking.endedAt',
  'booking.reasonCode',
  'booking.reasonSealed',
  'booking.sealingKeyId',
  'booking.termsBy',
  'booking.clockSince',
  'booking.challengeUntil',
  'booking.challengedBy',
  'booking.ownExpiresAt',
  'booking.extensionAskedUntil',
  'booking.extensions',
  'sealingKey.wrapped',
  'sealingKey.destroyedAt',
  'coordinator.timeZone',
  'coordinator.slug',
  'coordinator.displayName as coordinatorName',
  'coordinator.titleForm',
  'coordinator.publishedAt',
  'coordinator.accountId as coordinatorAccountId',
  'company.legalName',
  'company.country',
  'company.contactName',
  'company.contactFunction',
  'company.accountId as companyAccountId',
  'project.discipline',
  'project.type as projectType',
  'project.regions as projectRegions',
  'project.described',
] as const

/** Whether a booking stands still by a report. */
const frozen = sql<boolean>`exists (
  select from report where report.booking_id = booking.id and report.frozen_at is not null)`.as('frozen')

/** Asked for beside the rest: joined, the view makes the planner think for milliseconds. */
const beside = [
  sql<CompanyState>`(select state from company_standing where company_id = booking.company_id)`.as(
    'companyState',
  ),
  frozen,
] as const

const bookings = (db: Db) =>
  db
    .selectFrom('booking')
    .innerJoin('coordinator', 'coordinator.id', 'booking.coordinatorId')
    .innerJoin('company', 'company.id', 'booking.companyId')
    .innerJoin('project', 'project.id', 'booking.projectId')
    .innerJoin('sealingKey', 'sealingKey.id', 'booking.sealingKeyId')

export type BookingRow = NonNullable<Awaited<ReturnType<typeof findBooking>>>

/** Bookings this account may know of: its own side's. A registrar may know of all. */
export const visibleTo = (db: Db, actor: Actor) =>
  bookings(db).where((eb) => {
    if (actor.role === 'registrar') return eb.lit(true)
    return eb(actor.role === 'coordinator' ? 'coordinator.accountId' : 'company.accountId', '=', actor.id)
  })

/** A booking, if this account is a party of it or a registrar. */
export const findBooking = (db: Db, actor: Actor, id: string) =>
  visibleTo(db, actor).select(columns).select(beside).where('booking.id', '=', id).executeTakeFirst()

/** Between whom a booking is, if this account may know of it: what a move asks first, at a fraction of the price. */
export const findSides = (db: Db, actor: Actor, id: string) =>
  db
    .selectFrom('booking')
    .innerJoin('coordinator', 'coordinator.id', 'booking.coordinatorId')
    .innerJoin('company', 'company.id', 'booking.companyId')
    .select(['booking.coordinatorId', 'booking.companyId'])
    .where('booking.id', '=', id)
    .where((eb) =>
      actor.role === 'registrar'
        ? eb.lit(true)
        : eb(actor.role === 'coordinator' ? 'coordinator.accountId' : 'company.accountId', '=', actor.id),
    )
    .executeTakeFirst()

/** Bookings by id, for the work of the clock and for telling others; never on behalf of an account. */
export const listByIds = (db: Db, ids: string[]): Promise<BookingRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : bookings(db).select(columns).select(beside).where('booking.id', 'in', ids).execute()

export interface BookingFilter {
  states: readonly BookingState[]
  projectId?: string | undefined
  page: number
  perPage: number
}

/** An account's bookings, by their state at `now`: first what is open, nearest deadline first; then the newest. */
export const listBookings = async (db: Db, actor: Actor, filter: BookingFilter, now: Date) => {
  const state = effectiveStateAt(now)
  const isOpen = sql<boolean>`${state} = any (${openStates})`
  const filtered = visibleTo(db, actor)
    .$if(filter.states.length > 0, (query) => query.where(state, 'in', filter.states))
    .$if(filter.projectId !== undefined, (query) =>
      query.where('booking.projectId', '=', filter.projectId ?? ''),
    )
  const rows = await filtered
    .select(columns)
    .select(beside)
    .orderBy(isOpen, 'desc')
    .orderBy(sql`case when ${isOpen} then booking.expires_at end`)
    .orderBy('booking.requestedAt', 'desc')
    .orderBy('booking.id', 'desc')
    .limit(filter.perPage)
    .offset((filter.page - 1) * filter.perPage)
    .execute()
  const { total } = await filtered
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { rows, total }
}

/** How many bookings an account has in each state, as it is at `now`. */
export const countByState = async (
  db: Db,
  actor: Actor,
  now: Date,
): Promise<Partial<Record<BookingState, number>>> => {
  const mine = visibleTo(db, actor).select(effectiveStateAt(now).as('state'))
  const rows = await db
    .selectFrom(mine.as('mine'))
    .select(['mine.state', (eb) => eb.fn.countAll<number>().as('count')])
    .groupBy('mine.state')
    .execute()
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}

/** What some coordinators hold at an instant: live options, and confirmed days; `near`: what one booking meets alone. */
export const listHoldings = async (
  db: Db,
  coordinatorIds: string[],
  now: Date,
  near?: Pick<BookingRow, 'id' | 'exclusiveDays'>,
): Promise<(Holding & { coordinatorId: string })[]> =>
  coordinatorIds.length === 0
    ? []
    : db
        .selectFrom('booking')
        .select([
          'id',
          'coordinatorId',
          'companyId',
          'state',
          'exclusiveDays',
          'placedAt',
          'expiresAt',
          'challengeUntil',
          'challengedBy',
          sql<number | null>`(policy->>'challengeHours')::int`.as('challengeHours'),
          frozen,
        ])
        .where('coordinatorId', 'in', coordinatorIds)
        .where((eb) =>
          eb.or([
            eb('state', '=', 'confirmed'),
            eb.and([eb('state', '=', 'option'), eb('expiresAt', '>', now)]),
          ]),
        )
        .$if(near !== undefined, (query) =>
          query.where(
            sql<boolean>`(exclusive_days && ${toMultirange(near?.exclusiveDays ?? [])}::datemultirange
              or id = ${near?.id} or challenged_by = ${near?.id})`,
          ),
        )
        .execute()

/** Other requests and options of the person that want one of these days, and so lose them to a confirmation. */
export const listOverlapping = async (
  db: Db,
  booking: Pick<BookingRow, 'id' | 'coordinatorId'>,
  days: readonly Day[],
  now: Date,
): Promise<string[]> => {
  const rows = await db
    .selectFrom('booking')
    .select('id')
    .where('coordinatorId', '=', booking.coordinatorId)
    .where('id', '<>', booking.id)
    .where('state', 'in', openStates)
    .where('expiresAt', '>', now)
    .where(sql<boolean>`exclusive_days && ${toMultirange(rangesOf(days))}::datemultirange`)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}
