import { addMonths, type Day, type DayRange, includesDay, weekdayOf } from '@repere/db/vocabulary/day.ts'
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
export const horizonMonths = 18

/** The first day of which nothing is known any more, whatever a calendar says. */
export const horizonOf = (today: Day): Day => addMonths(today, horizonMonths)

export const isStale = ({ staleOn }: Pick<Calendar, 'staleOn'>, today: Day): boolean =>
  staleOn === null || today >= staleOn

/**
 * What others see of a day, in the order of the rules: taken, held, unknown, free. `options` are the exclusive
 * days of the options that live now. The database says the same in `day_states`.
 */
export const stateOn = (
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
): DayState[] => asked.map((day) => stateOn(calendar, options, day, today))

/** A calendar that says nothing: somebody who never opened theirs. */
export const emptyCalendar: Calendar = {
  taken: [],
  tentative: [],
  opened: [],
  weekly: 0,
  knownUntil: null,
  staleOn: null,
}

const isOff = (weekly: number, day: Day) => weekly !== 0 && (weekly & (1 << (weekdayOf(day) - 1))) !== 0
