import type { Trx } from '@repere/db'
import { type HappenedEvent, recordAll } from '../events/service.ts'

type Happened = Pick<HappenedEvent, 'actor' | 'facts'> & {
  bookingId: string
  /** In the past tense: `accepted`, `reminded`. */
  what: string
  at: Date
}

/** Writes to the audit trail what happened to a booking; the timeline of its page is read from there. */
export const note = (trx: Trx, happened: Happened): Promise<void> => noteAll(trx, [happened])

/** The same, for several bookings that one move concerns. */
export const noteAll = (trx: Trx, happened: readonly Happened[]): Promise<void> =>
  recordAll(
    trx,
    happened.map(({ actor, what, bookingId, facts, at }) => ({
      actor: typeof actor === 'string' ? actor : { id: actor.id, role: actor.role },
      kind: `booking.${what}`,
      subject: { kind: 'booking', id: bookingId },
      at,
      ...(facts && { facts }),
    })),
  )
