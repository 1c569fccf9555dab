import { createHash } from 'node:crypto'
import { addDays } from '@repere/db/vocabulary/day.ts'
import { describe, expect, test } from 'vitest'
import { type Candidate, inOrder } from './ranking.ts'

/** People whom nothing parts, with ids as the database gives them: much alike at the front, apart at the end. */
const equals = (count: number, group = 0): Candidate[] =>
  Array.from({ length: count }, (_, index) => {
    const chance = createHash('sha1').update(`${group}/${index}`).digest('hex')
    const id = `019a0000-${chance.slice(0, 4)}-7${chance.slice(4, 7)}-8${chance.slice(7, 10)}-${chance.slice(10, 22)}`
    return { id, score: 0, coverage: 0, rank: 0 }
  })

const places = 3

/** How often each person has one of the first three places, over these seeds. */
const topThrees = (people: readonly Candidate[], seeds: readonly string[]): number[] => {
  const firsts = new Map(people.map(({ id }) => [id, 0]))
  for (const seed of seeds)
    for (const { id } of inOrder(people, seed).slice(0, places)) firsts.set(id, (firsts.get(id) ?? 0) + 1)
  return [...firsts.values()]
}

const twoYears = Array.from({ length: 731 }, (_, day) => addDays('2026-11-22', day))

/**
 * With 12,000 seeds the fair share of one of sixty is 600 top-three places, and one standard deviation of a perfectly
 * even lot is 24: 20 % is five of them for sixty, seven for thirty, twelve for a dozen. An order that favours somebody
 * by a quarter fails; chance alone would fail it once in thirty thousand runs, and these seeds do not change.
 */
describe('over 12,000 seeds each of', () => {
  const seeds = Array.from({ length: 12_000 }, (_, seed) => `seed-${seed}`)
  test.each([12, 30, 60])('%i equals has a top-three place as often as is fair, to a fifth', (count) => {
    const fair = (seeds.length * places) / count
    const counts = topThrees(equals(count), seeds)
    expect(Math.min(...counts)).toBeGreaterThan(fair * 0.8)
    expect(Math.max(...counts)).toBeLessThan(fair * 1.2)
  })
})

/** Seeds differ in a figure or two from one day to the next: the lots must not follow. */
describe('with the seeds people really get, the dates of two years,', () => {
  test.each([12, 30, 60])('%i equals share the top three as an even lot would', (count) => {
    const share = places / count
    const spread = (twoYears.length * share * (1 - share)) ** 0.5
    const groups = Array.from({ length: 10 }, (_, group) => topThrees(equals(count, group), twoYears))
    for (const each of groups.flat())
      expect(Math.abs(each - twoYears.length * share)).toBeLessThan(4.5 * spread)
    const squares = groups.flat().map((each) => ((each - twoYears.length * share) / spread) ** 2)
    const variance = squares.reduce((sum, square) => sum + square, 0) / squares.length
    // Ten groups of twelve: the variance of their counts strays from that of a lot by 13 % at one deviation.
    expect(Math.abs(variance - 1)).toBeLessThan(0.5)
  })

  test('whoever was in the top three yesterday is there today no more often than anybody', () => {
    const people = equals(60)
    const tops = twoYears.map((day) => new Set(inOrder(people, day).slice(0, places)))
    const stayed = tops
      .slice(1)
      .reduce((sum, top, day) => sum + top.intersection(tops[day] as typeof top).size, 0)
    // 3 × 3/60 a day, 730 days: 110 on average, ten at one deviation.
    expect(Math.abs(stayed - 110)).toBeLessThan(45)
  })

  test('nobody of sixty equals waits 200 days for a top-three place', () => {
    // A wait that long has odds of one in 28,000, and the two years of sixty people hold some 2,200 waits.
    const people = equals(60)
    const tops = twoYears.map((day) => new Set(inOrder(people, day).slice(0, places)))
    for (const one of people) {
      const days = [-1, ...tops.flatMap((top, day) => (top.has(one) ? [day] : [])), twoYears.length]
      const waits = days.slice(1).map((day, index) => day - (days[index] ?? 0))
      expect(Math.max(...waits)).toBeLessThan(200)
    }
  })
})
