import { addDays, daysOf } from '@repere/db/vocabulary/day.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findRangeFault, isWithinHorizon, type OwnCalendar, reasonsOf, staleOn } from './rules.ts'

test.each([
  ['2027-03-08', '2027-03-08', undefined],
  ['2027-03-08', '2027-03-07', 'ends-before-it-begins'],
  ['2027-01-01', addDays('2027-01-01', 1_099), undefined],
  ['2027-01-01', addDays('2027-01-01', 1_100), 'too-long'],
])('a block from %s to %s', (from, to, expected) => {
  expect(findRangeFault({ from, to })).toBe(expected)
})

test.each([
  ['2027-03-08', '2028-09-08', true],
  ['2027-03-08', '2028-09-09', false],
  ['2026-08-31', '2028-02-29', true],
  ['2026-08-31', '2028-03-01', false],
  ['2027-03-08', '2027-03-01', true],
])('on %s a calendar known until %s: %s', (today, knownUntil, expected) => {
  expect(isWithinHorizon(knownUntil, today)).toBe(expected)
})

test('a calendar confirmed on a day is stale 45 days later', () => {
  expect(staleOn('2027-01-15')).toBe('2027-03-01')
})

const plain = { reason: null, note: null, importedAt: null } as const

const calendar: OwnCalendar = {
  blocks: [
    {
      from: '2027-03-08',
      to: '2027-03-10',
      kind: 'unavailable',
      source: 'manual',
      reason: 'personal',
      note: 'dentist',
      importedAt: null,
    },
    { from: '2027-03-10', to: '2027-03-14', kind: 'tentative', source: 'manual', ...plain },
    { from: '2027-03-14', to: '2027-03-14', kind: 'available', source: 'travel', ...plain },
  ],
  weekly: [
    { weekday: 7, rule: 'unavailable' },
    { weekday: 6, rule: 'remote-only' },
  ],
  bookings: [
    { id: 'one', state: 'confirmed', days: [{ from: '2027-03-10', to: '2027-03-10' }] },
    { id: 'two', state: 'requested', days: [{ from: '2027-03-11', to: '2027-03-13' }] },
  ],
}

test.each([
  ['2027-03-07', ['weekly']],
  ['2027-03-08', ['block']],
  ['2027-03-10', ['confirmed', 'block', 'tentative']],
  ['2027-03-13', ['requested', 'tentative', 'remote-only']],
  ['2027-03-14', ['tentative', 'opened', 'weekly']],
  ['2027-03-15', []],
])('the owner reads on %s: %j', (day, kinds) => {
  expect(reasonsOf(calendar, day).map(({ kind }) => kind)).toEqual(kinds)
})

test('a note stays with its block, a booking with its id', () => {
  expect(reasonsOf(calendar, '2027-03-10')).toEqual([
    { kind: 'confirmed', bookingId: 'one' },
    { kind: 'block', source: 'manual', reason: 'personal', note: 'dentist' },
    { kind: 'tentative', source: 'manual', reason: null, note: null },
  ])
})

test('a block speaks of exactly its days', () => {
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 400 }), fc.integer({ min: 0, max: 60 }), (start, length) => {
      const from = addDays('2027-03-08', start)
      const block = {
        from,
        to: addDays(from, length),
        kind: 'unavailable',
        source: 'manual',
        ...plain,
      } as const
      const around = daysOf([{ from: addDays(block.from, -3), to: addDays(block.to, 3) }])
      const told = around.filter(
        (day) => reasonsOf({ blocks: [block], weekly: [], bookings: [] }, day).length > 0,
      )
      expect(told).toEqual(daysOf([block]))
    }),
  )
})
