import { ecoDeliverables } from '@repere/db/vocabulary/brief.ts'
import { addDays, daysBetween, weekdayOf } from '@repere/db/vocabulary/day.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backScheduleOf, type Dated } from './schedule-rules.ts'

const empty: Dated = { deliverables: [], dates: [], label: null, labelAppliesOn: null }
const shoot = (...days: string[]) => [
  { kind: 'prep' as const, days: ['2027-01-04'] },
  { kind: 'shoot' as const, days },
]

test('everything is counted from the shoot, the earliest first', () => {
  const brief = { ...empty, label: 'LABEL-ECOPROD', deliverables: ecoDeliverables }
  expect(
    backScheduleOf(brief, shoot('2027-05-10', '2027-06-11')).map((one) => [one.milestone, one.latest]),
  ).toEqual([
    ['script-analysis', '2027-03-01'],
    ['provisional-report', '2027-03-29'],
    ['action-plan', '2027-04-05'],
    ['label-application', '2027-04-12'],
    ['roadmap', '2027-04-12'],
    ['crew-briefing', '2027-05-03'],
    ['on-set-follow-up', '2027-05-10'],
    ['data-collection', '2027-06-25'],
    ['set-reuse', '2027-06-25'],
    ['audit-file', '2027-08-10'],
    ['final-report', '2027-09-09'],
  ])
})

test('a day that was agreed stays as it is, a weekend included', () => {
  const brief: Dated = {
    ...empty,
    deliverables: ['roadmap'],
    dates: [
      { deliverable: 'roadmap', day: '2027-04-17' },
      { deliverable: 'action-plan', day: '2027-04-01' },
    ],
    labelAppliesOn: '2027-04-18',
  }
  expect(backScheduleOf(brief, shoot('2027-05-10'))).toEqual([
    { milestone: 'roadmap', latest: '2027-04-17', agreed: true },
    { milestone: 'label-application', latest: '2027-04-18', agreed: true },
  ])
})

test('without shoot days only what was agreed is dated', () => {
  const brief: Dated = {
    ...empty,
    deliverables: ['roadmap', 'final-report'],
    dates: [{ deliverable: 'roadmap', day: '2027-04-15' }],
  }
  expect(backScheduleOf(brief, [{ kind: 'prep', days: ['2027-03-01'] }])).toEqual([
    { milestone: 'roadmap', latest: '2027-04-15', agreed: true },
  ])
})

test('no computed day but that of the follow-up falls on a weekend, and moving the shoot moves all', () => {
  const first = fc.integer({ min: 0, max: 3_000 }).map((count) => addDays('2026-01-01', count))
  fc.assert(
    fc.property(
      first,
      fc.integer({ min: 0, max: 200 }),
      fc.subarray([...ecoDeliverables]),
      (from, length, asked) => {
        const brief = { ...empty, deliverables: asked }
        const schedule = backScheduleOf(brief, shoot(from, addDays(from, length)))
        expect(schedule.map(({ milestone }) => milestone).sort()).toEqual([...asked].sort())
        for (const { milestone, latest } of schedule)
          expect(milestone === 'on-set-follow-up' || weekdayOf(latest) <= 5).toBe(true)
        const later = backScheduleOf(brief, shoot(addDays(from, 7), addDays(from, length + 7)))
        expect(later.map(({ latest }, index) => daysBetween(schedule[index]?.latest ?? '', latest))).toEqual(
          schedule.map(() => 7),
        )
      },
    ),
  )
})
