import { addDays, daysOf, fromDayNumber, rangesOf, toDayNumber } from '@repere/db/vocabulary/day.ts'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { linesOf, readWithIcalJs, readWithNodeIcal } from '../test/calendars.ts'
import { readDays } from './reading/days.ts'
import { changeOf, gapsOf, type Standing } from './rules.ts'
import { type Entry, writeFeed, writeMessage } from './writing.ts'

const origin = 'https://repere.example'
const entry = (days: Entry['days'], more: Partial<Entry> = {}): Entry => ({
  bookingId: '01980000-0000-7000-8000-000000000001',
  days,
  status: 'confirmed',
  sequence: 3,
  changedAt: new Date('2027-02-01T09:00:00Z'),
  summary: 'Réservation Repère',
  ...more,
})
const uid = 'booking-01980000-0000-7000-8000-000000000001@repere.example'

const { TZ } = process.env
afterEach(() => {
  process.env.TZ = TZ ?? 'UTC'
})

/** Whether days come through a file, whoever reads it. */
const expectSameDays = (text: string, days: readonly string[]) => {
  expect(readWithIcalJs(text)[uid]).toEqual(days)
  expect(readWithNodeIcal(text)[uid]).toEqual(days)
  const window = { from: '2027-01-01', to: '2029-12-31' }
  const own = readDays(new TextEncoder().encode(text), {
    timeZone: 'Europe/Paris',
    window,
    scope: 'every-event',
    addresses: [],
  })
  expect(daysOf([...own.busy, ...own.tentative])).toEqual(days)
}

describe.each(['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati'])('on a machine in %s', (machine) => {
  test('two other programs and our own reader find the days that were written, however they are scattered', () => {
    process.env.TZ = machine
    const day = fc.integer({ min: toDayNumber('2027-01-01'), max: toDayNumber('2027-12-31') })
    fc.assert(
      fc.property(fc.uniqueArray(day, { minLength: 1, maxLength: 12 }), (numbers) => {
        const days = numbers.sort((a, b) => a - b).map(fromDayNumber)
        expectSameDays(writeFeed([entry(rangesOf(days))], origin, 'fr'), days)
      }),
      { numRuns: 60 },
    )
  }, 30_000)
})

test('days on end are one long day, scattered ones every day but those between', () => {
  const long = linesOf(writeFeed([entry([{ from: '2027-03-08', to: '2027-03-11' }])], origin, 'fr'))
  expect(long).toEqual(expect.arrayContaining(['DTSTART;VALUE=DATE:20270308', 'DTEND;VALUE=DATE:20270312']))
  expect(long.some((line) => line.startsWith('RRULE'))).toBe(false)
  const scattered = linesOf(writeFeed([entry(rangesOf(['2027-03-08', '2027-03-10']))], origin, 'fr'))
  expect(scattered).toEqual(
    expect.arrayContaining([
      'DTEND;VALUE=DATE:20270309',
      'RRULE:FREQ=DAILY;COUNT=3',
      'EXDATE;VALUE=DATE:20270309',
    ]),
  )
})

describe('a message', () => {
  const to = { name: 'Camille; "Cam" Exemple\r\nX-BAD:1', email: 'camille@exemple.test' }

  test('asks for an entry by a stable name and a number that rises, and waits for no answer', () => {
    const { method, content } = writeMessage(entry(rangesOf(['2027-03-08']), { status: 'tentative' }), {
      origin,
      locale: 'fr',
      to,
    })
    expect(method).toBe('REQUEST')
    const lines = linesOf(content)
    expect(lines).toEqual(
      expect.arrayContaining(['METHOD:REQUEST', `UID:${uid}`, 'SEQUENCE:3', 'STATUS:TENTATIVE']),
    )
    expect(lines.find((line) => line.startsWith('ORGANIZER'))).toContain('mailto:registre@repere.example')
    const attendee = lines.find((line) => line.startsWith('ATTENDEE')) ?? ''
    expect(attendee).toContain('RSVP=FALSE')
    expect(attendee.toLowerCase()).toContain('mailto:camille@exemple.test')
    expect(lines.filter((line) => line.startsWith('X-BAD'))).toEqual([])
    expectSameDays(content, ['2027-03-08'])
  })

  test('takes the entry out by the same name', () => {
    const cancelled = entry(rangesOf(['2027-03-08']), { status: 'cancelled', sequence: 4 })
    const { method, content } = writeMessage(cancelled, { origin, locale: 'en', to })
    expect(method).toBe('CANCEL')
    expect(linesOf(content)).toEqual(
      expect.arrayContaining(['METHOD:CANCEL', `UID:${uid}`, 'SEQUENCE:4', 'STATUS:CANCELLED']),
    )
  })

  test('has no line longer than the format allows', () => {
    const days = Array.from({ length: 60 }, (_, at) => addDays('2027-03-01', at * 3))
    const { content } = writeMessage(entry(rangesOf(days)), { origin, locale: 'fr', to })
    for (const line of content.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expectSameDays(content, days)
  })
})

describe('what a calendar must be told', () => {
  const days = rangesOf(['2027-03-08'])
  const fewer = rangesOf(['2027-03-08', '2027-03-12'])
  const told = (status: Standing['status']): Standing => ({ status, days })
  test.each<[string, Parameters<typeof changeOf>, Standing | undefined]>([
    ['nothing of a request', [{ state: 'requested', days }, undefined], undefined],
    ['nothing of a request that was declined', [{ state: 'declined', days }, undefined], undefined],
    ['an option', [{ state: 'option', days }, undefined], told('tentative')],
    ['nothing twice', [{ state: 'option', days }, told('tentative')], undefined],
    [
      'other days',
      [{ state: 'option', days: fewer }, told('tentative')],
      { status: 'tentative', days: fewer },
    ],
    ['a confirmation', [{ state: 'confirmed', days }, told('tentative')], told('confirmed')],
    ['nothing when the work is done', [{ state: 'completed', days }, told('confirmed')], undefined],
    ['that an option lapsed', [{ state: 'expired', days }, told('tentative')], told('cancelled')],
    ['that a booking was cancelled', [{ state: 'cancelled', days }, told('confirmed')], told('cancelled')],
    ['no second cancellation', [{ state: 'voided', days }, told('cancelled')], undefined],
    ['an option that revives', [{ state: 'option', days }, told('cancelled')], told('tentative')],
  ])('%s', (_, args, expected) => {
    expect(changeOf(...args)).toEqual(expected)
  })
})

test('the gaps of scattered ranges are the days between them', () => {
  expect(gapsOf(rangesOf(['2027-03-01', '2027-03-02', '2027-03-05', '2027-03-07']))).toEqual([
    { from: '2027-03-03', to: '2027-03-04' },
    { from: '2027-03-06', to: '2027-03-06' },
  ])
  expect(gapsOf([])).toEqual([])
})
