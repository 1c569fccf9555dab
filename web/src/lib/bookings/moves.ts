import {
  type Booking,
  type BookingMove,
  type Locale,
  type MoveReason,
  moveReasons,
} from '@repere/api/client.ts'
import { countDays } from '#lib/dates/days.ts'
import { formatInstant } from '#lib/dates/instants.ts'
import * as m from '#lib/paraglide/messages.js'
import { bookingMoveNames } from '#lib/words/bookings.ts'

type PartyMove = Booking['allowedMoves'][number]

/** How a move is offered: its button, what it will do, and whether it is the one to make. */
export interface Offer {
  move: PartyMove
  label: string
  consequence: string
  kind: 'main' | 'plain'
  reasons: readonly MoveReason[]
  /** Whether a reason must be given. */
  needsReason: boolean
  /** Whether it opens a form of its own; else its button alone makes it. */
  opens: boolean
  /** What its form's button says. */
  send: string
}

const main: readonly PartyMove[] = ['accept', 'accept-counter', 'confirm', 'accept-extension']

const answers: readonly PartyMove[] = [...main, 'decline', 'refuse-extension']

/** Whether the move answers what waits: on the phone it stays under the thumb. */
export const isAnswer = (move: PartyMove, { challenge }: Pick<Booking, 'challenge'>): boolean =>
  answers.includes(move) || (move === 'release' && challenge?.role === 'challenged')

/** Whether the move books the days: its cost of cancelling is read before the click. */
export const binds = (move: PartyMove, { kind }: Pick<Booking, 'kind'>): boolean =>
  move === 'confirm' || ((move === 'accept' || move === 'accept-counter') && kind === 'firm')

const labels: Record<PartyMove, (booking: Booking, locale: Locale) => string> = {
  accept: ({ kind }) => (kind === 'firm' ? m.booking_accept_firm() : m.booking_accept_option()),
  counter: (_, locale) => bookingMoveNames[locale].counter,
  trim: (_, locale) => bookingMoveNames[locale].trim,
  decline: () => m.booking_decline(),
  withdraw: () => m.booking_withdraw(),
  confirm: ({ exclusiveDays, days }, locale) =>
    m.booking_confirm_days({ days: countDays(exclusiveDays.length || days.length, locale) }),
  release: () => m.booking_release(),
  cancel: () => m.booking_cancel(),
  void: () => m.booking_void(),
  'accept-counter': (_, locale) => bookingMoveNames[locale]['accept-counter'],
  press: (_, locale) => bookingMoveNames[locale].press,
  challenge: (_, locale) => bookingMoveNames[locale].challenge,
  extend: (_, locale) => bookingMoveNames[locale].extend,
  'accept-extension': (_, locale) => bookingMoveNames[locale]['accept-extension'],
  'refuse-extension': (_, locale) => bookingMoveNames[locale]['refuse-extension'],
}

const consequences: Record<PartyMove, (booking: Booking, locale: Locale) => string> = {
  accept: ({ kind, policy }, locale) =>
    kind === 'firm'
      ? m.booking_accept_firm_effect()
      : m.booking_accept_option_effect({ days: countDays(policy.optionDays, locale) }),
  counter: () => m.moves_counter_effect(),
  trim: () => m.moves_trim_effect(),
  decline: ({ party }) =>
    party === 'coordinator' ? m.booking_decline_effect() : m.moves_decline_counter_effect(),
  withdraw: () => m.booking_withdraw_effect(),
  confirm: () => m.booking_confirm_effect(),
  release: () => m.booking_release_effect(),
  cancel: ({ cancellationShare }) =>
    cancellationShare > 0
      ? m.booking_cancel_effect({ percent: cancellationShare })
      : m.booking_cancel_free_effect(),
  void: () => m.booking_void_effect(),
  'accept-counter': ({ kind, policy }, locale) =>
    kind === 'firm'
      ? m.moves_accept_counter_firm_effect()
      : m.moves_accept_counter_option_effect({ days: countDays(policy.optionDays, locale) }),
  press: ({ policy }) => m.moves_press_effect({ hours: policy.challengeHours }),
  challenge: ({ policy }) => m.moves_challenge_effect({ hours: policy.challengeHours }),
  extend: ({ extension }, locale) =>
    extension?.latest
      ? m.moves_extend_effect_until({ until: formatInstant(extension.latest, locale) })
      : m.moves_extend_effect(),
  'accept-extension': ({ extension }, locale) =>
    m.moves_accept_extension_effect({
      until: extension?.asked ? formatInstant(extension.asked, locale) : '',
    }),
  'refuse-extension': () => m.moves_refuse_extension_effect(),
}

/** What the button at the end of a move's form says, where it says more than the move's name. */
const sends: Partial<Record<PartyMove, () => string>> = {
  counter: m.moves_counter_send,
  trim: m.moves_trim_send,
  challenge: m.moves_challenge_send,
  press: m.moves_press_send,
  extend: m.moves_extend_send,
}

const reasonsOf = (move: BookingMove): readonly MoveReason[] =>
  move in moveReasons ? moveReasons[move as keyof typeof moveReasons] : []

/** The moves this reader may make now, each of them, the main one first. */
export const offersOf = (booking: Booking, locale: Locale): Offer[] =>
  [...booking.allowedMoves]
    .sort((one, other) => Number(main.includes(other)) - Number(main.includes(one)))
    .map((move) => {
      const label = labels[move](booking, locale)
      const reasons = reasonsOf(move)
      return {
        move,
        label,
        consequence: consequences[move](booking, locale),
        kind: main.includes(move) ? 'main' : 'plain',
        reasons,
        needsReason: ['decline', 'release', 'cancel', 'void'].includes(move),
        opens: reasons.length > 0 || move in sends,
        send: sends[move]?.() ?? m.booking_do({ label }),
      }
    })
