import type { BookingKind, BookingMove, BookingState } from '@repere/db/vocabulary/booking.ts'

/** Who may make a move. The clock is a party: what it does is in the same table. */
export type Party = 'coordinator' | 'production' | 'registrar' | 'clock'

/** What may stand in the way of a move that party and state would allow. Each is a refusal by this name. */
export type Obstacle = 'dates-taken' | 'days-held' | 'not-first-option' | 'brief-not-described'

/** One value for both kinds of booking, or one for each. */
type ByKind<T> = T | Readonly<Record<BookingKind, T>>

export interface Move {
  by: readonly Party[]
  from: readonly BookingState[]
  to: ByKind<BookingState>
  /** Refused while one of these holds, named in this order. */
  unless?: ByKind<readonly Obstacle[]>
  /** Made by the clock when the moment named here has come. */
  due?: 'expiresAt' | 'completesAt'
}

/** Everything a booking can go through. Counter-offers, challenges and extensions are further lines of it. */
export const moves = {
  accept: {
    by: ['coordinator'],
    from: ['requested'],
    to: { option: 'option', firm: 'confirmed' },
    unless: { option: [], firm: ['dates-taken', 'days-held', 'brief-not-described'] },
  },
  decline: { by: ['coordinator'], from: ['requested'], to: 'declined' },
  withdraw: { by: ['production'], from: ['requested', 'countered'], to: 'withdrawn' },
  confirm: {
    by: ['production'],
    from: ['option'],
    to: 'confirmed',
    unless: ['dates-taken', 'not-first-option', 'brief-not-described'],
  },
  release: { by: ['coordinator', 'production'], from: ['option'], to: 'released' },
  cancel: { by: ['coordinator', 'production'], from: ['confirmed'], to: 'cancelled' },
  void: {
    by: ['registrar'],
    from: [
      'requested',
      'countered',
      'option',
      'confirmed',
      'completed',
      'declined',
      'withdrawn',
      'expired',
      'released',
      'cancelled',
    ],
    to: 'voided',
  },
  expire: { by: ['clock'], from: ['requested', 'countered', 'option'], to: 'expired', due: 'expiresAt' },
  complete: { by: ['clock'], from: ['confirmed'], to: 'completed', due: 'completesAt' },
} as const satisfies Partial<Record<BookingMove | 'expire' | 'complete', Move>>

export type MoveName = keyof typeof moves
/** Moves that people make; the others are the clock's. */
export type PartyMove = Exclude<MoveName, 'expire' | 'complete'>

export const moveNames = Object.keys(moves) as MoveName[]

/** What a decision needs to know of a booking. */
export interface Standing {
  state: BookingState
  kind: BookingKind
  /** When what is open lapses; null once nothing is. */
  expiresAt: Date | null
  /** When a confirmed booking counts as done: two days after its last day. */
  completesAt: Date
  /** What stands in the way right now, by others' bookings or by the brief. */
  obstacles: readonly Obstacle[]
}

type Refusal = 'move-not-allowed' | 'booking-expired' | Obstacle

export type Decision =
  | { ok: true; to: BookingState }
  | { ok: false; because: Refusal; detail?: 'not-your-move' | 'not-in-this-state' | 'not-due' }

const lineOf = (move: MoveName): Move => moves[move]

const forKind = <T extends string | readonly unknown[]>(value: ByKind<T>, kind: BookingKind): T =>
  typeof value === 'string' || Array.isArray(value) ? (value as T) : (value as Record<BookingKind, T>)[kind]

/** The move of the clock whose moment has come, if any: a deadline counts from the very instant it names. */
export const dueMove = (booking: Standing, now: Date): 'expire' | 'complete' | undefined =>
  (['expire', 'complete'] as const).find((move) => {
    const moment = booking[moves[move].due]
    return lineOf(move).from.includes(booking.state) && moment !== null && moment <= now
  })

/** The state as it is at an instant, whether or not the clock's moves were written down yet. */
export const effectiveState = (booking: Standing, now: Date): BookingState => {
  const due = dueMove(booking, now)
  return due ? moves[due].to : booking.state
}

/**
 * Whether a party may make a move now, and where it leads. Refuses, in this order: a move that is not the
 * party's; anything on what has lapsed; a state the move does not start from; an obstacle.
 */
export const decide = (booking: Standing, move: MoveName, party: Party, now: Date): Decision => {
  const { by, from, to, unless = [], due } = lineOf(move)
  if (!by.includes(party)) return { ok: false, because: 'move-not-allowed', detail: 'not-your-move' }
  if (due) {
    return dueMove(booking, now) === move
      ? { ok: true, to: forKind(to, booking.kind) }
      : { ok: false, because: 'move-not-allowed', detail: 'not-due' }
  }
  const state = effectiveState(booking, now)
  if (!from.includes(state)) {
    return state === 'expired'
      ? { ok: false, because: 'booking-expired' }
      : { ok: false, because: 'move-not-allowed', detail: 'not-in-this-state' }
  }
  const obstacle = forKind<readonly Obstacle[]>(unless, booking.kind).find((name) =>
    booking.obstacles.includes(name),
  )
  return obstacle ? { ok: false, because: obstacle } : { ok: true, to: forKind(to, booking.kind) }
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
