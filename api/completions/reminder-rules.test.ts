import { describe, expect, test } from 'vitest'
import { creditReminderDue, nextCreditReminder } from './reminder-rules.ts'

const endedAt = new Date('2027-03-10T23:00:00Z')
const on = (day: number) => new Date(endedAt.getTime() + day * 86_400_000)

describe('a production that has not confirmed a credit', () => {
  test.each([
    ['is left alone for a week', 6.99, [], undefined],
    ['is reminded after a week', 7, [], 7],
    ['is not reminded of the same twice', 20, [7], undefined],
    ['is reminded a last time after four weeks', 28, [7], 28],
    ['gets one reminder for two that were missed', 40, [], 28],
    ['is left alone after the last', 59, [7, 28], undefined],
    ['is not asked about work of long ago', 60, [], undefined],
  ])('%s', (_, day, sent, due) => {
    expect(creditReminderDue({ endedAt, sent }, on(day))).toBe(due)
  })

  test('the person reads when the next reminder goes, and that there is none after the last', () => {
    expect([0, 7, 28].map((day) => nextCreditReminder(endedAt, on(day)))).toEqual([on(7), on(28), null])
  })
})
