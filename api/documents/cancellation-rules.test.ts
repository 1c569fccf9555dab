import { addDays, daysBetween } from '@repere/db/vocabulary/day.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cancellationShare, policyOfToday } from '../bookings/deadline-rules.ts'
import { percentOn, stretchesOf } from './cancellation-rules.ts'

const firstDay = '2027-03-15'

test('the bands of today, as days of a calendar', () => {
  expect(stretchesOf(policyOfToday.cancellation, firstDay)).toEqual([
    { from: null, to: '2027-03-01', percent: 0 },
    { from: '2027-03-02', to: '2027-03-08', percent: 25 },
    { from: '2027-03-09', to: '2027-03-13', percent: 50 },
    { from: '2027-03-14', to: null, percent: 100 },
  ])
})

test('without bands nothing is ever due', () => {
  expect(stretchesOf([], firstDay)).toEqual([{ from: null, to: null, percent: 0 }])
})

test('the memo and the booking ask the same of whoever cancels, on every day and under every policy', () => {
  const band = fc.record({
    lessThanDays: fc.integer({ min: 1, max: 60 }),
    percent: fc.integer({ min: 1, max: 100 }),
  })
  const bands = fc.uniqueArray(band, { selector: ({ lessThanDays }) => lessThanDays, maxLength: 5 })
  fc.assert(
    fc.property(bands, fc.integer({ min: -10, max: 90 }), (policy, notice) => {
      const day = addDays(firstDay, -notice)
      expect(percentOn(stretchesOf(policy, firstDay), day)).toBe(
        cancellationShare(policy, daysBetween(day, firstDay)),
      )
    }),
  )
})
