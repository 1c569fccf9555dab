import { addDays, dayIn, weekdayOf } from '@repere/db/vocabulary/day.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterWorkingHours, easterOf, holidaysOf, isDayOff } from './holiday-rules.ts'

test.each([
  [1961, '1961-04-02'],
  [2000, '2000-04-23'],
  [2008, '2008-03-23'],
  [2011, '2011-04-24'],
  [2024, '2024-03-31'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2038, '2038-04-25'],
  [2285, '2285-03-22'],
])('Easter of %i is on %s', (year, day) => expect(easterOf(year)).toBe(day))

test('Easter is a Sunday from 22 March to 25 April, whatever the year', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1900, max: 2500 }), (year) => {
      const day = easterOf(year)
      expect(weekdayOf(day)).toBe(7)
      expect(day >= `${year}-03-22` && day <= `${year}-04-25`).toBe(true)
    }),
  )
})

test('the eleven holidays of 2027', () => {
  expect(holidaysOf(2027)).toEqual([
    '2027-01-01',
    '2027-03-29',
    '2027-05-01',
    '2027-05-06',
    '2027-05-08',
    '2027-05-17',
    '2027-07-14',
    '2027-08-15',
    '2027-11-01',
    '2027-11-11',
    '2027-12-25',
  ])
})

test.each([
  ['a Tuesday morning ends on Wednesday morning', '2027-03-02T09:00:00Z', '2027-03-03T09:00:00Z'],
  ['a Friday evening ends on Monday evening', '2027-03-05T18:00:00Z', '2027-03-08T18:00:00Z'],
  ['a Saturday begins on Monday, and ends with it', '2027-03-06T10:00:00Z', '2027-03-08T23:00:00Z'],
  ['Easter Monday does not count', '2027-03-26T10:00:00Z', '2027-03-30T09:00:00Z'],
  ['Ascension does not count', '2027-05-05T10:00:00Z', '2027-05-07T10:00:00Z'],
  ['Christmas of 2026 and its weekend do not count', '2026-12-24T11:00:00Z', '2026-12-28T11:00:00Z'],
  ['in November 2026, All Saints is a Sunday', '2026-10-30T17:00:00Z', '2026-11-02T17:00:00Z'],
])('24 hours from %s', (_, from, until) =>
  expect(afterWorkingHours(new Date(from), 24).toISOString()).toBe(new Date(until).toISOString()),
)

const anyInstant = fc.date({
  min: new Date('2026-01-01T00:00:00Z'),
  max: new Date('2032-12-31T00:00:00Z'),
  noInvalidDate: true,
})
const anyHours = fc.integer({ min: 12, max: 72 })
const minuteMs = 60_000

test('exactly so many hours of working days lie between the two instants', () => {
  fc.assert(
    fc.property(anyInstant, anyHours, (instant, hours) => {
      const from = new Date(Math.floor(instant.getTime() / minuteMs) * minuteMs)
      const until = afterWorkingHours(from, hours)
      let minutes = 0
      for (let at = from.getTime(); at < until.getTime(); at += minuteMs)
        if (!isDayOff(dayIn('Europe/Paris', new Date(at)))) minutes += 1
      expect(minutes).toBe(hours * 60)
      // It ends within a working day, at its latest instant.
      expect(isDayOff(dayIn('Europe/Paris', new Date(until.getTime() - 1)))).toBe(false)
    }),
    { numRuns: 30 },
  )
})

test('a later beginning never ends earlier, nor a longer window', () => {
  fc.assert(
    fc.property(anyInstant, fc.nat({ max: 10_000 }), anyHours, anyHours, (from, minutes, one, other) => {
      const later = new Date(from.getTime() + minutes * minuteMs)
      expect(afterWorkingHours(from, one) <= afterWorkingHours(later, one)).toBe(true)
      const [short, long] = one <= other ? [one, other] : [other, one]
      expect(afterWorkingHours(from, short) <= afterWorkingHours(from, long)).toBe(true)
    }),
  )
})

test('weekends and holidays are off, and no working day is', () => {
  const off = Array.from({ length: 365 }, (_, index) => addDays('2027-01-01', index)).filter(isDayOff)
  // 104 days of weekends and eleven holidays, four of which (1 and 8 May, 15 August, 25 December) fall on one.
  expect(off).toHaveLength(104 + 11 - 4)
})
