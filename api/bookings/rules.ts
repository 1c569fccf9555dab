import type { BookingKind, BookingState } from '@repere/db/vocabulary/booking.ts'
import { type Circumstance, type Effect, type Move, moves, type Obstacle, type Party } from './move-rules.ts'

export type { Circumstance, Move, Obstacle, Party } from './move-rules.ts'
export { moves } from './move-rules.ts'

export type MoveName = keyof typeof moves
/** Moves that nobody makes: their moment comes. */
export type ClockMove = 'expire' | 'lapse' | 'win' | 'complete'
/** Moves that people make. */
export type PartyMove = Exclude<MoveName, ClockMove>

export const moveNames = Object.keys(moves) as MoveName[]

/** What a decision needs to know of a booking. */
export interface Standing {
  state: BookingState
  kind: BookingKind
  /** Whose answer is awaited; null once none is. */
  turn: 'coordinator' | 'production' | null
  /** When what is open lapses; null once nothing is. */
  expiresAt: Date | null
  /** Whether what lapses then is the time to answer a challenge, and not the option's own. */
  mustAnswer: boolean
  /** When a confirmed booking counts as done: two days after its last day. */
  completesAt: Date
  /** What stands in the way right now, by others' bookings, by the brief or by the calendar. */
  obstacles: readonly Obstacle[]
  /** What is the case, and some moves need. */
  circumstances: readonly Circumstance[]
}

type Refusal = 'move-not-allowed' | 'booking-expired' | Obstacle

/** Why a move is none at the moment: whose it is, from where, or what it would need. */
export type Because =
  | 'not-your-move'
  | 'not-in-this-state'
  | 'not-due'
  | 'not-your-turn'
  | `needs-${Circumstance}`

export type Decision = { ok: true; to: BookingState } | { ok: false; because: Refusal; detail?: Because }

const lineOf = (move: MoveName): Move => moves[move]

/** What a move does besides changing the state. */
export const effectsOf = (move: MoveName): readonly Effect[] => lineOf(move).effects ?? []

const forKind = <T extends string | readonly unknown[]>(
  value: T | Readonly<Record<BookingKind, T>>,
  kind: BookingKind,
): T =>
  typeof value === 'string' || Array.isArray(value) ? (value as T) : (value as Record<BookingKind, T>)[kind]

const leadsTo = (move: MoveName, { kind }: Standing, from: BookingState): BookingState => {
  const to = forKind(lineOf(move).to, kind)
  return to === 'same' ? from : to
}

/** Moves of the clock that have a moment of their own, and where in a standing it is. */
const clockMoves = ['lapse', 'expire', 'complete'] as const
export type DueMove = (typeof clockMoves)[number]

/** When a move of the clock takes effect: at its deadline, not when somebody noticed. */
export const momentOf = (move: DueMove, booking: Standing): Date | null => {
  if (move === 'complete') return booking.completesAt
  return booking.mustAnswer === (move === 'lapse') ? booking.expiresAt : null
}

/** The move of the clock whose moment has come, if any: a deadline counts from the very instant it names. */
export const dueMove = (booking: Standing, now: Date): DueMove | undefined =>
  clockMoves.find((move) => {
    const moment = momentOf(move, booking)
    return lineOf(move).from.includes(booking.state) && moment !== null && moment <= now
  })

/** The state as it is at an instant, whether or not the clock's moves were written down yet. */
export const effectiveState = (booking: Standing, now: Date): BookingState => {
  const due = dueMove(booking, now)
  return due ? leadsTo(due, booking, booking.state) : booking.state
}

/**
 * Whether a party may make a move now, and where it leads. Refuses, in this order: a move that is not the
 * party's; anything on what has lapsed; a state the move does not start from; a move out of turn; what the move
 * would need; an obstacle.
 */
export const decide = (booking: Standing, move: MoveName, party: Party, now: Date): Decision => {
  const { by, from, inTurn, needs = [], unless = [], due } = lineOf(move)
  const no = (detail: Because): Decision => ({ ok: false, because: 'move-not-allowed', detail })
  if (!by.includes(party)) return no('not-your-move')
  if (due)
    return dueMove(booking, now) === move
      ? { ok: true, to: leadsTo(move, booking, booking.state) }
      : no('not-due')
  const state = effectiveState(booking, now)
  if (!from.includes(state)) {
    return state === 'expired' ? { ok: false, because: 'booking-expired' } : no('not-in-this-state')
  }
  if (inTurn && booking.turn !== party) return no('not-your-turn')
  const missing = needs.find((name) => !booking.circumstances.includes(name))
  if (missing) return no(`needs-${missing}`)
  const obstacle = forKind<readonly Obstacle[]>(unless, booking.kind).find((name) =>
    booking.obstacles.includes(name),
  )
  return obstacle ? { ok: false, because: obstacle } : { ok: true, to: leadsTo(move, booking, state) }
}

const partyMoves = moveNames.filter((move): move is PartyMove => !lineOf(move).by.includes('clock'))

/** What a party can do now: the buttons of the page. */
export const allowedMoves = (booking: Standing, party: Party, now: Date): PartyMove[] =>
  partyMoves.filter((move) => decide(booking, move, party, now).ok)

/** What a party could do but for an obstacle, so that the page can say why and not stay silent. */
export const blockedMoves = (
  booking: Standing,
  party: Party,
  now: Date,
): { move: PartyMove; because: Obstacle }[] =>
  partyMoves.flatMap((move) => {
    const decision = decide(booking, move, party, now)
    return !decision.ok && isObstacle(decision.because) ? [{ move, because: decision.because }] : []
  })

const isObstacle = (refusal: Refusal): refusal is Obstacle =>
  refusal !== 'move-not-allowed' && refusal !== 'booking-expired'

const answered: readonly BookingState[] = ['option', 'confirmed', 'completed']

/** Whether a request was accepted and still binds: title and contact details show then, and only then. */
export const isAccepted = (state: BookingState): boolean => answered.includes(state)
