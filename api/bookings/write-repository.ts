import type { BookingPolicy, Trx } from '@repere/db'
import {
  type BookingKind,
  type BookingParty,
  type BookingState,
  isOpenState,
  type MoveReason,
} from '@repere/db/vocabulary/booking.ts'
import type { Day } from '@repere/db/vocabulary/day.ts'
import { sql } from 'kysely'
import type { BookingRow } from './repository.ts'
import { insertTerms, toColumns } from './terms-repository.ts'
import type { Terms } from './terms-rules.ts'

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
  terms: Terms
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
      ...toColumns(booking.terms),
      policy: JSON.stringify(booking.policy),
      replyByLimit: booking.replyByLimit,
      expiresAt: booking.expiresAt,
      requestedAt: booking.requestedAt,
      clockSince: booking.requestedAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const first = { version: 1, party: 'production' as const, proposedAt: booking.requestedAt }
  await insertTerms(trx, { bookingId: id, ...first, terms: booking.terms })
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
  /** The clock that `expiresAt` ends begins to run anew. */
  clockSince?: Date
  /** Another version of the terms, by one of the sides. */
  terms?: { by: BookingParty; terms: Terms }
  /** What was asked for, and how often; null: nothing any more. */
  extension?: { askedUntil: Date | null; count: number }
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
      ...(change.clockSince && { clockSince: change.clockSince }),
      ...(change.terms && { ...toColumns(change.terms.terms), termsBy: change.terms.by }),
      ...(change.terms && { termsVersion: eb('termsVersion', '+', 1) }),
      ...(change.extension && {
        extensionAskedUntil: change.extension.askedUntil,
        extensions: change.extension.count,
      }),
      // What is over takes part in no challenge, and awaits no extension.
      ...(!isOpenState(change.to) && { challengeUntil: null, challengedBy: null, ownExpiresAt: null }),
      ...(change.to !== 'option' && { extensionAskedUntil: null }),
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

/** Keeps the words of a booking readable for as long as its later terms want. */
export const keepReadable = async (trx: Trx, sealingKeyId: string, until: Day | null): Promise<void> => {
  if (until === null) return
  await trx
    .updateTable('sealingKey')
    .set({ destroyAfter: until })
    .where('id', '=', sealingKeyId)
    .where('destroyAfter', '<', until)
    .execute()
}

/** Holds a booking, so that what is noted once is noted once. */
export const lockBooking = async (trx: Trx, id: string): Promise<void> => {
  await trx.selectFrom('booking').select('id').where('id', '=', id).forNoKeyUpdate().execute()
}
