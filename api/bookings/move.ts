import type { Trx } from '@repere/db'
import { daysOf } from '@repere/db/vocabulary/day.ts'
import type { Deps } from '../deps.ts'
import { refuse } from '../problem.ts'
import { openChallenge, reviewChallenges } from './challenges.ts'
import { changeOf } from './changes.ts'
import type { MoveInput } from './contract.ts'
import { tellWhoLosesDays } from './losses.ts'
import { insertMessage } from './message-repository.ts'
import { refuseLinks } from './messages.ts'
import { noticesOfMove, tell } from './notices.ts'
import { asOf, happened } from './present-rules.ts'
import { type Holding, heldDays, ranksOf, takenDays } from './rank-rules.ts'
import { type Actor, type BookingRow, findBooking, listHoldings } from './repository.ts'
import { noteReveal } from './reveal.ts'
import { type Decision, decide, effectsOf, isAccepted } from './rules.ts'
import { settle, tellMovedUp } from './settle.ts'
import { toStanding } from './standing.ts'
import { keepWordsFor } from './terms.ts'
import { insertTerms } from './terms-repository.ts'
import { note } from './trail.ts'
import { lockCoordinator, updateBooking } from './write-repository.ts'

export type { MoveInput } from './contract.ts'

/**
 * Makes a move, within one transaction, and answers the booking as it left it: lock the person, let the clock catch up, decide, write, record, tell, and see
 * which challenges it decides. Refuses what `decide` refuses, and a version that somebody else's move made stale. The
 * exclusion constraint stands behind it: were anything here wrong, no day would be confirmed twice. `leaving`: a side
 * that goes for good ends what is open, whosever turn it is.
 */
export const makeMove = async (
  deps: Deps,
  trx: Trx,
  actor: Actor,
  id: string,
  input: MoveInput,
  { leaving = false } = {},
): Promise<BookingRow> => {
  // First as it is committed, without a lock: of a thousand who come too late none needs to wait in line.
  const seen = (await findBooking(trx, actor, id)) ?? refuse('booking-not-found')
  const asked = { actor, input, leaving, now: deps.clock.now() }
  decideOrRefuse(seen, await listHoldings(trx, [seen.coordinatorId], asked.now, seen), asked)
  await lockCoordinator(trx, seen.coordinatorId)
  const now = deps.clock.now()
  await settle(deps, trx, seen.coordinatorId, now)
  const row = (await findBooking(trx, actor, id)) ?? refuse('booking-not-found')
  const holdings = await listHoldings(trx, [row.coordinatorId], now)
  const decision = decideOrRefuse(row, holdings, { ...asked, now })
  const change = changeOf(deps, row, { actor, input, to: decision.to, now })
  if (!(await updateBooking(trx, row, change))) return refuse('booking-changed')
  const effects = effectsOf(input.move)
  if (change.terms) await keepTerms(trx, row, change.terms, now)
  if (effects.includes('opens-challenge')) await openChallenge(deps, trx, row, now)
  if ('message' in input && input.message)
    await keepMessage(deps, trx, row, { actor, body: input.message, now })
  await note(trx, {
    actor,
    what: happened[input.move],
    bookingId: id,
    facts: factsOf(row, input, decision.to),
    at: now,
  })
  const moved = (await findBooking(trx, actor, id)) ?? refuse('booking-not-found')
  await tell(deps, trx, noticesOfMove(moved, input.move, actor.role))
  if (decision.to === 'confirmed') await tellWhoLosesDays(deps, trx, moved, now)
  const reviewed = await reviewChallenges(deps, trx, row.coordinatorId, now)
  const gave = decision.to !== 'confirmed' && holdings.some((holding) => holding.id === id)
  if (gave) await tellMovedUp(deps, trx, row.coordinatorId, holdings, now)
  if (actor.role !== 'registrar' && isAccepted(moved.state)) await noteReveal(trx, actor, id, now)
  return reviewed ? ((await findBooking(trx, actor, id)) ?? refuse('booking-not-found')) : moved
}

interface Asked {
  actor: Actor
  input: MoveInput
  leaving: boolean
  now: Date
}

const decideOrRefuse = (
  row: BookingRow,
  holdings: readonly Holding[],
  { actor, input, leaving, now }: Asked,
) => {
  if (actor.role !== 'registrar' && row.frozen) refuse('booking-frozen')
  const standing = toStanding(row, holdings, now)
  const turn = leaving && actor.role !== 'registrar' ? actor.role : standing.turn
  const decision = decide({ ...standing, turn }, input.move, actor.role, now)
  // A lapse is said before anything else: reading the booking again would not help whoever is late.
  if (!decision.ok && decision.because === 'booking-expired') return refuse('booking-expired')
  if (asOf(row, standing, now).version !== input.version) return refuse('booking-changed')
  if (input.move === 'accept-counter' && input.termsVersion !== row.termsVersion)
    return refuse('booking-changed')
  return decision.ok ? decision : refuseMove(decision, row, holdings)
}

const factsOf = (row: BookingRow, input: MoveInput, to: string) => ({
  to,
  version: row.version + 1,
  ...('reason' in input && input.reason && { reason: input.reason }),
  ...(effectsOf(input.move).includes('new-terms') && { termsVersion: row.termsVersion + 1 }),
})

const keepTerms = async (
  trx: Trx,
  row: BookingRow,
  { by, terms }: NonNullable<ReturnType<typeof changeOf>['terms']>,
  now: Date,
): Promise<void> => {
  await insertTerms(trx, {
    bookingId: row.id,
    version: row.termsVersion + 1,
    party: by,
    proposedAt: now,
    terms,
  })
  await keepWordsFor(trx, row, terms)
}

/** What comes with a counter-offer goes to the thread, under its rules. */
const keepMessage = async (
  deps: Deps,
  trx: Trx,
  row: BookingRow,
  { actor, body, now }: { actor: Actor; body: string; now: Date },
): Promise<void> => {
  if (actor.role === 'registrar' || !row.wrapped) return
  refuseLinks(body, '/message')
  const bodySealed = deps.sealer.withKey(row.wrapped).seal(body)
  await insertMessage(trx, {
    bookingId: row.id,
    authorId: actor.id,
    party: actor.role,
    bodySealed,
    createdAt: now,
  })
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
