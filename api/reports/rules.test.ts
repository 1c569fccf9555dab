import { type ReportState, reportOutcomes, reportStates } from '@repere/db/vocabulary/report.ts'
import { describe, expect, test } from 'vitest'
import { canContest, decided, isWaiting, measuresOf, outcomesFor } from './rules.ts'

const decidedAt = new Date('2027-02-01T09:00:00Z')
const daysOn = (days: number) => new Date(decidedAt.getTime() + days * 86_400_000)

const mayContest: Record<ReportState, boolean> = {
  open: false,
  decided: true,
  contested: true,
  closed: false,
}

describe('contesting', () => {
  test.each(reportStates)('what is %s', (state) => {
    const at = state === 'open' ? null : decidedAt
    const report = { state, decidedAt: at, contestedBy: [] }
    expect(canContest(report, 'reported', daysOn(1))).toBe(mayContest[state])
    expect(canContest(report, 'reporter', daysOn(1))).toBe(mayContest[state])
  })

  test('is possible once for each side, and for thirty days', () => {
    const report = { state: 'contested' as const, decidedAt, contestedBy: ['reported' as const] }
    expect(canContest(report, 'reported', daysOn(1))).toBe(false)
    expect(canContest(report, 'reporter', daysOn(29.9))).toBe(true)
    expect(canContest(report, 'reporter', daysOn(30))).toBe(false)
  })
})

test('a report is decided once, and once more when it was contested', () => {
  expect(decided).toEqual({ open: 'decided', decided: null, contested: 'closed', closed: null })
  expect(reportStates.filter(isWaiting)).toEqual(['open', 'contested'])
})

test('no outcome is offered that could not be carried out', () => {
  expect(outcomesFor({ bookingId: 'b', reportedId: 'a' }).sort()).toEqual([...reportOutcomes].sort())
  expect(outcomesFor({ bookingId: null, reportedId: 'a' })).not.toContain('booking-stays-frozen')
  expect(outcomesFor({ bookingId: 'b', reportedId: null })).toEqual(['no-action', 'booking-stays-frozen'])
})

test('only the outcomes that name a measure leave it in force', () => {
  expect(measuresOf['booking-stays-frozen']).toEqual({ frozen: true, suspended: false })
  expect(measuresOf['account-suspended']).toEqual({ frozen: false, suspended: true })
  for (const outcome of ['no-action', 'warning'] as const)
    expect(measuresOf[outcome]).toEqual({ frozen: false, suspended: false })
})
