import { addDays, type Day, type DayRange } from './day.ts'

/**
 * Sets of days as lists of ranges. Whatever comes in, in any order and overlapping, what goes out is the shortest list
 * in order: two lists hold the same days exactly when they are equal, as with `datemultirange`.
 */
export const tidy = (ranges: readonly DayRange[]): DayRange[] => {
  const tidied: DayRange[] = []
  for (const { from, to } of [...ranges].sort((a, b) => order(a.from, b.from))) {
    const last = tidied.at(-1)
    if (last && from <= addDays(last.to, 1)) last.to = later(last.to, to)
    else tidied.push({ from, to })
  }
  return tidied
}

/** The days of either. */
export const unite = (some: readonly DayRange[], others: readonly DayRange[]): DayRange[] =>
  tidy([...some, ...others])

/** The days of both. */
export const intersect = (some: readonly DayRange[], others: readonly DayRange[]): DayRange[] => {
  const [left, right] = [tidy(some), tidy(others)]
  return left.flatMap((one) =>
    right
      .map((other) => ({ from: later(one.from, other.from), to: earlier(one.to, other.to) }))
      .filter(({ from, to }) => from <= to),
  )
}

/** The days of the first that the second does not hold. */
export const subtract = (some: readonly DayRange[], gone: readonly DayRange[]): DayRange[] => {
  const holes = tidy(gone)
  return tidy(some).flatMap((range) => {
    const left: DayRange[] = []
    let { from } = range
    for (const hole of holes.filter(({ from, to }) => from <= range.to && to >= range.from)) {
      if (from < hole.from) left.push({ from, to: addDays(hole.from, -1) })
      from = addDays(hole.to, 1)
    }
    return from <= range.to ? [...left, { from, to: range.to }] : left
  })
}

/** The days of a window that are not held: what is free when these are taken. */
export const complement = (ranges: readonly DayRange[], window: DayRange): DayRange[] =>
  subtract([window], ranges)

const order = (a: Day, b: Day) => (a < b ? -1 : a > b ? 1 : 0)
const later = (a: Day, b: Day): Day => (a > b ? a : b)
const earlier = (a: Day, b: Day): Day => (a < b ? a : b)
