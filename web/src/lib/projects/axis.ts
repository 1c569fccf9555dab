import { addDays, type Day, daysBetween, weekdayOf } from '@repere/api/client.ts'

export interface Axis {
  from: Day
  /** How many days the axis holds; one column each. */
  length: number
  /** Mondays, with their column: where a tick stands. */
  ticks: { day: Day; column: number }[]
  /** Firsts of months, and the first day: where a month is named. */
  months: { day: Day; column: number }[]
  /** Columns of Saturdays and Sundays. */
  weekends: number[]
}

/** One axis of days from a Monday to a Sunday around all of these; phases and people stand on the same columns. */
export const layAxis = (days: readonly Day[]): Axis | undefined => {
  const sorted = [...days].sort()
  const [earliest, latest] = [sorted[0], sorted.at(-1)]
  if (!earliest || !latest) return undefined
  const from = addDays(earliest, 1 - weekdayOf(earliest))
  const length = daysBetween(from, addDays(latest, 7 - weekdayOf(latest))) + 1
  const all = Array.from({ length }, (_, index) => ({ day: addDays(from, index), column: index + 1 }))
  const step = length > 140 ? 14 : 7
  return {
    from,
    length,
    ticks: all.filter((_, index) => index % step === 0),
    months: all
      .filter(({ day }, index) => index === 0 || day.endsWith('-01'))
      .filter(({ column }, index, list) => (list[index + 1]?.column ?? 999) - column > 6),
    weekends: all.filter(({ day }) => weekdayOf(day) > 5).map(({ column }) => column),
  }
}

export const columnOf = (axis: Axis, day: Day): number => daysBetween(axis.from, day) + 1
