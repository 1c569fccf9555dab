import type { BookingKind, BookingMove, BookingState } from '@repere/db/vocabulary/booking.ts'

/** Who may make a move. The clock is a party: what it does is in the same table. */
export type Party = 'coordinator' | 'production' | 'registrar' | 'clock'

/** What may stand in the way of a move that party, state and turn would allow. Each is a refusal by this name. */
export const obstacles = [
  'dates-taken',
  'days-held',
  'not-first-option',
  'brief-not-described',
  'challenge-open',
  'challenge-ahead',
  'challenge-too-late',
  'extension-limit',
  'company-not-verified',
  'company-suspended',
] as const

export type Obstacle = (typeof obstacles)[number]

/** What must be the case for a move to mean anything: without it the move is not offered. */
export type Circumstance =
  | 'firm-request'
  | 'option-ahead'
  | 'several-days'
  | 'extension-asked'
  | 'no-extension-asked'
  | 'nobody-left-ahead'

/** What a move does besides changing the state. */
export type Effect =
  | 'places' // takes its place behind every option placed before; the option's clock begins
  | 'new-terms' // a further version of days, rate and terms
  | 'short-clock' // the time to answer begins anew, never past the absolute limit
  | 'opens-challenge' // every option ahead must be confirmed or released; the challenger's own clock waits
  | 'asks-extension'
  | 'extends'
  | 'settles-extension'

/** One value for both kinds of booking, or one for each. */
type ByKind<T> = T | Readonly<Record<BookingKind, T>>

export interface Move {
  by: readonly Party[]
  from: readonly BookingState[]
  /** `same`: the state stays, and only what the effects name changes. */
  to: ByKind<BookingState | 'same'>
  /** Only for the side whose turn it is. */
  inTurn?: true
  needs?: readonly Circumstance[]
  /** Refused while one of these holds, named in this order. */
  unless?: ByKind<readonly Obstacle[]>
  effects?: readonly Effect[]
  /** Made by the clock when the moment named here has come. */
  due?: 'expiresAt' | 'completesAt'
}

/** What stands in the way of booking days for good. */
const ofBooking = ['dates-taken', 'days-held', 'brief-not-described'] as const
/** What stands in the way of asking those ahead to answer. */
const beforeChallenge = [
  'dates-taken',
  'brief-not-described',
  'challenge-open',
  'challenge-ahead',
  'challenge-too-late',
] as const

/**
 * Everything a booking can go through: who, from where, to where, in whose turn, needing what, unless what, with what
 * effect. The API, the buttons, the diagram of the documentation and the tests read it.
 */
export const moves = {
  accept: {
    by: ['coordinator'],
    from: ['requested'],
    to: { option: 'option', firm: 'confirmed' },
    unless: { option: ['company-suspended'], firm: ['company-suspended', ...ofBooking] },
    effects: ['places'],
  },
  'accept-counter': {
    by: ['coordinator', 'production'],
    from: ['countered'],
    to: { option: 'option', firm: 'confirmed' },
    inTurn: true,
    unless: {
      option: ['company-not-verified', 'company-suspended'],
      firm: ['company-not-verified', 'company-suspended', ...ofBooking],
    },
    effects: ['places'],
  },
  counter: {
    by: ['coordinator', 'production'],
    from: ['requested', 'countered'],
    to: 'countered',
    inTurn: true,
    unless: ['challenge-open'],
    effects: ['new-terms', 'short-clock'],
  },
  decline: {
    by: ['coordinator', 'production'],
    from: ['requested', 'countered'],
    to: 'declined',
    inTurn: true,
  },
  withdraw: { by: ['production'], from: ['requested', 'countered'], to: 'withdrawn' },
  press: {
    by: ['coordinator'],
    from: ['requested', 'countered'],
    to: 'same',
    inTurn: true,
    needs: ['firm-request', 'option-ahead'],
    unless: ['company-suspended', ...beforeChallenge],
    effects: ['opens-challenge'],
  },
  confirm: {
    by: ['production'],
    from: ['option'],
    to: 'confirmed',
    unless: ['company-not-verified', 'dates-taken', 'not-first-option', 'brief-not-described'],
  },
  challenge: {
    by: ['production'],
    from: ['option'],
    to: 'same',
    needs: ['option-ahead'],
    unless: ['company-not-verified', ...beforeChallenge],
    effects: ['opens-challenge'],
  },
  trim: { by: ['production'], from: ['option'], to: 'same', needs: ['several-days'], effects: ['new-terms'] },
  extend: {
    by: ['production'],
    from: ['option'],
    to: 'same',
    needs: ['no-extension-asked'],
    unless: ['company-not-verified', 'challenge-open', 'extension-limit'],
    effects: ['asks-extension'],
  },
  'accept-extension': {
    by: ['coordinator'],
    from: ['option'],
    to: 'same',
    needs: ['extension-asked'],
    unless: ['company-suspended', 'challenge-open'],
    effects: ['extends'],
  },
  'refuse-extension': {
    by: ['coordinator'],
    from: ['option'],
    to: 'same',
    needs: ['extension-asked'],
    effects: ['settles-extension'],
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
  lapse: { by: ['clock'], from: ['option'], to: 'released', due: 'expiresAt' },
  win: {
    by: ['clock'],
    from: ['requested', 'countered', 'option'],
    to: 'confirmed',
    needs: ['nobody-left-ahead'],
    unless: ['dates-taken', 'brief-not-described'],
  },
  complete: { by: ['clock'], from: ['confirmed'], to: 'completed', due: 'completesAt' },
} as const satisfies Record<BookingMove | 'expire' | 'lapse' | 'win' | 'complete', Move>
