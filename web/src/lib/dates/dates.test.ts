import { addDays } from '@repere/api/client.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { countDays, formatDay, formatDays, formatMonth, formatRange } from './days.ts'
import { formatMoney, formatNumber, ordinal } from './figures.ts'
import { formatAgo, formatInstant, formatTime, formatTimeLeft, timeLeft } from './instants.ts'
import { readDays, readOneDay } from './typed-days.ts'
import { sayRefusal } from './typed-days-words.ts'

/** Spaces that do not break, made visible: `_` for U+00A0, `~` for U+202F. */
const seen = (text: string) => text.replaceAll('\u00a0', '_').replaceAll('\u202f', '~')
const today = '2026-11-23'
const scattered = ['2027-03-08', '2027-03-09', '2027-03-25', '2027-04-02']

describe.each(['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati'])('dates in words, in %s', (zone) => {
  beforeAll(() => void vi.stubEnv('TZ', zone))
  afterAll(() => void vi.unstubAllEnvs())

  test('a day is told in five ways, in both languages', () => {
    const styles = ['day', 'full', 'weekday', 'long', 'figures'] as const
    expect(styles.map((style) => seen(formatDay('2027-03-08', 'fr', style)))).toEqual([
      '8_mars',
      '8_mars_2027',
      'lun._8_mars',
      'lundi 8_mars_2027',
      '08/03/2027',
    ])
    expect(styles.map((style) => seen(formatDay('2027-04-01', 'en', style)))).toEqual([
      '1_Apr',
      '1_Apr_2027',
      'Thu_1_Apr',
      'Thursday 1_April_2027',
      '01/04/2027',
    ])
    expect(seen(formatDay('2027-04-01', 'fr', 'long'))).toBe('jeudi 1er_avril_2027')
    expect(seen(formatMonth('2027-04-01', 'fr'))).toBe('avril_2027')
    expect(seen(formatMonth('2027-04-01', 'fr', { short: true, year: false }))).toBe('avr.')
  })

  test('scattered days share their month and their year', () => {
    expect(seen(formatDays(scattered, 'fr'))).toBe('8, 9, 25_mars et 2_avr._2027')
    expect(seen(formatDays(scattered, 'en'))).toBe('8, 9, 25_Mar and 2_Apr_2027')
    expect(seen(formatDays(scattered.slice(0, 3), 'fr'))).toBe('8, 9 et 25_mars_2027')
    expect(seen(formatDays(['2026-12-30', '2027-01-04'], 'fr'))).toBe('30_déc._2026 et 4_janv._2027')
    expect(formatDays([], 'fr')).toBe('')
  })

  test('many days are told by runs', () => {
    const week = Array.from({ length: 5 }, (_, index) => addDays('2027-03-08', index))
    expect(seen(formatDays([...week, '2027-03-15'], 'fr'))).toBe('8_au_12 et 15_mars_2027')
    expect(seen(formatDays(week.slice(1), 'en'))).toBe('9, 10, 11 and 12_Mar_2027')
    const days = Array.from({ length: 14 }, (_, index) => addDays('2027-03-01', index))
    expect(seen(formatDays([...days, '2027-04-02'], 'fr'))).toBe('1er_au_14_mars et 2_avr._2027')
    expect(seen(formatRange('2027-03-08', '2027-03-11', 'fr'))).toBe('du_8 au_11_mars_2027')
    expect(seen(formatRange('2027-03-30', '2027-04-02', 'fr'))).toBe('du_30_mars au_2_avr._2027')
    expect(seen(formatRange('2027-03-08', '2027-03-11', 'en'))).toBe('8–11_Mar_2027')
  })

  test('an instant is told by the wall of Paris, whatever the machine', () => {
    expect(seen(formatTime('2026-11-26T17:00:00Z', 'fr'))).toBe('18_h_00')
    expect(seen(formatInstant('2026-11-26T17:00:00Z', 'fr', { long: true }))).toBe(
      'jeudi 26_novembre_2026, 18_h_00',
    )
    expect(seen(formatInstant('2027-03-31T22:00:00Z', 'fr'))).toBe('mer._31_mars, 23_h_59')
    expect(seen(formatInstant('2027-07-14T22:30:00Z', 'en'))).toBe('Thu_15_July, 00:30')
    expect(seen(formatAgo('2026-11-21', today, 'fr'))).toBe('il y a_2_jours')
    expect(formatAgo('2026-11-22', today, 'fr')).toBe('hier')
    expect(seen(formatAgo('2026-08-01', today, 'en'))).toBe('3_months ago')
  })

  test('what is left of a deadline counts whole minutes and ends at it', () => {
    const now = new Date('2026-11-24T12:48:00Z')
    const left = timeLeft('2026-11-26T17:00:00Z', now)
    expect(left).toEqual({ days: 2, hours: 4, minutes: 12, over: false })
    expect(seen(formatTimeLeft(left, 'fr'))).toBe('2_j 04_h')
    expect(seen(formatTimeLeft({ ...left, days: 0 }, 'fr'))).toBe('4_h_12')
    expect(timeLeft(now, now).over).toBe(true)
  })

  test('typed days are read as people write them', () => {
    const read = (text: string) => readDays(text, today)
    expect(read('8, 9, 25 mars et 2 avr. 2027')).toEqual({ ok: true, days: scattered })
    expect(read('8-9/3/2027; 25.3.27, 2027-04-02')).toEqual({ ok: true, days: scattered })
    expect(read('du 8 au 9 mars 2027')).toEqual({ ok: true, days: scattered.slice(0, 2) })
    expect(read('lundi 8 mars')).toEqual({ ok: true, days: ['2027-03-08'] })
    expect(read('24/11')).toEqual({ ok: true, days: ['2026-11-24'] })
    expect(read('22/11')).toEqual({ ok: true, days: ['2027-11-22'] })
    expect(readOneDay('08/03/2027', today)).toEqual({ ok: true, day: '2027-03-08' })
    expect(readOneDay('8-9/3', today)).toMatchObject({ ok: false })
  })

  test('what is written for a person can be typed back', () => {
    const days = fc.uniqueArray(
      fc.integer({ min: 0, max: 700 }).map((count) => addDays(today, count)),
      { minLength: 1, maxLength: 40 },
    )
    fc.assert(
      fc.property(days, fc.constantFrom('fr' as const, 'en' as const), (some, locale) => {
        expect(readDays(formatDays(some, locale), today)).toEqual({ ok: true, days: [...some].sort() })
      }),
    )
  })

  test('whole dates may stand apart by a space alone', () => {
    expect(readDays('08/03/2027 09/03/2027 15.03.2027', today)).toEqual({
      ok: true,
      days: ['2027-03-08', '2027-03-09', '2027-03-15'],
    })
  })

  test('what no calendar reaches, and more pieces than days, are refused at once', () => {
    const because = (text: string) => {
      const read = readDays(text, today)
      return read.ok || read.because
    }
    expect(because('30/12/9999 - 31/12/9999')).toBe('unreadable')
    expect(because('9999-12-31')).toBe('unreadable')
    const began = performance.now()
    expect(because('1/1/2027-31/12/2027,'.repeat(25_000))).toBe('too-many')
    expect(performance.now() - began).toBeLessThan(1_000)
  })

  test('days that do not exist are refused with what was meant', () => {
    const said = (text: string, locale: 'fr' | 'en' = 'fr') => {
      const read = readDays(text, today)
      return read.ok ? '' : seen(sayRefusal(read, locale))
    }
    expect(said('31/02/2027')).toBe('Février_2027 a 28_jours.')
    expect(said('32/12/2028')).toBe('Décembre_2028 a 31_jours.')
    expect(said('31/04/2027')).toBe('Avril_2027 a 30_jours.')
    expect(said('3/2027')).toContain('lisible')
    // Quoted as it was typed, not as it was read.
    expect(said('semaine du 8 mars 2027')).toContain('«_semaine du 8 mars 2027_»')
    expect(said('1er mars, 12-8 mars 2027')).toContain('«_12-8 mars 2027_»')
    expect(said('12/13/2027')).toContain('jour vient d’abord')
    expect(said('9-8/3/2027')).toContain('avant le premier')
    expect(said('', 'en')).toContain('at least one day')
    expect(said('1/1/2027-1/3/2028')).toContain('366')
  })
})

test('figures follow the language', () => {
  expect(seen(formatNumber(1234567, 'fr'))).toBe('1~234~567')
  expect(formatNumber(1234.5, 'en')).toBe('1,234.5')
  expect(seen(formatMoney(38000, 'EUR', 'fr'))).toBe('380_€')
  expect(formatMoney(38050, 'EUR', 'en')).toBe('€380.50')
  expect(seen(formatMoney(123400, 'CHF', 'fr'))).toBe('1~234_CHF')
  expect([1, 2].map((rank) => ordinal(rank, 'fr'))).toEqual(['1re', '2e'])
  expect([1, 2, 3, 4, 11, 21, 112].map((rank) => ordinal(rank, 'en'))).toEqual([
    '1st',
    '2nd',
    '3rd',
    '4th',
    '11th',
    '21st',
    '112th',
  ])
  expect(seen(countDays(9, 'fr'))).toBe('9_jours')
})
