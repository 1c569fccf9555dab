import type { Trx } from '@repere/db'
import { hasRevealed } from './party-repository.ts'
import type { Actor } from './repository.ts'
import { note } from './trail.ts'
import { lockBooking } from './write-repository.ts'

/** Notes, once per reader, that somebody was shown how to reach the other side. Both sides read it in the timeline. */
export const noteReveal = async (trx: Trx, actor: Actor, bookingId: string, now: Date): Promise<void> => {
  await lockBooking(trx, bookingId)
  if (await hasRevealed(trx, bookingId, actor.id)) return
  await note(trx, { actor, what: 'contact-revealed', bookingId, at: now })
}
