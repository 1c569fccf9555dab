import type { Trx } from '@repere/db'
import type { MoveReason } from '@repere/db/vocabulary/booking.ts'
import { type Day, daysOf } from '@repere/db/vocabulary/day.ts'
import type { Deps } from '../deps.ts'
import { refuse } from '../problem.ts'
import { listFrozen } from '../reports/service.ts'
import { optionDeadline } from './deadline-rules.ts'
import { noticesOfLoss, noticesOfMove, tell } from './notices.ts'
import { asOf, happened } from './present-rules.ts'
import { type Holding, heldDays, ranksOf, takenDays } from './rank-rules.ts'
import {
  type Actor,
  type BookingRow,
  findBooking,
  listByIds,
  listHoldings,
  listOverlapping,
} from './repository.ts'
import { noteReveal } from './reveal.ts'
import { type Decision, decide, isAccepted, type PartyMove } from './rules.ts'
import { settle, tellMovedUp } from './settle.ts'
import { note, noteAll } from './trail.ts'
import { firstDayOf, toBooking, toStanding } from './view.ts'
import { type Change, lockCoordinator, updateBooking } from './write-repository.ts'

export interface MoveInput {
  move: PartyMove
  version: number
  reason?: MoveReason | undefined
  note?: string | undefined
}

/**
 * Makes a move, within one transaction: lock the person, let the clock catch up, decide, write, record, tell.
 * Refuses what `decide` refuses, and a version that somebody else's move made stale. The exclusion constraint
 * stands behind it: were anything here wrong, no day would be confirmed twice.
 */
export const makeMove = async (deps: Deps, trx: Trx, actor: Actor, id: string, input: MoveInput) => {
  // First as it is committed, without a lock: of a thousand who come too late none needs to wait in line.
  const seen = (await findBooking(trx, actor, id)) ?? refuse('booking-not-found')
  await decideOrRefuse(trx, seen, actor, input, deps.clock.now())
  await lockCoordinator(trx, seen.coordinatorId)
  const now = deps.clock.now()
  await settle(deps, trx, seen.coordinatorId, now)
  const row = (await findBooking(trx, actor, id)) ?? refuse('booking-not-found')
  const { decision, holdings } = await decideOrRefuse(trx, row, actor, input, now)
  if (!(await updateBooking(trx, row, toChange(deps, row, input, decision.to, now))))
    return refuse('booking-changed')
  const facts = { to: decision.to, version: row.version + 1, ...(input.reason && { reason: input.reason }) }
  await note(trx, { actor, what: happened[input.move], bookingId: id, facts, at: now })
  const moved = (await findBooking(trx, actor, id)) ?? refuse('booking-not-found')
  await tell(deps, trx, noticesOfMove(moved, input.move, actor.role))
  if (decision.to === 'confirmed') await tellWhoLosesDays(deps, trx, moved, now)
  else await tellMovedUp(deps, trx, row.coordinatorId, holdings, now)
  if (actor.role !== 'registrar' && isAccepted(moved.state)) await noteReveal(trx, actor, id, now)
  return toBooking(deps, trx, moved, actor, now)
}

const decideOrRefuse = async (trx: Trx, row: BookingRow, actor: Actor, input: MoveInput, now: Date) => {
  if (actor.role !== 'registrar' && (await listFrozen(trx, [row.id])).has(row.id)) refuse('booking-frozen')
  const holdings = await listHoldings(trx, [row.coordinatorId], now)
  const standing = toStanding(row, holdings)
  const decision = decide(standing, input.move, actor.role, now)
  // A lapse is said before anything else: reading the booking again would not help whoever is late.
  if (!decision.ok && decision.because === 'booking-expired') return refuse('booking-expired')
  if (asOf(row, standing, now).version !== input.version) return refuse('booking-changed')
  return decision.ok ? { decision, holdings } : refuseMove(decision, row, holdings)
}

const toChange = (deps: Deps, row: BookingRow, input: MoveInput, to: Change['to'], now: Date): Change => {
  if (to === 'option') {
    const place = { firstDay: firstDayOf(row), timeZone: row.timeZone, policy: row.policy }
    return { to, expiresAt: optionDeadline(place, now), placedFrom: now }
  }
  if (to === 'confirmed') return { to, expiresAt: null, confirmedAt: now }
  const seal = row.wrapped ? deps.sealer.withKey(row.wrapped) : undefined
  return {
    to,
    endedAt: now,
    reasonCode: input.reason,
    reasonSealed: input.note ? seal?.seal(input.note) : undefined,
  }
}

/** Says no with what helps: which days are gone and which are still free. */
const refuseMove = (
  decision: Decision & { ok: false },
  row: BookingRow,
  holdings: readonly Holding[],
): never => {
  switch (decision.because) {
    case 'dates-taken':
      return refuseTaken(row, holdings)
    case 'days-held':
      return refuse('days-held', { members: { held: heldDays(row, holdings) } })
    case 'not-first-option':
      return refuse('not-first-option', { members: { rank: ranksOf(row.id, holdings) } })
    case 'move-not-allowed':
      return refuse('move-not-allowed', { members: { reason: decision.detail } })
    default:
      return refuse(decision.because)
  }
}

/** Refuses days that another confirmation holds, and names those that are left. */
export const refuseTaken = (row: BookingRow, holdings: readonly Holding[]): never => {
  const taken = takenDays(row, holdings)
  const free = daysOf(row.exclusiveDays).filter((day) => !taken.includes(day))
  return refuse('dates-taken', { members: { taken, free } })
}

/** Others keep their requests and options, behind this confirmation, and are told which days they lost. */
const tellWhoLosesDays = async (deps: Deps, trx: Trx, confirmed: BookingRow, now: Date): Promise<void> => {
  const days = new Set<Day>(daysOf(confirmed.exclusiveDays))
  if (days.size === 0) return
  const rows = await listByIds(trx, await listOverlapping(trx, confirmed, [...days], now))
  const lost = rows.map((row) => ({ row, days: daysOf(row.exclusiveDays).filter((day) => days.has(day)) }))
  await noteAll(
    trx,
    lost.map((one) => ({
      actor: 'clock',
      what: 'dates-lost',
      bookingId: one.row.id,
      facts: { days: one.days },
      at: now,
    })),
  )
  // A company that confirms over its own other request knows.
  await tell(deps, trx, noticesOfLoss(lost.filter(({ row }) => row.companyId !== confirmed.companyId)))
}
