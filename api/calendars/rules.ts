import type { BookingState } from '@repere/db/vocabulary/booking.ts'
import type { EntryStatus } from '@repere/db/vocabulary/calendar.ts'
import { addDays, addMonths, type Day, type DayRange, daysOf, rangesOf } from '@repere/db/vocabulary/day.ts'

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

/** What lies between scattered ranges, which come in order. */
export const gapsOf = (ranges: readonly DayRange[]): DayRange[] =>
  ranges.flatMap(({ to }, at) => {
    const next = ranges[at + 1]
    return next ? [{ from: addDays(to, 1), to: addDays(next.from, -1) }] : []
  })

const statusByState: Partial<Record<BookingState, EntryStatus>> = {
  option: 'tentative',
  confirmed: 'confirmed',
  completed: 'confirmed',
}

/** As what a booking stands in a calendar; undefined while it is only asked for, and once it came to nothing. */
export const statusOf = (state: BookingState): EntryStatus | undefined => statusByState[state]

export interface Standing {
  status: EntryStatus
  days: readonly DayRange[]
}

/** What a calendar must be told, given what it was told last; undefined when that is still right. */
export const changeOf = (
  { state, days }: { state: BookingState; days: readonly DayRange[] },
  told: Standing | undefined,
): Standing | undefined => {
  const status = statusOf(state)
  const known = told && told.status !== 'cancelled' ? told : undefined
  if (!status) return known && { status: 'cancelled', days: known.days }
  const same = known?.status === status && JSON.stringify(known.days) === JSON.stringify(days)
  return same ? undefined : { status, days }
}
