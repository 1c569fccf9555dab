import {
  type BookingKind,
  type BookingState,
  bookingKinds,
  bookingStates,
} from '@repere/db/vocabulary/booking.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { circumstances, later, now, open, parties, standing, turns } from '../test/standings.ts'
import { obstacles as obstacleNames } from './move-rules.ts'
import {
  allowedMoves,
  blockedMoves,
  type Circumstance,
  decide,
  effectiveState,
  type MoveName,
  moveNames,
  type Obstacle,
  type Party,
} from './rules.ts'

/** C, P, R: by the coordinator, the production, the registrar. `turn`: by the side whose turn it is. */
type Cell = 'C' | 'P' | 'CP' | 'R' | 'turn' | 'C in turn' | '-'

const closed = {
  accept: '-',
  'accept-counter': '-',
  counter: '-',
  decline: '-',
  withdraw: '-',
  press: '-',
  confirm: '-',
  challenge: '-',
  trim: '-',
  extend: '-',
  'accept-extension': '-',
  'refuse-extension': '-',
  release: '-',
  cancel: '-',
  void: 'R',
  expire: '-',
  lapse: '-',
  win: '-',
  complete: '-',
} as const satisfies Record<MoveName, Cell>

/** Before any deadline, with nothing in the way and everything a move may need. */
const expected: Record<BookingState, Record<MoveName, Cell>> = {
  requested: {
    ...closed,
    accept: 'C',
    counter: 'turn',
    decline: 'turn',
    withdraw: 'P',
    press: 'C in turn',
  },
  countered: {
    ...closed,
    'accept-counter': 'turn',
    counter: 'turn',
    decline: 'turn',
    withdraw: 'P',
    press: 'C in turn',
  },
  option: {
    ...closed,
    confirm: 'P',
    challenge: 'P',
    trim: 'P',
    extend: 'P',
    'accept-extension': 'C',
    'refuse-extension': 'C',
    release: 'CP',
  },
  confirmed: { ...closed, cancel: 'CP' },
  completed: closed,
  declined: closed,
  withdrawn: closed,
  expired: closed,
  released: closed,
  cancelled: closed,
  voided: { ...closed, void: '-' },
}

const both = (state: BookingState | 'same') => ({ option: state, firm: state })
const leads: Record<MoveName, Record<BookingKind, BookingState | 'same'>> = {
  accept: { option: 'option', firm: 'confirmed' },
  'accept-counter': { option: 'option', firm: 'confirmed' },
  counter: both('countered'),
  decline: both('declined'),
  withdraw: both('withdrawn'),
  press: both('same'),
  confirm: both('confirmed'),
  challenge: both('same'),
  trim: both('same'),
  extend: both('same'),
  'accept-extension': both('same'),
  'refuse-extension': both('same'),
  release: both('released'),
  cancel: both('cancelled'),
  void: both('voided'),
  expire: both('expired'),
  lapse: both('released'),
  win: both('confirmed'),
  complete: both('completed'),
}

/** What expiry by the clock leads to, and whether anything is left to do after it. */
const past: Record<BookingState, BookingState> = {
  requested: 'expired',
  countered: 'expired',
  option: 'expired',
  confirmed: 'completed',
  completed: 'completed',
  declined: 'declined',
  withdrawn: 'withdrawn',
  expired: 'expired',
  released: 'released',
  cancelled: 'cancelled',
  voided: 'voided',
}

const letter: Record<Party, string> = { coordinator: 'C', production: 'P', registrar: 'R', clock: 'never' }
const maySay = (cell: Cell, party: Party, turn: Party): boolean => {
  if (cell === 'turn') return party === turn
  if (cell === 'C in turn') return party === 'coordinator' && turn === 'coordinator'
  return cell.includes(letter[party])
}

describe.each(bookingStates)('a booking that is %s', (state) => {
  test.each(parties)('lets the %s make exactly the moves of the table', (party) => {
    for (const kind of bookingKinds)
      for (const turn of turns)
        for (const move of moveNames.filter((name) => name !== 'win')) {
          const may = maySay(expected[state][move], party, turn)
          const decision = decide(standing(state, kind, { turn }), move, party, now)
          const told = `${party} ${move} (${kind}, turn of the ${turn})`
          expect.soft(decision.ok, told).toBe(may)
          const to = leads[move][kind]
          if (decision.ok) expect.soft(decision.to, told).toBe(to === 'same' ? state : to)
          else
            expect
              .soft(decision, told)
              .toMatchObject({ because: expect.stringMatching(/^(move-not-allowed|booking-expired)$/) })
        }
  })

  test('is won by the clock alone, once nobody is left ahead', () => {
    for (const kind of bookingKinds)
      for (const party of parties) {
        const may = party === 'clock' && open.includes(state)
        expect(decide(standing(state, kind), 'win', party, now).ok).toBe(may)
        const waiting = standing(state, kind, { circumstances: ['option-ahead'] })
        expect(decide(waiting, 'win', party, now).ok).toBe(false)
      }
  })

  test('reads as what its deadline makes of it, from that very instant', () => {
    for (const kind of bookingKinds) {
      expect(effectiveState(standing(state, kind), new Date(later.getTime() - 1))).toBe(state)
      expect(effectiveState(standing(state, kind), later)).toBe(past[state])
    }
  })

  test('past its deadline leaves the parties nothing, and the clock one move', () => {
    for (const kind of bookingKinds) {
      const booking = standing(state, kind)
      expect(allowedMoves(booking, 'coordinator', later)).toEqual([])
      expect(allowedMoves(booking, 'production', later)).toEqual([])
      const clock = moveNames.filter((move) => move !== 'win' && decide(booking, move, 'clock', later).ok)
      expect(clock).toEqual(past[state] === state ? [] : [past[state] === 'expired' ? 'expire' : 'complete'])
    }
  })
})

test('an option that must answer a challenge is released by the clock, and not expired', () => {
  const booking = standing('option', 'option', { mustAnswer: true })
  expect(effectiveState(booking, new Date(later.getTime() - 1))).toBe('option')
  expect(effectiveState(booking, later)).toBe('released')
  expect(decide(booking, 'expire', 'clock', later).ok).toBe(false)
  expect(decide(booking, 'lapse', 'clock', later)).toEqual({ ok: true, to: 'released' })
  for (const party of ['coordinator', 'production'] as const)
    expect(allowedMoves(booking, party, later)).toEqual([])
})

test.each(['accept', 'decline', 'withdraw'] as const)(
  '%s on a lapsed request says that it lapsed',
  (move) => {
    const party = move === 'withdraw' ? 'production' : 'coordinator'
    for (const state of ['requested', 'expired'] as const)
      expect(decide(standing(state, 'option'), move, party, later)).toEqual({
        ok: false,
        because: 'booking-expired',
      })
  },
)

const anyStanding = fc.record({
  state: fc.constantFrom(...bookingStates),
  kind: fc.constantFrom(...bookingKinds),
  turn: fc.constantFrom(null, ...turns),
  expiresAt: fc.option(fc.date({ min: now, max: later, noInvalidDate: true })),
  mustAnswer: fc.boolean(),
  completesAt: fc.date({ min: now, max: later, noInvalidDate: true }),
  obstacles: fc.subarray<Obstacle>([...obstacleNames]),
  circumstances: fc.subarray<Circumstance>([...circumstances]),
})
const anyMoment = fc.date({ min: now, max: new Date(later.getTime() + 60_000), noInvalidDate: true })

test('what is allowed can be decided, and what is blocked or absent cannot', () => {
  fc.assert(
    fc.property(anyStanding, fc.constantFrom(...parties), anyMoment, (booking, party, moment) => {
      const allowed = allowedMoves(booking, party, moment)
      const blocked = blockedMoves(booking, party, moment).map(({ move }) => move)
      for (const move of moveNames) {
        const { ok } = decide(booking, move, party, moment)
        if (party === 'clock') expect(allowed).not.toContain(move)
        else expect(allowed.includes(move as never)).toBe(ok)
        if (ok) expect(blocked).not.toContain(move)
      }
    }),
  )
})

test('time never gives a move back, except to the registrar', () => {
  fc.assert(
    fc.property(
      anyStanding,
      fc.constantFrom('coordinator', 'production'),
      anyMoment,
      anyMoment,
      (booking, party, a, b) => {
        const [first, second] = a <= b ? [a, b] : [b, a]
        expect(allowedMoves(booking, party, first)).toEqual(
          expect.arrayContaining(allowedMoves(booking, party, second)),
        )
      },
    ),
  )
})

test('no move leads out of an end, but for voiding it', () => {
  const ends: readonly BookingState[] = [
    'declined',
    'withdrawn',
    'expired',
    'released',
    'cancelled',
    'completed',
  ]
  fc.assert(
    fc.property(
      anyStanding,
      fc.constantFrom(...moveNames),
      fc.constantFrom(...parties),
      anyMoment,
      (booking, move, party, moment) => {
        fc.pre(ends.includes(effectiveState(booking, moment)) && ends.includes(booking.state))
        const decision = decide(booking, move, party, moment)
        expect(decision.ok).toBe(move === 'void' && party === 'registrar')
      },
    ),
  )
})
