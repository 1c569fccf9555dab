/** A civil day, `YYYY-MM-DD`. Never an instant: a day has no time zone. */
export type Day = string

/** Days from `from` to `to`, both included. */
export interface DayRange {
  from: Day
  to: Day
}

const msPerDay = 86_400_000

/**
 * Whether the text is a day that exists: 2026-02-30 and year 0000 do not. Nor is one from the year 3000 on: days are
 * compared as text, and what comes after 9999-12-31 compares as if it came before.
 */
export const isDay = (text: string): text is Day =>
  /^[12]\d{3}-\d{2}-\d{2}$/.test(text) && dayAt(Date.parse(`${text}T00:00:00Z`)) === text

/** Days since 1970-01-01, the form in which the search index holds a day. */
export const toDayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / msPerDay

export const fromDayNumber = (number: number): Day => dayAt(number * msPerDay)

export const addDays = (day: Day, count: number): Day => fromDayNumber(toDayNumber(day) + count)

/** How many days from one to the other; negative when `to` comes first. */
export const daysBetween = (from: Day, to: Day): number => toDayNumber(to) - toDayNumber(from)

/** The same day of the month `count` months on, or the last of that month. */
export const addMonths = (day: Day, count: number): Day => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const lastOfMonth = new Date(Date.UTC(year, month + count, 0))
  return dayAt(lastOfMonth.setUTCDate(Math.min(date, lastOfMonth.getUTCDate())))
}

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: Day): number => ((((toDayNumber(day) + 3) % 7) + 7) % 7) + 1

/** The civil day it is in a time zone at an instant. */
export const dayIn = (timeZone: string, instant: Date): Day => formatOf(timeZone).format(instant)

/**
 * An instant as it is said to people. A limit at midnight is the last minute of the day it ends, « 23 h 59 »: read as
 * the first of the next, « 0 h 00 », it is easily taken for a day later.
 */
export const saidAs = (timeZone: string, instant: Date): Date => {
  const before = new Date(instant.getTime() - 1)
  const isMidnight = dayIn(timeZone, before) !== dayIn(timeZone, instant)
  return isMidnight ? new Date(instant.getTime() - 60_000) : instant
}

/** Making one costs fifty times as much as using it. */
const formats = new Map<string, Intl.DateTimeFormat>()

const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  formats.set(timeZone, made)
  return made
}

/** Every day of the ranges, in order, each once. */
export const daysOf = (ranges: readonly DayRange[]): Day[] => {
  const numbers = new Set<number>()
  for (const { from, to } of ranges)
    for (let number = toDayNumber(from); number <= toDayNumber(to); number += 1) numbers.add(number)
  return [...numbers].sort((a, b) => a - b).map(fromDayNumber)
}

/** The shortest list of ranges that holds exactly these days. */
export const rangesOf = (days: readonly Day[]): DayRange[] => {
  const ranges: DayRange[] = []
  for (const day of [...new Set(days)].sort()) {
    const last = ranges.at(-1)
    if (last && addDays(last.to, 1) === day) last.to = day
    else ranges.push({ from: day, to: day })
  }
  return ranges
}

export const includesDay = (ranges: readonly DayRange[], day: Day): boolean =>
  ranges.some(({ from, to }) => from <= day && day <= to)

const dayAt = (ms: number): Day => (Number.isNaN(ms) ? '' : new Date(ms).toISOString().slice(0, 10))
