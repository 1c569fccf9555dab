import { addDays, type Day } from '@repere/db/vocabulary/day.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bestPair,
  type Coverer,
  contains,
  createRangeReader,
  daysIn,
  inMatchOrder,
  intersection,
  seekPair,
  sizeOf,
  toDaySet,
  union,
  without,
} from './match.ts'

const length = 70
const places = fc.uniqueArray(fc.nat({ max: length - 1 }))
const start = '2027-02-22'
const schedule = Array.from({ length }, (_, place) => ({
  // Scattered: a gap after every third day, over the change of the clocks.
  date: addDays(start, place + Math.floor(place / 3) * 2),
  remote: false,
}))

/** People over few days, so that equals and full pairs are frequent. */
const people = fc
  .integer({ min: 1, max: 40 })
  .chain((of) =>
    fc.array(fc.tuple(fc.uniqueArray(fc.nat({ max: of - 1 }), { maxLength: of }), fc.nat({ max: 2 })), {
      maxLength: 24,
    }),
  )
  .map((rows) =>
    rows.map(
      ([covered, rank], index): Coverer => ({
        id: `person-${index}`,
        score: 0,
        rank,
        coverage: covered.length,
        covers: toDaySet(covered, length),
      }),
    ),
  )

/** Every two people, compared as the docstring says, one pair after the other. */
const bruteForce = (ordered: readonly Coverer[]) => {
  const pairs = ordered.flatMap((first, i) =>
    ordered.slice(i + 1).map((second, j) => ({
      first,
      second,
      covered: Array.from({ length }).filter((_, place) => {
        const day = toDaySet([place], length)
        return contains(first.covers, day) || contains(second.covers, day)
      }).length,
      place: [i, j] as const,
    })),
  )
  const alone = Math.max(0, ...ordered.map(({ coverage }) => coverage))
  const [best] = pairs
    .filter(({ covered }) => covered > alone)
    .sort((a, b) => b.covered - a.covered || a.place[0] - b.place[0] || a.place[1] - b.place[1])
  return best && { first: best.first.id, second: best.second.id, covered: best.covered }
}

describe('the best pair', () => {
  test('is the one that comparing every two people finds, in 1,000 random cases', () => {
    let pairs = 0
    fc.assert(
      fc.property(people, (rows) => {
        const ordered = inMatchOrder(rows, 'project')
        const pair = bestPair(ordered)
        if (pair) pairs += 1
        expect(pair && { ...pair, first: pair.first.id, second: pair.second.id }).toEqual(bruteForce(ordered))
      }),
      { numRuns: 1_000 },
    )
    expect(pairs).toBeGreaterThan(300)
  })

  test('does not depend on the order in which people were read', () => {
    fc.assert(
      fc.property(people, (rows) => {
        expect(bestPair(inMatchOrder(rows.toReversed(), 'project'))).toEqual(
          bestPair(inMatchOrder(rows, 'project')),
        )
      }),
    )
  })

  test('gives the second only days that the first does not cover, and at least one', () => {
    fc.assert(
      fc.property(people, (rows) => {
        const pair = bestPair(inMatchOrder(rows, 'project'))
        if (!pair) return
        const rest = without(pair.second.covers, pair.first.covers)
        expect(sizeOf(rest)).toBe(pair.covered - pair.first.coverage)
        expect(sizeOf(rest)).toBeGreaterThan(0)
        expect(pair.first.coverage).toBeGreaterThanOrEqual(pair.second.coverage)
        expect(sizeOf(intersection(rest, pair.first.covers))).toBe(0)
      }),
    )
  })

  test('is found among 10,000 people whose days are all different, without comparing every two', () => {
    let state = 7
    const chance = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
      return (state >>> 8) / 2 ** 24
    }
    const crowd = Array.from({ length: 10_000 }, (_, index): Coverer => {
      // The last day is nobody’s: no pair covers all.
      const covered = Array.from({ length: 29 }, (_, place) => place).filter(() => chance() < 0.3)
      return {
        id: `${index}`,
        score: 0,
        rank: 0,
        coverage: covered.length,
        covers: toDaySet(covered, 30),
      }
    })
    const ordered = inMatchOrder(crowd, 'project')
    const began = performance.now()
    const pair = bestPair(ordered)
    expect(pair?.covered).toBeGreaterThan(20)
    expect(performance.now() - began).toBeLessThan(1_000)
  })

  test('rests on its way over a year of calendars, so that others are served meanwhile', () => {
    let state = 7
    const chance = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
      return (state >>> 8) / 2 ** 24
    }
    const crowd = Array.from({ length: 500 }, (_, index): Coverer => {
      const covered = Array.from({ length: 366 }, (_, place) => place).filter(() => chance() < 0.5)
      const covers = toDaySet(covered, 366)
      return { id: `${index}`, score: 0, rank: 0, coverage: covered.length, covers }
    })
    const rests = [...seekPair(inMatchOrder(crowd, 'project'))].length
    expect(rests).toBeGreaterThan(50)
    expect(rests).toBeLessThan(crowd.length)
  })
})

describe('sets of days', () => {
  test('are added, shared and taken away as sets are', () => {
    fc.assert(
      fc.property(places, places, (a, b) => {
        const [x, y] = [toDaySet(a, length), toDaySet(b, length)]
        const [inA, inB] = [new Set(a), new Set(b)]
        expect(sizeOf(x)).toBe(inA.size)
        expect(union(x, y)).toEqual(toDaySet([...inA.union(inB)], length))
        expect(intersection(x, y)).toEqual(toDaySet([...inA.intersection(inB)], length))
        expect(without(x, y)).toEqual(toDaySet([...inA.difference(inB)], length))
        expect(contains(x, y)).toBe(inB.isSubsetOf(inA))
        expect(daysIn(x, schedule)).toEqual(
          schedule.filter((_, place) => inA.has(place)).map(({ date }) => date),
        )
      }),
    )
  })

  test('are read from a multirange, whatever runs it is written in', () => {
    const read = createRangeReader(schedule)
    const written = (days: readonly Day[]) =>
      `{${days.map((day) => `[${day},${addDays(day, 1)})`).join(',')}}`
    fc.assert(
      fc.property(places, (chosen) => {
        const set = toDaySet(chosen, length)
        expect(read(written(daysIn(set, schedule)))).toEqual(set)
      }),
    )
    expect(daysIn(read(`{[2027-02-20,${start}),[2027-02-23,2027-02-25)}`), schedule)).toEqual([
      '2027-02-23',
      '2027-02-24',
    ])
    expect(sizeOf(read('{}'))).toBe(0)
  })
})
