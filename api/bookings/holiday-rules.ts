import { addDays, type Day, dayIn, weekdayOf } from '@repere/db/vocabulary/day.ts'
import { startOfDay } from './deadline-rules.ts'

/** Sunday of Easter in the Gregorian calendar, after Meeus, Jones and Butcher. */
export const easterOf = (year: number): Day => {
  const a = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const leap = Math.floor(century / 4)
  const drift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const moon = (19 * a + century - leap - drift + 15) % 30
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7
  const late = Math.floor((a + 11 * moon + 22 * toSunday) / 451)
  const place = moon + toSunday - 7 * late + 114
  const [month, date] = [Math.floor(place / 31), (place % 31) + 1]
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

/** Public holidays on a fixed date, as `month-day`. */
const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'] as const

/** Days after Easter Sunday: Easter Monday, Ascension, Whit Monday. */
const afterEaster = [1, 39, 50] as const

/** The eleven public holidays of the whole of France (Code du travail, L3133-1). Regions that have more work by these. */
export const holidaysOf = (year: number): Day[] =>
  [
    ...fixed.map((date) => `${year}-${date}`),
    ...afterEaster.map((count) => addDays(easterOf(year), count)),
  ].sort()

const known = new Map<number, ReadonlySet<Day>>()
const holidaySet = (year: number): ReadonlySet<Day> => {
  const found = known.get(year) ?? new Set(holidaysOf(year))
  known.set(year, found)
  return found
}

/** Whether nobody can be expected to answer that day: a weekend or a public holiday. */
export const isDayOff = (day: Day): boolean =>
  weekdayOf(day) > 5 || holidaySet(Number(day.slice(0, 4))).has(day)

/** Where the clock of challenges runs, wherever people live: the profession's offices are there. */
export const challengeZone = 'Europe/Paris'

const hourMs = 3_600_000

/** The instant at which so many hours of working days have passed since `from`; days off do not count. */
export const afterWorkingHours = (from: Date, hours: number): Date => {
  let left = hours * hourMs
  let cursor = from
  for (let day = dayIn(challengeZone, from); ; day = addDays(day, 1)) {
    const next = startOfDay(challengeZone, addDays(day, 1))
    if (!isDayOff(day)) {
      const available = next.getTime() - cursor.getTime()
      // A day that is used up to its last instant ends the window there, and not when work begins again.
      if (left <= available) return new Date(cursor.getTime() + left)
      left -= available
    }
    cursor = next
  }
}
