import type { Trx } from '@repere/db'
import { type HappenedEvent, record } from '../events/service.ts'

type Happened = Pick<HappenedEvent, 'actor' | 'facts'> & {
  bookingId: string
  /** In the past tense: `accepted`, `reminded`. */
  what: string
  at: Date
}

/** Writes to the audit trail what happened to a booking; the timeline of its page is read from there. */
export const note = (trx: Trx, { actor, what, bookingId, facts, at }: Happened): Promise<void> =>
  record(trx, {
    actor: typeof actor === 'string' ? actor : { id: actor.id, role: actor.role },
    kind: `booking.${what}`,
    subject: { kind: 'booking', id: bookingId },
    at,
    ...(facts && { facts }),
  })
