import { type BookingPhase, type BookingPolicy, type Trx, toMultirange } from '@repere/db'
import type { BookingKind, BookingState, MoveReason } from '@repere/db/vocabulary/booking.ts'
import { type Day, rangesOf } from '@repere/db/vocabulary/day.ts'
import type { EmploymentForm } from '@repere/db/vocabulary/employment-form.ts'
import type { Currency, RatePeriod } from '@repere/db/vocabulary/rate.ts'
import { sql } from 'kysely'
import type { BookingRow } from './repository.ts'

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

export interface NewBooking {
  coordinatorId: string
  companyId: string
  projectId: string
  wrappedKey: Buffer
  destroyAfter: Day | null
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
    .values({ purpose: 'booking', wrapped: booking.wrappedKey, destroyAfter: booking.destroyAfter })
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

/** Holds a booking, so that what is noted once is noted once. */
export const lockBooking = async (trx: Trx, id: string): Promise<void> => {
  await trx.selectFrom('booking').select('id').where('id', '=', id).forNoKeyUpdate().execute()
}
