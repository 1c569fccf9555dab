import { type BookingPhase, type BookingPolicy, type Db, type Trx, toMultirange } from '@repere/db'
import type { BookingKind, BookingState, MoveReason } from '@repere/db/vocabulary/booking.ts'
import { type Day, rangesOf } from '@repere/db/vocabulary/day.ts'
import type { EmploymentForm } from '@repere/db/vocabulary/employment-form.ts'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import type { Currency, RatePeriod } from '@repere/db/vocabulary/rate.ts'
import type { Role } from '@repere/db/vocabulary/role.ts'
import { sql } from 'kysely'
import type { Holding } from './rank-rules.ts'

export interface Actor {
  id: string
  role: Role
}

/** The state at an instant, computed where the rows are: the same rule as `effectiveState`, for filters and counts. */
export const effectiveStateAt = (now: Date) => sql<BookingState>`case
  when booking.state in ('requested', 'countered', 'option') and booking.expires_at <= ${now} then 'expired'
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
  'sealingKey.wrapped',
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

const bookings = (db: Db) =>
  db
    .selectFrom('booking')
    .innerJoin('coordinator', 'coordinator.id', 'booking.coordinatorId')
    .innerJoin('company', 'company.id', 'booking.companyId')
    .innerJoin('project', 'project.id', 'booking.projectId')
    .innerJoin('sealingKey', 'sealingKey.id', 'booking.sealingKeyId')

export type BookingRow = NonNullable<Awaited<ReturnType<typeof findBooking>>>

/** Bookings this account may know of: its own side's. A registrar may know of all. */
const visibleTo = (db: Db, actor: Actor) =>
  bookings(db).where((eb) => {
    if (actor.role === 'registrar') return eb.lit(true)
    return eb(actor.role === 'coordinator' ? 'coordinator.accountId' : 'company.accountId', '=', actor.id)
  })

/** A booking, if this account is a party of it or a registrar. */
export const findBooking = (db: Db, actor: Actor, id: string) =>
  visibleTo(db, actor).select(columns).where('booking.id', '=', id).executeTakeFirst()

/** Bookings by id, for the work of the clock and for telling others; never on behalf of an account. */
export const listByIds = (db: Db, ids: string[]): Promise<BookingRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : bookings(db).select(columns).where('booking.id', 'in', ids).execute()

export interface BookingFilter {
  states: readonly BookingState[]
  projectId?: string | undefined
  page: number
  perPage: number
}

/** An account's bookings, by their state at `now`: first what is open, nearest deadline first; then the newest. */
export const listBookings = async (db: Db, actor: Actor, filter: BookingFilter, now: Date) => {
  const state = effectiveStateAt(now)
  const isOpen = sql<boolean>`${state} in ('requested', 'countered', 'option')`
  const filtered = visibleTo(db, actor)
    .$if(filter.states.length > 0, (query) => query.where(state, 'in', filter.states))
    .$if(filter.projectId !== undefined, (query) =>
      query.where('booking.projectId', '=', filter.projectId ?? ''),
    )
  const rows = await filtered
    .select(columns)
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

/** Serialises everything that may confirm, place or free days of a person; returns false when there is no such person. */
export const lockCoordinator = async (trx: Trx, coordinatorId: string): Promise<boolean> => {
  const row = await trx
    .selectFrom('coordinator')
    .select('id')
    .where('id', '=', coordinatorId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row !== undefined
}

/** What some coordinators hold at an instant: live options, and confirmed days. */
export const listHoldings = async (
  db: Db,
  coordinatorIds: string[],
  now: Date,
): Promise<(Holding & { coordinatorId: string })[]> =>
  coordinatorIds.length === 0
    ? []
    : db
        .selectFrom('booking')
        .select(['id', 'coordinatorId', 'companyId', 'state', 'exclusiveDays', 'placedAt'])
        .where('coordinatorId', 'in', coordinatorIds)
        .where((eb) =>
          eb.or([
            eb('state', '=', 'confirmed'),
            eb.and([eb('state', '=', 'option'), eb('expiresAt', '>', now)]),
          ]),
        )
        .execute()

export interface NewBooking {
  coordinatorId: string
  companyId: string
  projectId: string
  wrappedKey: Buffer
  kind: BookingKind
  phases: BookingPhase[]
  days: Day[]
  exclusiveDays: Day[]
  employmentForm: EmploymentForm | null
  rate: { amountCents: number; currency: Currency; per: RatePeriod } | null
  policy: BookingPolicy
  replyByLimit: Date
  expiresAt: Date
  requestedAt: Date
}

export const insertBooking = async (trx: Trx, booking: NewBooking): Promise<string> => {
  const key = await trx
    .insertInto('sealingKey')
    .values({ purpose: 'booking', wrapped: booking.wrappedKey })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id } = await trx
    .insertInto('booking')
    .values({
      coordinatorId: booking.coordinatorId,
      companyId: booking.companyId,
      projectId: booking.projectId,
      sealingKeyId: key.id,
      kind: booking.kind,
      state: 'requested',
      days: toMultirange(rangesOf(booking.days)),
      exclusiveDays: toMultirange(rangesOf(booking.exclusiveDays)),
      phases: JSON.stringify(booking.phases),
      employmentForm: booking.employmentForm,
      rateAmountCents: booking.rate?.amountCents ?? null,
      rateCurrency: booking.rate?.currency ?? null,
      ratePer: booking.rate?.per ?? null,
      policy: JSON.stringify(booking.policy),
      replyByLimit: booking.replyByLimit,
      expiresAt: booking.expiresAt,
      requestedAt: booking.requestedAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export interface Change {
  to: BookingState
  expiresAt?: Date | null
  confirmedAt?: Date
  endedAt?: Date
  reasonCode?: MoveReason | undefined
  reasonSealed?: Buffer | undefined
  /** It becomes an option: takes its place behind every option placed before, whatever the clocks of processes say. */
  placedFrom?: Date
}

/** Writes a move, if the booking still is as it was decided on. False: somebody was faster. */
export const updateBooking = async (
  trx: Trx,
  booking: Pick<BookingRow, 'id' | 'coordinatorId' | 'state' | 'version'>,
  change: Change,
): Promise<boolean> => {
  const result = await trx
    .updateTable('booking')
    .set((eb) => ({
      state: change.to,
      version: eb('version', '+', 1),
      ...(change.expiresAt !== undefined && { expiresAt: change.expiresAt }),
      ...(change.confirmedAt && { confirmedAt: change.confirmedAt }),
      ...(change.endedAt && { endedAt: change.endedAt }),
      ...(change.reasonCode && { reasonCode: change.reasonCode }),
      ...(change.reasonSealed && { reasonSealed: change.reasonSealed }),
      ...(change.placedFrom && {
        placedAt: sql<Date>`greatest(${change.placedFrom}, (select max(other.placed_at) + interval '1 millisecond'
          from booking other where other.coordinator_id = ${booking.coordinatorId}))`,
      }),
    }))
    .where('id', '=', booking.id)
    .where('state', '=', booking.state)
    .where('version', '=', booking.version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

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
    .where('state', 'in', ['requested', 'countered', 'option'])
    .where('expiresAt', '>', now)
    .where(sql<boolean>`exclusive_days && ${toMultirange(rangesOf(days))}::datemultirange`)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** What the audit trail says of a booking, oldest first. */
export const listEvents = (db: Db, bookingId: string) =>
  db
    .selectFrom('event')
    .select(['at', 'actorId', 'actorRole', 'kind', 'facts'])
    .where('subjectKind', '=', 'booking')
    .where('subjectId', '=', bookingId)
    .orderBy('id')
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

/** Somebody who can be asked: public, paused or not. */
export const findAskable = (db: Db, slug: string) =>
  db
    .selectFrom('coordinator')
    .innerJoin('publishedCoordinator', 'publishedCoordinator.coordinatorId', 'coordinator.id')
    .select(['coordinator.id', 'coordinator.disciplines', 'coordinator.timeZone', 'coordinator.pausedAt'])
    .where('coordinator.slug', '=', slug)
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

/** Holds a booking, so that what is noted once is noted once. */
export const lockBooking = async (trx: Trx, id: string): Promise<void> => {
  await trx.selectFrom('booking').select('id').where('id', '=', id).forNoKeyUpdate().execute()
}
