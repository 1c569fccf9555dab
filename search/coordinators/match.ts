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

/**
 * Reads multiranges as Postgres writes them, in order: `{[2027-03-08,2027-03-12),…}`. A schedule is in order, too, so
 * that both are walked once, side by side; many people have the same free days.
 */
export const createRangeReader = (schedule: readonly ScheduleDay[]): ((written: string) => DaySet) => {
  const numbers = schedule.map(({ date }) => toDayNumber(date))
  const numberOf = remembering(toDayNumber)
  return remembering((written) => {
    const bounds = written.match(/\d{4}-\d{2}-\d{2}/g) ?? []
    const places: number[] = []
    let place = 0
    for (let at = 0; at + 1 < bounds.length; at += 2) {
      const [from, until] = [numberOf(bounds[at] as Day), numberOf(bounds[at + 1] as Day)]
      while (place < numbers.length && (numbers[place] as number) < from) place += 1
      for (; place < numbers.length && (numbers[place] as number) < until; place += 1) places.push(place)
    }
    return toDaySet(places, schedule.length)
  })
}

const remembering = <Result>(read: (text: string) => Result): ((text: string) => Result) => {
  const known = new Map<string, Result>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const result = read(text)
    known.set(text, result)
    return result
  }
}

/** Most covered days first, then evidence, freshness, completeness; equals by a lot that the seed decides. */
export const inMatchOrder = <One extends Coverer>(people: readonly One[], seed: string): One[] =>
  inOrder(people, seed)

/** {@link seekPair} in one go. */
export const bestPair = <One extends Coverer>(ordered: readonly One[]): Pair<One> | undefined => {
  const seeking = seekPair(ordered)
  for (;;) {
    const { done, value } = seeking.next()
    if (done) return value
  }
}

/**
 * The best two of people in the published order, or nothing when no second person adds a day to what the first of all
 * covers alone. Best means: the two cover the most days together; of those, the pair whose first stands earliest in
 * the order, that is who covers most alone; of those, the pair whose second stands earliest. The second is asked for
 * the days the first does not cover, and for those alone.
 *
 * Of people who cover the same days the earliest is enough. Two cover at most the sum of what each covers: down the
 * order that sum only falls, so that the search ends where it cannot beat the best pair found, or where a pair covers
 * every day that anybody covers. Two who lack too many days are left as soon as that many were met.
 *
 * It rests after each first person: whoever runs it may let others work.
 */
export function* seekPair<One extends Coverer>(
  ordered: readonly One[],
): Generator<void, Pair<One> | undefined> {
  const people = firstOfEach(ordered)
  const reached = people.reduce<DaySet>((all, { covers }) => union(all, covers), people[0]?.covers ?? [])
  const reach = sizeOf(reached)
  const days = Int32Array.from(people.flatMap(({ covers }) => covers))
  const counts = Int32Array.from(people, ({ coverage }) => coverage)
  let covered = people[0]?.coverage ?? 0
  let pair: Pair<One> | undefined
  for (const [place, first] of people.entries()) {
    if (covered === reach || first.coverage * 2 <= covered) break
    yield
    const lacking = Int32Array.from(without(reached, first.covers))
    for (let next = place + 1; next < people.length && covered < reach; next += 1) {
      if (first.coverage + (counts[next] as number) <= covered) break
      const left = leftOf(lacking, days, next * lacking.length, reach - covered)
      if (left === undefined) continue
      covered = reach - left
      pair = { first, second: people[next] as One, covered }
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

/** How many of the days a first lacks a second leaves, whose own begin at a place; undefined when not fewer than so many. */
const leftOf = (lacking: Int32Array, days: Int32Array, from: number, fewer: number): number | undefined => {
  let left = 0
  for (let index = 0; index < lacking.length; index += 1) {
    left += bitsIn((lacking[index] as number) & ~(days[from + index] as number))
    if (left >= fewer) return undefined
  }
  return left
}

/** How many bits of a 32-bit word are set, summed in pairs, nibbles and bytes. */
const bitsIn = (word: number): number => {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
