import { addDays } from '@repere/db/vocabulary/day.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Experience, measures, progressTowards, type Threshold } from './progress-rules.ts'

const today = '2027-02-01'
const asksNothing: Threshold = { years: null, credits: null, daysOnSet: null, productions: null }
const saysNothing: Experience = {
  daysOnSet: null,
  productionsCount: null,
  confirmedCredits: 0,
  workingSince: null,
}
const bectu: Threshold = { ...asksNothing, years: 3, credits: 5 }

describe('progress towards a registry', () => {
  test.each([
    ['nothing said', saysNothing, [null, 0], [3, 5], false],
    ['two years and two credits', { workingSince: 2025, confirmedCredits: 2 }, [2, 2], [1, 3], false],
    ['years alone', { workingSince: 2020, confirmedCredits: 4 }, [7, 4], [0, 1], false],
    ['both', { workingSince: 2024, confirmedCredits: 5 }, [3, 5], [0, 0], true],
    ['more than both', { workingSince: 2001, confirmedCredits: 40 }, [26, 40], [0, 0], true],
    ['a first year to come', { workingSince: 2028, confirmedCredits: 5 }, [0, 5], [3, 0], false],
  ] as const)('with %s', (_, said, have, missing, met) => {
    const progress = progressTowards(bectu, { ...saysNothing, ...said }, today)
    expect(progress.lines).toEqual([
      { measure: 'years', needed: 3, have: have[0], missing: missing[0] },
      { measure: 'credits', needed: 5, have: have[1], missing: missing[1] },
    ])
    expect(progress.met).toBe(met)
  })

  test('days and productions count as declared', () => {
    const asked = { ...asksNothing, daysOnSet: 75, productions: 8 }
    const said = { ...saysNothing, daysOnSet: 46, productionsCount: 9 }
    expect(progressTowards(asked, said, today)).toEqual({
      lines: [
        { measure: 'daysOnSet', needed: 75, have: 46, missing: 29 },
        { measure: 'productions', needed: 8, have: 9, missing: 0 },
      ],
      met: false,
    })
  })

  test('nobody is said to reach what is not known', () => {
    const said = { daysOnSet: 9_000, productionsCount: 900, confirmedCredits: 90, workingSince: 1980 }
    expect(progressTowards(asksNothing, said, today)).toEqual({ lines: [], met: null })
  })
})

const count = fc.option(fc.integer({ min: 1, max: 60 }), { nil: null })
const threshold = fc.record({ years: count, credits: count, daysOnSet: count, productions: count })
const experience = fc.record({
  daysOnSet: fc.option(fc.nat(200), { nil: null }),
  productionsCount: fc.option(fc.nat(100), { nil: null }),
  confirmedCredits: fc.nat(100),
  workingSince: fc.option(fc.integer({ min: 1950, max: 2030 }), { nil: null }),
})
const someDay = fc.nat(3_000).map((count) => addDays('2026-01-01', count))

test('what is missing fills the gap exactly, and is nothing once the threshold is met', () => {
  fc.assert(
    fc.property(threshold, experience, someDay, (asked, said, day) => {
      const { lines, met } = progressTowards(asked, said, day)
      expect(lines.map(({ measure }) => measure)).toEqual(measures.filter((name) => asked[name] !== null))
      for (const { needed, have, missing } of lines) {
        expect(missing).toBeGreaterThanOrEqual(0)
        if (missing > 0) expect((have ?? 0) + missing).toBe(needed)
        else expect(have ?? 0).toBeGreaterThanOrEqual(needed)
      }
      expect(met).toBe(lines.length === 0 ? null : lines.every(({ missing }) => missing === 0))
    }),
  )
})

test('more experience and later days never take anybody further away', () => {
  fc.assert(
    fc.property(threshold, experience, someDay, fc.nat(400), fc.nat(20), (asked, said, day, later, more) => {
      const grown = {
        ...said,
        daysOnSet: (said.daysOnSet ?? 0) + more,
        productionsCount: (said.productionsCount ?? 0) + more,
        confirmedCredits: said.confirmedCredits + more,
      }
      const before = progressTowards(asked, said, day).lines
      const after = progressTowards(asked, grown, addDays(day, later)).lines
      for (const [index, line] of after.entries())
        expect(line.missing).toBeLessThanOrEqual(before[index]?.missing ?? 0)
    }),
  )
})
