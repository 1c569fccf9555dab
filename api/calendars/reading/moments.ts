import type { Line } from './lines.ts'

export const dayMs = 86_400_000

/**
 * A time as it stands on a wall, in milliseconds as if that wall hung in Greenwich, and where the wall is. All days are
 * midnights. `zone` is a name as the file gives it; `utc`; or `floating`, which is wherever one happens to be.
 */
export interface Moment {
  wall: number
  allDay: boolean
  zone: { in: 'utc' | 'floating' } | { in: 'named'; name: string }
}

/** Reads a DATE or DATE-TIME. Undefined when there is no such day or hour. */
export const readMoment = (value: string, params: Line['params']): Moment | undefined => {
  const parts = /^(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2}):?(\d{2})?(Z)?)?$/.exec(value.trim())
  if (!parts) return undefined
  const [year = 0, month = 0, date = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1, 7)
    .map((part) => Number(part ?? 0))
  const day = Date.UTC(year, month - 1, date)
  const exists = year >= 1000 && new Date(day).toISOString().startsWith(isoDay(parts))
  if (!exists || hour > 24 || minute > 59 || second > 60) return undefined
  const allDay = parts[4] === undefined
  const wall = day + ((hour * 60 + minute) * 60 + Math.min(second, 59)) * 1_000
  return { wall, allDay, zone: zoneOf(parts[7] === 'Z', allDay, params.TZID) }
}

const isoDay = ([, year, month, date]: RegExpExecArray) => `${year}-${month}-${date}`

const zoneOf = (isUtc: boolean, allDay: boolean, name: string | undefined): Moment['zone'] => {
  if (allDay) return { in: 'floating' }
  if (isUtc) return { in: 'utc' }
  return name ? { in: 'named', name } : { in: 'floating' }
}

/** A length of time: days follow the calendar, hours the clock. */
export interface Length {
  days: number
  ms: number
}

/** Reads a DURATION such as `P1DT2H` or `-PT15M`. */
export const readLength = (value: string): Length | undefined => {
  const parts =
    /^([+-])?P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?$/i.exec(value)
  if (!parts || parts.slice(2).every((part) => part === undefined)) return undefined
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts
    .slice(2)
    .map((part) => Number(part ?? 0))
  const sign = parts[1] === '-' ? -1 : 1
  return {
    days: sign * (weeks * 7 + days),
    ms: sign * ((hours * 60 + minutes) * 60 + seconds) * 1_000,
  }
}
