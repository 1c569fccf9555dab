import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  type Day,
  dayIn,
  daysBetween,
  daysOf,
  fromDayNumber,
  includesDay,
  isDay,
  rangesOf,
  toDayNumber,
  weekdayOf,
} from '../vocabulary/day.ts'
import { inTimeZones } from './time-zones.ts'

const anyDay: fc.Arbitrary<Day> = fc.integer({ min: -20_000, max: 60_000 }).map(fromDayNumber)
const anyDays = fc.array(fc.integer({ min: 20_000, max: 20_060 }).map(fromDayNumber))

inTimeZones('civil days', () => {
  test('rangesOf and daysOf are each other’s inverse', () => {
    fc.assert(
      fc.property(anyDays, (days) => {
        expect(daysOf(rangesOf(days))).toEqual([...new Set(days)].sort())
        expect(rangesOf(daysOf(rangesOf(days)))).toEqual(rangesOf(days))
      }),
    )
  })

  test('rangesOf is as short as can be: no two ranges touch', () => {
    fc.assert(
      fc.property(anyDays, (days) => {
        const ranges = rangesOf(days)
        ranges.slice(1).forEach(({ from }, at) => {
          expect(daysBetween(ranges[at]?.to ?? '', from)).toBeGreaterThan(1)
        })
      }),
    )
  })

  test('includesDay agrees with the list of days', () => {
    fc.assert(
      fc.property(anyDays, anyDay, (days, day) => {
        expect(includesDay(rangesOf(days), day)).toBe(days.includes(day))
        for (const one of days) expect(includesDay(rangesOf(days), one)).toBe(true)
      }),
    )
  })

  test('the weekday is the one of the calendar, Sunday being 7', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(weekdayOf(day)).toBe(new Date(`${day}T00:00:00Z`).getUTCDay() || 7)
      }),
    )
  })

  test('a day and its number are each other’s inverse', () => {
    fc.assert(fc.property(anyDay, (day) => fromDayNumber(toDayNumber(day)) === day))
    expect(toDayNumber('2027-03-05')).toBe(20882)
  })

  test('adding days moves by whole days, across every change of clocks', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -3_000, max: 3_000 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count)
      }),
    )
    expect(addDays('2027-03-27', 2)).toBe('2027-03-29')
  })

  test('adding months keeps the day of the month, or takes the last of a shorter one', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -240, max: 240 }), (day, count) => {
        const [year, month, date] = day.split('-').map(Number) as [number, number, number]
        const moved = addMonths(day, count)
        const [toYear, toMonth, toDate] = moved.split('-').map(Number) as [number, number, number]
        expect(toYear * 12 + toMonth).toBe(year * 12 + month + count)
        expect(toDate === date || (toDate < date && addDays(moved, 1).endsWith('-01'))).toBe(true)
      }),
    )
    expect(addMonths('2027-01-31', 1)).toBe('2027-02-28')
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29')
    expect(addMonths('2027-12-15', 18)).toBe('2029-06-15')
  })

  test('only days that exist are days', () => {
    fc.assert(fc.property(anyDay, isDay))
    const not = [
      '2026-02-30',
      '0000-01-01',
      '3000-01-01',
      '9999-12-31',
      '2027-13-01',
      '2027-3-5',
      '2027-03-05T00:00:00Z',
      '05/03/2027',
      '',
    ]
    for (const text of not) expect(isDay(text), text).toBe(false)
  })
})

describe('the day it is', () => {
  test('depends on where', () => {
    const instant = new Date('2027-03-05T11:30:00Z')
    expect(dayIn('Europe/Paris', instant)).toBe('2027-03-05')
    expect(dayIn('Pacific/Kiritimati', instant)).toBe('2027-03-06')
    expect(dayIn('America/Los_Angeles', new Date('2027-03-05T02:00:00Z'))).toBe('2027-03-04')
  })
})
