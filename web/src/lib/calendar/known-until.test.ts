import { expect, test } from 'vitest'
import { knownUntilOf } from './known-until.ts'

const today = '2026-11-22'

test('what the owner said stands', () => {
  expect(knownUntilOf({ knownUntil: '2027-01-31' }, today)).toBe('2027-01-31')
  expect(knownUntilOf({ knownUntil: today }, today)).toBe(today)
})

test('a calendar never dated, or whose date has passed, is known for a year', () => {
  expect(knownUntilOf({ knownUntil: null }, today)).toBe('2027-11-22')
  expect(knownUntilOf({ knownUntil: '2026-11-21' }, today)).toBe('2027-11-22')
})
