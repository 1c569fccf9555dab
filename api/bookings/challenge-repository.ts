import type { Db, Trx } from '@repere/db'
import { type Actor, type BookingRow, listByIds, visibleTo } from './repository.ts'

/** The bookings of a person that take part in an open challenge, on either side. */
export const listInChallenge = async (db: Db, coordinatorId: string): Promise<BookingRow[]> => {
  const rows = await db
    .selectFrom('booking')
    .select('id')
    .where('coordinatorId', '=', coordinatorId)
    .where('challengeUntil', 'is not', null)
    .orderBy('id')
    .execute()
  return listByIds(
    db,
    rows.map(({ id }) => id),
  )
}

export interface ChallengeClock {
  id: string
  until: Date
  /** The clock as it ran before. */
  own: Date
  /** The clock that runs now. */
  expiresAt: Date
  /** On an option that must answer: whom it stands before. */
  challengedBy?: string
}

/** Lets a challenge's clock run on a booking, and keeps its own for afterwards. */
export const beginChallenge = async (trx: Trx, clock: ChallengeClock, now: Date): Promise<void> => {
  await trx
    .updateTable('booking')
    .set({
      challengeUntil: clock.until,
      challengedBy: clock.challengedBy ?? null,
      ownExpiresAt: clock.own,
      expiresAt: clock.expiresAt,
      clockSince: now,
    })
    .where('id', '=', clock.id)
    .execute()
}

/** Takes a booking out of its challenge: its own clock goes on, until `expiresAt`. */
export const endChallenge = async (trx: Trx, id: string, expiresAt: Date): Promise<void> => {
  await trx
    .updateTable('booking')
    .set({ challengeUntil: null, challengedBy: null, ownExpiresAt: null, expiresAt })
    .where('id', '=', id)
    .execute()
}

/** Of the bookings an account may read, the people for whom a challenge is decided by the clock and not written down. */
export const listUndecided = async (db: Db, actor: Actor, now: Date, id?: string): Promise<string[]> => {
  const rows = await visibleTo(db, actor)
    .innerJoin('booking as senior', 'senior.coordinatorId', 'booking.coordinatorId')
    .select('booking.coordinatorId')
    .distinct()
    .where('booking.challengeUntil', 'is not', null)
    .where('senior.challengedBy', 'is not', null)
    .where('senior.expiresAt', '<=', now)
    .$if(id !== undefined, (query) => query.where('booking.id', '=', id ?? ''))
    .execute()
  return rows.map(({ coordinatorId }) => coordinatorId)
}
