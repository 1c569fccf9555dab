import {
  type BookingKind,
  type BookingState,
  bookingKinds,
  bookingStates,
} from '@repere/db/vocabulary/booking.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  allowedMoves,
  blockedMoves,
  decide,
  effectiveState,
  type MoveName,
  moveNames,
  type Obstacle,
  type Party,
  type Standing,
} from './rules.ts'

const now = new Date('2027-03-01T10:00:00Z')
const later = new Date('2027-03-02T10:00:00Z')
const parties = ['coordinator', 'production', 'registrar', 'clock'] as const satisfies readonly Party[]

/** C, P, R: by the coordinator, the production, the registrar. Where it leads is in `leads`. */
type Cell = 'C' | 'P' | 'CP' | 'R' | '-'

const closed = {
  accept: '-',
  decline: '-',
  withdraw: '-',
  confirm: '-',
  release: '-',
  cancel: '-',
  void: 'R',
  expire: '-',
  complete: '-',
} as const satisfies Record<MoveName, Cell>

/** Before any deadline, and with nothing in the way. */
const expected: Record<BookingState, Record<MoveName, Cell>> = {
  requested: { ...closed, accept: 'C', decline: 'C', withdraw: 'P' },
  countered: { ...closed, withdraw: 'P' },
  option: { ...closed, confirm: 'P', release: 'CP' },
  confirmed: { ...closed, cancel: 'CP' },
  completed: closed,
  declined: closed,
  withdrawn: closed,
  expired: closed,
  released: closed,
  cancelled: closed,
  voided: { ...closed, void: '-' },
}

const leads: Record<MoveName, Record<BookingKind, BookingState>> = {
  accept: { option: 'option', firm: 'confirmed' },
  decline: { option: 'declined', firm: 'declined' },
  withdraw: { option: 'withdrawn', firm: 'withdrawn' },
  confirm: { option: 'confirmed', firm: 'confirmed' },
  release: { option: 'released', firm: 'released' },
  cancel: { option: 'cancelled', firm: 'cancelled' },
  void: { option: 'voided', firm: 'voided' },
  expire: { option: 'expired', firm: 'expired' },
  complete: { option: 'completed', firm: 'completed' },
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

const open: readonly BookingState[] = ['requested', 'countered', 'option']
const standing = (state: BookingState, kind: BookingKind, obstacles: readonly Obstacle[] = []): Standing => ({
  state,
  kind,
  expiresAt: open.includes(state) ? later : null,
  completesAt: later,
  obstacles,
})
const letter: Record<Party, string> = { coordinator: 'C', production: 'P', registrar: 'R', clock: 'never' }

describe.each(bookingStates)('a booking that is %s', (state) => {
  test.each(parties)('lets the %s make exactly the moves of the table', (party) => {
    for (const kind of bookingKinds)
      for (const move of moveNames) {
        const may = expected[state][move].includes(letter[party])
        const decision = decide(standing(state, kind), move, party, now)
        expect.soft(decision.ok, `${party} ${move} (${kind})`).toBe(may)
        if (decision.ok) expect.soft(decision.to, `${move} (${kind}) leads`).toBe(leads[move][kind])
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
      const clock = moveNames.filter((move) => decide(booking, move, 'clock', later).ok)
      expect(clock).toEqual(past[state] === state ? [] : [past[state] === 'expired' ? 'expire' : 'complete'])
    }
  })
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

const inTheWay: Record<Obstacle, Partial<Record<`${MoveName} ${BookingKind}`, true>>> = {
  'dates-taken': { 'accept firm': true, 'confirm option': true },
  'days-held': { 'accept firm': true },
  'not-first-option': { 'confirm option': true },
  'brief-not-described': { 'accept firm': true, 'confirm option': true },
}

test.each(Object.keys(inTheWay) as Obstacle[])('%s stops what it should and nothing else', (obstacle) => {
  for (const kind of bookingKinds)
    for (const [state, move, party] of [
      ['requested', 'accept', 'coordinator'],
      ['requested', 'decline', 'coordinator'],
      ['requested', 'withdraw', 'production'],
      ['option', 'release', 'production'],
      ['confirmed', 'cancel', 'coordinator'],
    ] as const) {
      const stopped = inTheWay[obstacle][`${move} ${kind}`] ?? false
      const decision = decide(standing(state, kind, [obstacle]), move, party, now)
      expect(decision).toEqual(
        stopped ? { ok: false, because: obstacle } : { ok: true, to: leads[move][kind] },
      )
    }
  const confirming = decide(standing('option', 'option', [obstacle]), 'confirm', 'production', now)
  expect(confirming.ok).toBe(!inTheWay[obstacle]['confirm option'])
})

test('of several obstacles a taken day is named first', () => {
  const booking = standing('option', 'option', ['not-first-option', 'brief-not-described', 'dates-taken'])
  expect(blockedMoves(booking, 'production', now)).toEqual([{ move: 'confirm', because: 'dates-taken' }])
})

const anyStanding = fc.record({
  state: fc.constantFrom(...bookingStates),
  kind: fc.constantFrom(...bookingKinds),
  expiresAt: fc.option(fc.date({ min: now, max: later, noInvalidDate: true })),
  completesAt: fc.date({ min: now, max: later, noInvalidDate: true }),
  obstacles: fc.subarray<Obstacle>(['dates-taken', 'days-held', 'not-first-option', 'brief-not-described']),
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
