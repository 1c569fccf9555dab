import { addDays } from '@repere/db/vocabulary/day.ts'
import { languageCodes } from '@repere/db/vocabulary/language.ts'
import { regionCodes } from '@repere/db/vocabulary/region.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { explain, scheduleOf } from './rules.ts'

const today = '2027-03-01'
const phase = (days: string[], more: { remote?: boolean; exclusive?: boolean } = {}) => ({
  days,
  remote: false,
  exclusive: true,
  ...more,
})

describe('the days that decide', () => {
  test('are the exclusive ones from today on, each once and in order', () => {
    const phases = [
      phase(['2027-03-09', '2027-02-28', '2027-03-08']),
      phase(['2027-03-08', today]),
      phase(['2027-03-20'], { exclusive: false, remote: true }),
    ]
    expect(scheduleOf(phases, today).days).toEqual(
      [today, '2027-03-08', '2027-03-09'].map((date) => ({ date, remote: false })),
    )
  })

  test('are remote unless some phase is on site that day', () => {
    const phases = [phase(['2027-03-08', '2027-03-09'], { remote: true }), phase(['2027-03-09'])]
    expect(scheduleOf(phases, today)).toEqual({
      days: [
        { date: '2027-03-08', remote: true },
        { date: '2027-03-09', remote: false },
      ],
      elsewhere: true,
      onSite: true,
    })
  })

  test('leave nothing to somebody from elsewhere where shared work is on site', () => {
    const phases = [phase(['2027-03-08'], { remote: true }), phase(['2027-03-12'], { exclusive: false })]
    expect(scheduleOf(phases, today)).toMatchObject({ elsewhere: false, onSite: true })
  })

  test('ask for no region when all of them are remote, and for one while there are none', () => {
    expect(scheduleOf([phase(['2027-03-08'], { remote: true })], today)).toMatchObject({ onSite: false })
    expect(scheduleOf([], today)).toEqual({ days: [], elsewhere: false, onSite: true })
  })
})

describe('an explanation', () => {
  const codes = <Code extends string>(all: readonly Code[]) =>
    fc.uniqueArray(fc.constantFrom(...all), { maxLength: 4 })
  const few = { regions: regionCodes.slice(0, 5), languages: languageCodes.slice(0, 5) }

  test('is true of the person and of the needs, whoever they are', () => {
    const person = fc.record({
      covers: fc
        .uniqueArray(fc.nat({ max: 29 }))
        .map((places) => places.map((place) => addDays(today, place))),
      inTraining: fc.boolean(),
      proof: fc.option(
        fc.record({
          code: fc.constantFrom('IC-CQP-FR', 'IC-IDC'),
          state: fc.constantFrom('declared' as const, 'document-seen' as const, 'confirmed' as const),
          certification: fc.boolean(),
        }),
      ),
      regions: codes(few.regions),
      languages: codes(few.languages),
    })
    const needs = fc.record({
      regions: codes(few.regions),
      languages: codes(few.languages),
      of: fc.constant(30),
    })
    fc.assert(
      fc.property(person, needs, (who, asked) => {
        const because = explain(who, asked)
        expect(because.days).toBe(new Set(who.covers).size)
        expect(because.days).toBeLessThanOrEqual(because.of)
        expect(new Set(because.regions)).toEqual(new Set(who.regions).intersection(new Set(asked.regions)))
        expect(because.remoteOnly).toBe(
          asked.regions.length > 0 && asked.regions.every((code) => !who.regions.includes(code)),
        )
        expect(new Set(because.languages)).toEqual(
          new Set(who.languages).intersection(new Set(asked.languages)),
        )
        expect([because.proof, because.inTraining]).toEqual([who.proof, who.inTraining])
      }),
      { numRuns: 1_000 },
    )
  })
})
