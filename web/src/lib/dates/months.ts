import { addDays, addMonths, type Day, daysOf, weekdayOf } from '@repere/api/client.ts'

/** The first day of the day's month. */
export const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01`

export const lastOfMonth = (day: Day): Day => addDays(addMonths(firstOfMonth(day), 1), -1)

export const daysOfMonth = (day: Day): Day[] => daysOf([{ from: firstOfMonth(day), to: lastOfMonth(day) }])

/** The first days of `count` months, from the month of a day on. */
export const monthsFrom = (day: Day, count: number): Day[] =>
  Array.from({ length: count }, (_, index) => addMonths(firstOfMonth(day), index))

/** A month in weeks that begin on Monday; days of other months are undefined. */
export function weeksOf(day: Day): (Day | undefined)[][] {
  const days: (Day | undefined)[] = daysOfMonth(day)
  const before = Array.from({ length: weekdayOf(firstOfMonth(day)) - 1 }, () => undefined)
  const cells = [...before, ...days]
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, column) => cells[week * 7 + column]),
  )
}
