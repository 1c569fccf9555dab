import { addDays, type Day, dayIn, weekdayOf } from '../../vocabulary/day.ts'

const hourMs = 3_600_000

/** The dates of the demo, all counted from one instant. */
export interface DemoTime {
  now: Date
  today: Day
  /** A day of the week `week` weeks from this one, by ISO weekday: `day(2, 1)` is the Monday after next. */
  day(week: number, weekday: number): Day
  daysAgo(count: number): Day
  /** An instant before now; negative is ahead. */
  ago(time: { days?: number; hours?: number; minutes?: number }): Date
}

export const createDemoTime = (now: Date): DemoTime => {
  const today = dayIn('Europe/Paris', now)
  const monday = addDays(today, 1 - weekdayOf(today))
  return {
    now,
    today,
    day: (week, weekday) => addDays(monday, week * 7 + weekday - 1),
    daysAgo: (count) => addDays(today, -count),
    ago: ({ days = 0, hours = 0, minutes = 0 }) =>
      new Date(now.getTime() - (days * 24 + hours + minutes / 60) * hourMs),
  }
}
