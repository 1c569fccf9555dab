import { expect, test } from 'vitest'
import { termsDifference } from './terms-difference.ts'

const phase = (id: string, days: string[]) => ({
  id,
  kind: 'shoot' as const,
  days,
  remote: false,
  exclusive: true,
})
const rate = (amountCents: number) => ({ amountCents, currency: 'EUR' as const, per: 'day' as const })
const terms = { phases: [phase('a', ['2027-03-08', '2027-03-09'])], rate: rate(40_000), employmentForm: null }

test('terms that are the same differ in nothing', () => {
  expect(termsDifference(terms, structuredClone(terms))).toEqual({ phases: [] })
})

test('days added and removed, the rate and the form are told, what stays is not', () => {
  const after = { ...terms, phases: [phase('a', ['2027-03-09', '2027-03-10'])], rate: rate(45_000) }
  expect(termsDifference(terms, after)).toEqual({
    phases: [{ kind: 'shoot', added: ['2027-03-10'], removed: ['2027-03-08'] }],
    rate: { before: rate(40_000), after: rate(45_000) },
  })
  expect(termsDifference(terms, { ...terms, rate: null, employmentForm: 'cddu' })).toEqual({
    phases: [],
    rate: { before: rate(40_000), after: null },
    employmentForm: { before: null, after: 'cddu' },
  })
})

test('a day that moves to another phase leaves one and joins the other; a phase dropped loses all its days', () => {
  const before = { ...terms, phases: [phase('a', ['2027-03-08']), phase('b', ['2027-04-01'])] }
  const after = { ...terms, phases: [phase('b', ['2027-03-08', '2027-04-01'])] }
  expect(termsDifference(before, after).phases).toEqual([
    { kind: 'shoot', added: [], removed: ['2027-03-08'] },
    { kind: 'shoot', added: ['2027-03-08'], removed: [] },
  ])
})
