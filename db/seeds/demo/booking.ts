import type { BookingKind, MoveReason } from '../../vocabulary/booking.ts'

type Side = 'coordinator' | 'production'

/** Time before the demo's start, `3d`, `67h48` or `2d4h`. */
export type Before = string

type PartyMove = 'accept' | 'counter' | 'decline' | 'withdraw' | 'confirm' | 'release' | 'cancel' | 'void'

export type Step =
  | {
      move: PartyMove
      before: Before
      /** Whose move it was, where either may make it. */
      by?: Side
      reason?: MoveReason
      note?: string
    }
  /** The clock's moves come when its rules say. */
  | { move: 'expire' | 'complete' }

/** An invented booking: what was asked, and every move since. Its state follows from these. */
export interface Booking {
  project: string
  person: string
  kind: BookingKind
  asked: Before
  /** A day, gross, in euros. */
  rate: number
  /** The rate that a counter-offer put in its place. */
  counterRate?: number
  steps?: readonly Step[]
  /** The first is the request's own message, written by the production. */
  messages: readonly [string, ...{ by: Side; before: Before; text: string; unread?: true }[]]
}
