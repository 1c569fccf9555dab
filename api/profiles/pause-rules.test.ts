import { expect, test } from 'vitest'
import { canPauseUntil, isOn } from './pause-rules.ts'

const pausedAt = new Date('2027-02-01T09:00:00Z')

test.each([
  [null, null, false],
  [pausedAt, null, true],
  [pausedAt, '2028-02-28', false],
  [pausedAt, '2028-02-29', true],
  [pausedAt, '2028-03-01', true],
])('on 29 February 2028 a pause since %s until %s lasts: %s', (since, pausedUntil, expected) => {
  expect(isOn({ pausedAt: since, pausedUntil }, '2028-02-29')).toBe(expected)
})

test.each([
  ['2027-12-30', false],
  ['2027-12-31', true],
  ['2028-01-01', true],
  ['2029-06-30', true],
  ['2029-07-01', false],
])('on 31 December 2027 one can pause until %s: %s', (until, expected) => {
  expect(canPauseUntil(until, '2027-12-31')).toBe(expected)
})
