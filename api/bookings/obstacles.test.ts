import { type BookingKind, bookingKinds, bookingStates } from '@repere/db/vocabulary/booking.ts'
import { expect, test } from 'vitest'
import { circumstances, now, parties, standing, turns } from '../test/standings.ts'
import { blockedMoves, type Circumstance, decide, type MoveName, moveNames, type Obstacle } from './rules.ts'

const needs: Partial<Record<MoveName, readonly Circumstance[]>> = {
  press: ['firm-request', 'option-ahead'],
  challenge: ['option-ahead'],
  trim: ['several-days'],
  extend: ['no-extension-asked'],
  'accept-extension': ['extension-asked'],
  'refuse-extension': ['extension-asked'],
  win: ['nobody-left-ahead'],
}

test.each(circumstances)('without %s the moves that need it are not offered, and say so', (missing) => {
  const others = circumstances.filter((name) => name !== missing)
  for (const state of bookingStates)
    for (const move of moveNames)
      for (const party of parties) {
        const [full, without] = [circumstances, others].map((some) =>
          decide(standing(state, 'firm', { turn: 'coordinator', circumstances: some }), move, party, now),
        ) as [ReturnType<typeof decide>, ReturnType<typeof decide>]
        if (full.ok && needs[move]?.includes(missing))
          expect(without).toEqual({ ok: false, because: 'move-not-allowed', detail: `needs-${missing}` })
        else expect(without).toEqual(full)
      }
})

const booking = { 'accept firm': true, 'accept-counter firm': true } as const
const confirming = { 'confirm option': true, 'confirm firm': true } as const
const accepting = { ...booking, 'accept option': true, 'accept-counter option': true } as const
const forBoth = (move: MoveName) => ({ [`${move} option`]: true, [`${move} firm`]: true })
const asking = { ...forBoth('press'), ...forBoth('challenge') }
const inTheWay: Record<Obstacle, Partial<Record<`${MoveName} ${BookingKind}`, true>>> = {
  'dates-taken': { ...booking, ...confirming, ...asking, ...forBoth('win') },
  'days-held': booking,
  'not-first-option': confirming,
  'brief-not-described': { ...booking, ...confirming, ...asking, ...forBoth('win') },
  'challenge-open': {
    ...asking,
    ...forBoth('counter'),
    ...forBoth('extend'),
    ...forBoth('accept-extension'),
  },
  'challenge-ahead': asking,
  'challenge-too-late': asking,
  'extension-limit': forBoth('extend'),
  'company-not-verified': {
    ...confirming,
    ...forBoth('accept-counter'),
    ...forBoth('challenge'),
    ...forBoth('extend'),
  },
  'company-suspended': { ...accepting, ...forBoth('press'), ...forBoth('accept-extension') },
}

test.each(Object.keys(inTheWay) as Obstacle[])('%s stops what it should and nothing else', (obstacle) => {
  for (const kind of bookingKinds)
    for (const state of bookingStates)
      for (const turn of turns)
        for (const party of parties)
          for (const move of moveNames) {
            const free = decide(standing(state, kind, { turn }), move, party, now)
            const stopped = free.ok && inTheWay[obstacle][`${move} ${kind}`]
            const decision = decide(standing(state, kind, { turn, obstacles: [obstacle] }), move, party, now)
            expect(decision, `${party} ${move} (${kind})`).toEqual(
              stopped ? { ok: false, because: obstacle } : free,
            )
          }
})

test('of several obstacles a taken day is named first', () => {
  const obstacles = ['not-first-option', 'brief-not-described', 'dates-taken'] as const
  const blocked = blockedMoves(standing('option', 'option', { obstacles }), 'production', now)
  expect(blocked).toEqual([
    { move: 'confirm', because: 'dates-taken' },
    { move: 'challenge', because: 'dates-taken' },
  ])
})
