import { addDays, dayIn } from '@repere/db/vocabulary/day.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  cancellationShare,
  completionMoment,
  optionDeadline,
  policyOfToday,
  reminderDue,
  replyDeadline,
  startOfDay,
} from './deadline-rules.ts'

const policy = policyOfToday
const at = (text: string) => new Date(text)
const zones = [
  'Europe/Paris',
  'UTC',
  'America/Los_Angeles',
  'Pacific/Kiritimati',
  'America/Santiago',
  'Asia/Kathmandu',
]

describe('the start of a day', () => {
  test.each([
    ['Europe/Paris', '2027-03-08', '2027-03-07T23:00:00Z'],
    ['Europe/Paris', '2027-07-14', '2027-07-13T22:00:00Z'],
    ['America/Los_Angeles', '2027-03-08', '2027-03-08T08:00:00Z'],
    ['Pacific/Kiritimati', '2027-03-08', '2027-03-07T10:00:00Z'],
    ['Asia/Kathmandu', '2027-03-08', '2027-03-07T18:15:00Z'],
    // Clocks jump from 23:59 to 01:00: the day begins at one.
    ['America/Santiago', '2027-09-05', '2027-09-05T04:00:00Z'],
  ])('in %s, %s begins at %s', (zone, day, instant) => {
    expect(startOfDay(zone, day)).toEqual(at(instant))
  })

  test('is the first instant that falls on it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 800 }), (zone, offset) => {
        const day = addDays('2027-01-01', offset)
        const start = startOfDay(zone, day)
        expect(dayIn(zone, start)).toBe(day)
        expect(dayIn(zone, new Date(start.getTime() - 1))).toBe(addDays(day, -1))
      }),
    )
  })
})

describe('a request', () => {
  const request = { firstDay: '2027-03-08', timeZone: 'Europe/Paris', policy }
  const limit = at('2027-03-06T23:00:00Z')

  test('waits 72 hours', () => {
    const now = at('2027-01-10T10:00:00Z')
    expect(replyDeadline(request, now)).toEqual({ ok: true, replyBy: at('2027-01-13T10:00:00Z'), limit })
  })
  test('waits as long as the production says', () => {
    const asked = at('2027-01-20T18:00:00Z')
    expect(replyDeadline({ ...request, asked }, at('2027-01-10T10:00:00Z'))).toMatchObject({ replyBy: asked })
  })
  test('never waits beyond 24 hours before its first day', () => {
    expect(replyDeadline(request, at('2027-03-05T10:00:00Z'))).toMatchObject({ replyBy: limit })
    const asked = at('2027-03-08T08:00:00Z')
    expect(replyDeadline({ ...request, asked }, at('2027-01-10T10:00:00Z'))).toMatchObject({ replyBy: limit })
  })
  test('comes too late once its limit is there', () => {
    expect(replyDeadline(request, new Date(limit.getTime() - 1))).toMatchObject({ ok: true })
    expect(replyDeadline(request, limit)).toEqual({ ok: false, because: 'too-late' })
  })
})

test('an option holds seven days, and never into its first day', () => {
  const place = { firstDay: '2027-03-08', timeZone: 'Europe/Paris', policy }
  expect(optionDeadline(place, at('2027-01-10T10:00:00Z'))).toEqual(at('2027-01-17T10:00:00Z'))
  expect(optionDeadline(place, at('2027-03-06T10:00:00Z'))).toEqual(at('2027-03-07T23:00:00Z'))
})

test('a confirmed booking is done as the second day after its last begins', () => {
  expect(completionMoment('2027-03-26', 'Europe/Paris')).toEqual(at('2027-03-27T23:00:00Z'))
})

describe('a reminder', () => {
  const expiresAt = at('2027-03-10T12:00:00Z')
  const clock = { since: at('2027-03-01T12:00:00Z'), expiresAt }
  const hoursBefore = (hours: number) => new Date(expiresAt.getTime() - hours * 3_600_000)

  test.each([
    [48.1, [], undefined],
    [48, [], 48],
    [30, [48], undefined],
    [24, [48], 24],
    [23, [48, 24], undefined],
    [2, [48, 24], 2],
    [0, [48, 24], undefined],
    // The worker was away since before the first one was due.
    [1, [], 2],
    [1, [2], undefined],
  ])('%s hours before, with %j sent: %s', (hours, sent, due) => {
    expect(reminderDue({ ...clock, sent }, hoursBefore(hours))).toBe(due)
  })
  test('is not sent for a moment before the clock began to run', () => {
    expect(reminderDue({ since: hoursBefore(30), expiresAt, sent: [] }, hoursBefore(29))).toBeUndefined()
    expect(reminderDue({ since: hoursBefore(30), expiresAt, sent: [] }, hoursBefore(24))).toBe(24)
  })
})

test.each([
  [30, 0],
  [14, 0],
  [13, 25],
  [7, 25],
  [6, 50],
  [1, 100],
  [-3, 100],
])('cancelling %i days before the first day costs %i percent', (notice, percent) => {
  expect(cancellationShare(policy.cancellation, notice)).toBe(percent)
})
