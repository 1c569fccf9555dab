import { addDays, type Day } from '@repere/db/vocabulary/day.ts'

interface Band {
  lessThanDays: number
  percent: number
}

/** From when until when a cancellation costs which share. Null: from ever, until the first day and beyond. */
export interface Stretch {
  from: Day | null
  to: Day | null
  percent: number
}

/**
 * The bands of a policy as stretches of the calendar, the cheapest first: with less than 14 days of notice begins on
 * the thirteenth day before the first one. Together they cover every day once.
 */
export const stretchesOf = (bands: readonly Band[], firstDay: Day): Stretch[] => {
  const widestFirst = [...bands].sort((a, b) => b.lessThanDays - a.lessThanDays)
  const starts = widestFirst.map(({ lessThanDays, percent }) => ({
    from: addDays(firstDay, 1 - lessThanDays),
    percent,
  }))
  const all: Omit<Stretch, 'to'>[] = [{ from: null, percent: 0 }, ...starts]
  return all.map(({ from, percent }, index) => {
    const next = all[index + 1]?.from
    return { from, to: next ? addDays(next, -1) : null, percent }
  })
}

/** The share that a cancellation on a day costs. */
export const percentOn = (stretches: readonly Stretch[], day: Day): number =>
  stretches.find(({ from, to }) => (from === null || from <= day) && (to === null || day <= to))?.percent ?? 0
