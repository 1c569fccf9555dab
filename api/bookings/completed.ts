import type { Trx } from '@repere/db'
import type { Deps } from '../deps.ts'
import { refuse } from '../problem.ts'
import { type Actor, type BookingRow, findBooking, listByIds } from './repository.ts'
import { effectiveState } from './rules.ts'
import { settle } from './settle.ts'
import { toStanding } from './standing.ts'
import { lockCoordinator } from './write-repository.ts'

/** A booking of this account whose work is over, whether or not the clock's move was written down. */
export const findCompleted = async (
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  actor: Actor,
  id: string,
): Promise<BookingRow> => {
  const row = (await findBooking(db, actor, id)) ?? refuse('booking-not-found')
  const now = clock.now()
  return effectiveState(toStanding(row, [], now), now) === 'completed' ? row : refuse('booking-not-completed')
}

/** The same, held until the transaction ends, with what the clock did written down first: for what is done after it. */
export const holdCompleted = async (deps: Deps, trx: Trx, actor: Actor, id: string): Promise<BookingRow> => {
  const seen = (await findBooking(trx, actor, id)) ?? refuse('booking-not-found')
  await lockCoordinator(trx, seen.coordinatorId)
  await settle(deps, trx, seen.coordinatorId, deps.clock.now())
  const row = (await findBooking(trx, actor, id)) ?? refuse('booking-not-found')
  if (row.state !== 'completed') refuse('booking-not-completed')
  return row.frozen ? refuse('booking-frozen') : row
}

/** A booking as the clock finds it, held until the transaction ends: whoever it concerns. */
export const holdByClock = async (
  trx: Trx,
  coordinatorId: string,
  id: string,
): Promise<BookingRow | undefined> => {
  await lockCoordinator(trx, coordinatorId)
  return (await listByIds(trx, [id]))[0]
}
