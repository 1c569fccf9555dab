import { type Day, toDayNumber } from '@repere/db/vocabulary/day.ts'
import { type Candidate, inOrder } from './ranking.ts'

/** A set of the days of a schedule, 32 to a word: bit n stands for the nth day. */
export type DaySet = readonly number[]

/** One day that decides, and whether the work on it is done from anywhere. */
export interface ScheduleDay {
  date: Day
  remote: boolean
}

/** Somebody who meets the needs, with the days they cover; `coverage` counts them. */
export interface Coverer extends Candidate {
  covers: DaySet
}

/** The first stands before the second in the published order: covers at least as many days alone. */
export interface Pair<One extends Coverer> {
  first: One
  second: One
  /** How many days the two cover together. */
  covered: number
}

/** The set of the days whose places in the schedule are given. */
export const toDaySet = (places: readonly number[], length: number): DaySet => {
  const words = new Array<number>(Math.ceil(length / 32)).fill(0)
  for (const place of places) words[place >> 5] = (words[place >> 5] ?? 0) | (1 << (place & 31))
  return words
}

export const union = (a: DaySet, b: DaySet): DaySet => a.map((word, index) => word | (b[index] ?? 0))
export const intersection = (a: DaySet, b: DaySet): DaySet => a.map((word, index) => word & (b[index] ?? 0))
export const without = (a: DaySet, b: DaySet): DaySet => a.map((word, index) => word & ~(b[index] ?? 0))
export const contains = (a: DaySet, b: DaySet): boolean => sizeOf(without(b, a)) === 0
export const sizeOf = (set: DaySet): number => set.reduce((sum, word) => sum + bitsIn(word), 0)

/** The days of a schedule that are in the set, in the schedule's order. */
export const daysIn = (set: DaySet, schedule: readonly ScheduleDay[]): Day[] =>
  schedule.flatMap(({ date }, place) => ((set[place >> 5] ?? 0) & (1 << (place & 31)) ? [date] : []))

/** Reads multiranges as Postgres writes them, `{[2027-03-08,2027-03-12),…}`; many people have the same free days. */
export const createRangeReader = (schedule: readonly ScheduleDay[]): ((written: string) => DaySet) => {
  const places = schedule.map(({ date }, place) => [toDayNumber(date), place] as const)
  const known = new Map<string, DaySet>()
  return (written) => {
    const read = known.get(written)
    if (read) return read
    const bounds = (written.match(/\d{4}-\d{2}-\d{2}/g) ?? []).map(toDayNumber)
    const isIn = (number: number) =>
      bounds.some((from, at) => at % 2 === 0 && from <= number && number < (bounds[at + 1] ?? from))
    const set = toDaySet(
      places.flatMap(([number, place]) => (isIn(number) ? [place] : [])),
      schedule.length,
    )
    known.set(written, set)
    return set
  }
}

/** Most covered days first, then evidence, freshness, completeness; equals by a lot that the seed decides. */
export const inMatchOrder = <One extends Coverer>(people: readonly One[], seed: string): One[] =>
  inOrder(people, seed)

/**
 * The best two of people in the published order, or nothing when no second person adds a day to what the first of all
 * covers alone. Best means: the two cover the most days together; of those, the pair whose first stands earliest in
 * the order, that is who covers most alone; of those, the pair whose second stands earliest. The second is asked for
 * the days the first does not cover, and for those alone.
 *
 * Of people who cover the same days the earliest is enough. Two cover at most the sum of what each covers: down the
 * order that sum only falls, so that the search ends where it cannot beat the best pair found, or where a pair covers
 * every day that anybody covers.
 */
export const bestPair = <One extends Coverer>(ordered: readonly One[]): Pair<One> | undefined => {
  const people = firstOfEach(ordered)
  const reach = sizeOf(
    people.reduce<DaySet>((all, { covers }) => union(all, covers), people[0]?.covers ?? []),
  )
  let covered = people[0]?.coverage ?? 0
  let pair: Pair<One> | undefined
  for (const [place, first] of people.entries()) {
    if (covered === reach || first.coverage * 2 <= covered) break
    for (let next = place + 1; next < people.length && covered < reach; next += 1) {
      const second = people[next] as One
      if (first.coverage + second.coverage <= covered) break
      const together = sizeOfUnion(first.covers, second.covers)
      if (together <= covered) continue
      covered = together
      pair = { first, second, covered }
    }
  }
  return pair
}

const firstOfEach = <One extends Coverer>(ordered: readonly One[]): One[] => {
  const seen = new Set<string>()
  return ordered.filter(({ covers }) => {
    const key = covers.join()
    return !seen.has(key) && seen.add(key)
  })
}

const sizeOfUnion = (a: DaySet, b: DaySet): number => {
  let size = 0
  for (let index = 0; index < a.length; index += 1) size += bitsIn((a[index] ?? 0) | (b[index] ?? 0))
  return size
}

/** How many bits of a 32-bit word are set, summed in pairs, nibbles and bytes. */
const bitsIn = (word: number): number => {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
