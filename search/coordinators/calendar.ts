import {
  addMonths,
  type Day,
  type DayRange,
  daysOf,
  includesDay,
  toDayNumber,
  weekdayOf,
} from '@repere/db/vocabulary/day.ts'
import type { DayState } from '@repere/db/vocabulary/day-state.ts'

/** A calendar as the database keeps it, free of the clock. */
export interface Calendar {
  /** Confirmed exclusive days, and blocks no override covers. */
  taken: readonly DayRange[]
  /** Options entered by hand. */
  tentative: readonly DayRange[]
  /** Overrides, which also lift the weekly pattern. */
  opened: readonly DayRange[]
  /** Weekdays off, bit 0 is Monday. */
  weekly: number
  knownUntil: Day | null
  /** The first day on which nobody has confirmed it for 45 days; null when nobody ever did. */
  staleOn: Day | null
}

/** Beyond this many months from today nothing is known. */
const horizonMonths = 18

/** The first day of which nothing is known any more, whatever a calendar says. */
export const horizonOf = (today: Day): Day => addMonths(today, horizonMonths)

export const isStale = ({ staleOn }: Pick<Calendar, 'staleOn'>, today: Day): boolean =>
  staleOn === null || today >= staleOn

/**
 * What others see of a day, in the order of the rules: taken, held, unknown, free. `options` are the exclusive
 * days of the options that live now. The database says the same in `day_states`.
 */
const stateOn = (
  calendar: Calendar,
  options: readonly DayRange[],
  day: Day,
  today: Day,
  horizon: Day = horizonOf(today),
): DayState => {
  if (includesDay(calendar.taken, day)) return 'unavailable'
  if (isOff(calendar.weekly, day) && !includesDay(calendar.opened, day)) return 'unavailable'
  if (includesDay(calendar.tentative, day) || includesDay(options, day)) return 'option'
  if (day < today || day >= horizon || isStale(calendar, today)) return 'unknown'
  if (calendar.knownUntil === null || day > calendar.knownUntil) return 'unknown'
  return 'free'
}

export const dayStatesOf = (
  calendar: Calendar,
  options: readonly DayRange[],
  asked: readonly Day[],
  today: Day,
): DayState[] => {
  const horizon = horizonOf(today)
  return asked.map((day) => stateOn(calendar, options, day, today, horizon))
}

/**
 * The states of all days from today until before `end`, which stands for the horizon: what {@link stateOn} says of
 * each, drawn layer upon layer. For a document, which needs hundreds.
 */
export const statesBetween = (
  calendar: Calendar,
  options: readonly DayRange[],
  today: Day,
  end: Day,
): DayState[] => {
  const first = toDayNumber(today)
  const count = toDayNumber(end) - first
  const { knownUntil } = calendar
  const knownDays =
    isStale(calendar, today) || knownUntil === null ? 0 : Math.max(0, toDayNumber(knownUntil) - first + 1)
  const states = Array.from(
    { length: count },
    (_, index): DayState => (index < knownDays ? 'free' : 'unknown'),
  )
  const draw = (ranges: readonly DayRange[], state: DayState) => {
    for (const { from, to } of ranges) {
      const until = Math.min(count, toDayNumber(to) - first + 1)
      for (let index = Math.max(0, toDayNumber(from) - first); index < until; index += 1)
        states[index] = state
    }
  }
  draw(calendar.tentative, 'option')
  draw(options, 'option')
  if (calendar.weekly !== 0) drawWeekdaysOff(states, calendar, first)
  draw(calendar.taken, 'unavailable')
  return states
}

const drawWeekdaysOff = (states: DayState[], { weekly, opened }: Calendar, first: number) => {
  const isOpen = new Set<number>()
  for (const { from, to } of opened)
    for (let number = toDayNumber(from); number <= toDayNumber(to); number += 1) isOpen.add(number)
  // 1970-01-01 was a Thursday.
  for (let index = 0; index < states.length; index += 1)
    if (weekly & (1 << ((first + index + 3) % 7)) && !isOpen.has(first + index)) states[index] = 'unavailable'
}

/** The days from today on that are held and not taken, however far ahead. */
export const heldFrom = (calendar: Calendar, options: readonly DayRange[], today: Day): Day[] =>
  daysOf([...calendar.tentative, ...options]).filter(
    (day) => day >= today && stateOn(calendar, options, day, today) === 'option',
  )

const isOff = (weekly: number, day: Day) => weekly !== 0 && (weekly & (1 << (weekdayOf(day) - 1))) !== 0
