import type { Db, Trx } from '@repere/db'
import { findHold } from './hold-repository.ts'

export { isFrozenBetween, listFrozen } from './hold-repository.ts'

/**
 * Whether the words of a booking, or of a project, must stay readable: a report on it is open, or its decision may still
 * be contested. What seals them is not destroyed while this holds.
 */
export const isHeld = async (
  db: Db | Trx,
  of: { bookingId: string } | { projectId: string },
  now: Date,
): Promise<boolean> => (await findHold(db, of, now)) !== undefined
