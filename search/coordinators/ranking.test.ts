import { expect, test } from 'vitest'
import { type Candidate, completeBucketOf, freshBucketOf, inOrder, lotOf, rankOf } from './ranking.ts'

const candidate = (id: string, values: Partial<Candidate> = {}): Candidate => ({
  id,
  score: 0,
  coverage: 0,
  rank: 0,
  ...values,
})

const ids = (candidates: readonly Candidate[]) => candidates.map(({ id }) => id)

test('days covered come first, then words, then evidence, freshness, completeness', () => {
  const people = [
    candidate('plain'),
    candidate('complete', { rank: rankOf(0, 0, 3) }),
    candidate('fresh', { rank: rankOf(0, 1, 0) }),
    candidate('seen', { rank: rankOf(1, 0, 0) }),
    candidate('confirmed', { rank: rankOf(2, 0, 0) }),
    candidate('words', { score: 1 }),
    candidate('covers', { coverage: 1 }),
  ]
  expect(ids(inOrder(people, 'any'))).toEqual([
    'covers',
    'words',
    'confirmed',
    'seen',
    'fresh',
    'complete',
    'plain',
  ])
})

test('one seed gives one order, whatever order people come in', () => {
  const equals = Array.from({ length: 50 }, (_, index) => candidate(`p${index}`))
  expect(ids(inOrder(equals.toReversed(), '2027-03-05'))).toEqual(ids(inOrder(equals, '2027-03-05')))
  expect(ids(inOrder(equals, '2027-03-06'))).not.toEqual(ids(inOrder(equals, '2027-03-05')))
})

test('lots are whole numbers of 32 bits, spread evenly', () => {
  const lots = Array.from({ length: 4_000 }, (_, index) => lotOf('2027-03-05', `id-${index}`))
  expect(lots.every((lot) => Number.isInteger(lot) && lot >= 0 && lot < 2 ** 32)).toBe(true)
  const quarters = [0, 1, 2, 3].map(
    (quarter) => lots.filter((lot) => Math.floor(lot / 2 ** 30) === quarter).length,
  )
  for (const count of quarters) expect(Math.abs(count - 1_000)).toBeLessThan(150)
})

test.each([
  ['2027-01-11', 3],
  ['2027-01-04', 3],
  ['2027-01-03', 2],
  ['2026-12-21', 2],
  ['2026-12-20', 1],
  ['2026-11-28', 1],
] as const)('a calendar confirmed on %s is in freshness bucket %i', (confirmedOn, bucket) => {
  expect(freshBucketOf(confirmedOn, '2027-01-12', '2027-01-11')).toBe(bucket)
})

test('a stale calendar, or one never confirmed, is in the last bucket', () => {
  expect(freshBucketOf('2026-11-27', '2027-01-11', '2027-01-11')).toBe(0)
  expect(freshBucketOf(null, null, '2027-01-11')).toBe(0)
})

test('completeness counts parts in four steps', () => {
  expect([0, 1, 2, 3, 4, 5, 6].map(completeBucketOf)).toEqual([0, 0, 0, 1, 1, 2, 3])
})
