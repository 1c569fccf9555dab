import { openStates } from '@repere/db/vocabulary/booking.ts'
import type { Deps } from '../deps.ts'
import type { SignedIn } from '../http/router.ts'
import { Problem, refuse } from '../problem.ts'
import { findBooking, listBookings } from './repository.ts'
import { moveBooking } from './service.ts'
import type { OthersShape } from './shapes-contract.ts'
import { toBooking, toSummaries } from './view.ts'

/** As many as one project may have open at once; more are told by asking again. */
const most = 200

/**
 * Lets go of everybody else who was asked for the project of a confirmed booking: open requests are withdrawn and
 * options released, each by its own move, so that each person is told. What refuses to move stays, and is named.
 */
export const tellOthers = async (deps: Deps, account: SignedIn, id: string): Promise<OthersShape> => {
  const row = (await findBooking(deps.db, account, id)) ?? refuse('booking-not-found')
  const now = deps.clock.now()
  const { state, project } = await toBooking(deps, deps.db, row, account, now)
  if (state !== 'confirmed' && state !== 'completed')
    refuse('move-not-allowed', { members: { reason: 'not-in-this-state' } })
  const filter = { states: openStates, projectId: project.id ?? row.projectId, page: 1, perPage: most }
  const { rows } = await listBookings(deps.db, account, filter, now)
  const answer: OthersShape = { told: [], left: [] }
  for (const other of await toSummaries(deps, deps.db, rows, account, now)) {
    const move = other.state === 'option' ? ('release' as const) : ('withdraw' as const)
    const input = { move, version: other.version, reason: 'found-someone' as const }
    try {
      const { body } = await moveBooking(deps, account, other.id, input, undefined)
      answer.told.push({ id: other.id, state: body.state })
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem
      answer.left.push({ id: other.id, because: problem.code })
    }
  }
  return answer
}
