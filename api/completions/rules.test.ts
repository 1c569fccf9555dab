import { addDays } from '@repere/db/vocabulary/day.ts'
import { describe, expect, test } from 'vitest'
import {
  correctableUntil,
  daysOnSetOf,
  findFaults,
  hiddenUntilAsBooked,
  mostDaysOf,
  roleAsBooked,
} from './rules.ts'

const [first, second] = ['2027-03-08', '2027-03-09']

describe('days on set, as booked', () => {
  test.each([
    ['a shoot', [{ kind: 'shoot', remote: false, days: [first, second] }], 2],
    [
      'two phases on one day',
      [
        { kind: 'rehearsal', remote: false, days: [first] },
        { kind: 'shoot', remote: false, days: [first, second] },
      ],
      2,
    ],
    ['a rehearsal at a distance', [{ kind: 'rehearsal', remote: true, days: [first] }], 0],
    [
      'reading, preparing and reporting, wherever',
      [
        { kind: 'script-reading', remote: false, days: [first] },
        { kind: 'prep', remote: false, days: [first] },
        { kind: 'report', remote: false, days: [second] },
      ],
      0,
    ],
  ] as const)('%s', (_, phases, days) => {
    expect(daysOnSetOf(phases)).toBe(days)
  })
})

test.each([
  ['intimacy', 'in-training', null, 'trainee'],
  ['intimacy', 'experienced', 'lead', 'coordinator'],
  ['intimacy', null, 'lead', 'coordinator'],
  ['eco-production', 'in-training', 'assistant', 'assistant'],
  ['eco-production', null, 'lead', 'lead'],
  ['eco-production', null, null, 'coordinator'],
] as const)('somebody booked for %s at %s and %s is %s', (discipline, intimacy, eco, role) => {
  expect(roleAsBooked(discipline, { intimacy, 'eco-production': eco })).toBe(role)
})

test('a title with a code name is silent for a year after the last day, another not at all', () => {
  expect(hiddenUntilAsBooked('Projet Écume', second)).toBe('2028-03-09')
  expect(hiddenUntilAsBooked(null, second)).toBeNull()
})

test.each([
  ['thirty days on', null, '2027-04-10'],
  ['while the title is silent', '2027-12-31', '2027-12-31'],
  ['thirty days on, silence or not', '2027-03-20', '2027-04-10'],
] as const)('an answer can be corrected %s', (_, titleHiddenUntil, until) => {
  const confirmedAt = new Date('2027-03-11T02:00:00Z')
  expect(correctableUntil({ confirmedAt, titleHiddenUntil }, 'Europe/Paris')).toBe(until)
})

test('the thirty days begin where the person lives', () => {
  const answered = { confirmedAt: new Date('2027-03-11T02:00:00Z'), titleHiddenUntil: null }
  expect(correctableUntil(answered, 'America/Guadeloupe')).toBe('2027-04-09')
})

describe('what cannot be confirmed', () => {
  const bounds = { mostDays: mostDaysOf(first, second), today: '2027-03-12', before: null }
  test.each([
    ['all of it in order', { daysOnSet: 2, titleHiddenUntil: '2027-03-12' }, []],
    ['no day at all', { daysOnSet: 0, titleHiddenUntil: null }, []],
    ['more days than there were', { daysOnSet: 3, titleHiddenUntil: null }, ['/daysOnSet']],
    ['a silence that is over', { daysOnSet: 2, titleHiddenUntil: '2027-03-11' }, ['/titleHiddenUntil']],
    [
      'a silence for ever',
      { daysOnSet: 2, titleHiddenUntil: addDays('2037-03-12', 1) },
      ['/titleHiddenUntil'],
    ],
  ])('%s', (_, confirmation, pointers) => {
    expect(findFaults(confirmation, bounds).map(({ pointer }) => pointer)).toEqual(pointers)
  })

  test('a silence that was said before and is over may be said again', () => {
    const said = { daysOnSet: 2, titleHiddenUntil: '2027-03-10' }
    expect(findFaults(said, { ...bounds, before: '2027-03-10' })).toEqual([])
  })
})
