import type { Trx } from '@repere/db'
import { liveStates } from '@repere/db/vocabulary/booking.ts'
import type { Deps } from '../deps.ts'
import type { Side } from './message-repository.ts'
import { makeMove } from './move.ts'
import { findBooking, listBookings, listHoldings } from './repository.ts'
import { allowedMoves, type PartyMove } from './rules.ts'
import { toStanding } from './standing.ts'

/** Somebody who is about to be erased, as a side of their bookings. */
export interface Leaver {
  id: string
  role: Side
}

/** How each side ends what is still alive when it leaves for good. */
const farewells = {
  coordinator: ['decline', 'release', 'cancel'],
  production: ['withdraw', 'release', 'cancel'],
} as const satisfies Record<Side, readonly PartyMove[]>

const all = { page: 1, perPage: 10_000 }

/**
 * Ends every booking of a side that is still alive, as that side would itself: days come free, whoever stood behind
 * moves up, the other side is told. People are locked in the order of their ids, so that two leavers never wait for
 * each other in a ring. Answers how many it ended.
 */
export const leaveBookings = async (deps: Deps, trx: Trx, leaver: Leaver): Promise<number> => {
  const now = deps.clock.now()
  const { rows } = await listBookings(trx, leaver, { states: liveStates, ...all }, now)
  const inOrder = rows.toSorted((one, other) =>
    `${one.coordinatorId} ${one.id}` < `${other.coordinatorId} ${other.id}` ? -1 : 1,
  )
  let ended = 0
  for (const { id } of inOrder) {
    const row = await findBooking(trx, leaver, id)
    if (!row) continue
    const standing = toStanding(row, await listHoldings(trx, [row.coordinatorId], now), now)
    const allowed = allowedMoves({ ...standing, turn: leaver.role }, leaver.role, now)
    const move = farewells[leaver.role].find((one) => allowed.includes(one))
    if (!move) continue
    await makeMove(deps, trx, leaver, id, { move, version: row.version, reason: 'other' }, { leaving: true })
    ended += 1
  }
  return ended
}
