import { addMonths, type Day, type DayRange, daysOf, rangesOf } from '@repere/db/vocabulary/day.ts'

/** How far ahead a file is read: as far as a calendar may be known. */
export const importMonths = 18

/** A reading nobody applied is forgotten after a day. */
export const previewMs = 24 * 3_600_000

/** The days of a file that are looked at. What is past tells nobody anything. */
export const windowFrom = (today: Day): DayRange => ({ from: today, to: addMonths(today, importMonths) })

/** Which days of one list of ranges the other has not. */
export const without = (ranges: readonly DayRange[], others: readonly DayRange[]): DayRange[] => {
  const taken = new Set(daysOf(others))
  return rangesOf(daysOf(ranges).filter((day) => !taken.has(day)))
}

/** Ranges as a window cuts them. */
export const within = (ranges: readonly DayRange[], { from, to }: DayRange): DayRange[] =>
  ranges.flatMap((range) =>
    range.to < from || range.from > to
      ? []
      : [{ from: range.from < from ? from : range.from, to: range.to > to ? to : range.to }],
  )
