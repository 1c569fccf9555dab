import type { LeftOutReason } from '@repere/db/vocabulary/calendar.ts'
import { type Component, findLine, listLines, wordOf } from './lines.ts'
import { dayMs, type Length, type Moment, readLength, readMoment } from './moments.ts'
import { readZone, toInstant, utc, type Zone } from './zones.ts'

/** What is read with: the zone in which its owner's days begin, and the addresses that are theirs. */
export interface Home {
  zone: Zone
  addresses: readonly string[]
}

/** One event of a file: when it begins, how long it is, and whether it takes its days. */
export interface Entry {
  uid: string
  sequence: number
  stand: 'busy' | 'tentative' | LeftOutReason
  allDay: boolean
  /** As a wall in `zone` shows it; a midnight when it is all day. */
  start: number
  zone: Zone
  length: Length
  /** Which occurrence of a series this stands in for; `onwards`, with all that follow. */
  instead?: { of: Moment; onwards: boolean }
}

const reasonOfBusyStatus: Record<string, Entry['stand']> = { FREE: 'free', TENTATIVE: 'tentative' }

/** Whether an event takes its days, in the order in which programs mean it. */
export const standOf = (event: Component, calendar: Component, { addresses }: Home): Entry['stand'] => {
  if (wordOf(calendar, 'METHOD') === 'CANCEL' || wordOf(event, 'STATUS') === 'CANCELLED') return 'cancelled'
  if (isDeclined(event, [...addresses, findLine(calendar, 'X-WR-CALNAME')?.value ?? ''])) return 'declined'
  if (wordOf(event, 'TRANSP') === 'TRANSPARENT') return 'free'
  const stand = reasonOfBusyStatus[wordOf(event, 'X-MICROSOFT-CDO-BUSYSTATUS')]
  return stand ?? (wordOf(event, 'STATUS') === 'TENTATIVE' ? 'tentative' : 'busy')
}

const isDeclined = (event: Component, addresses: readonly string[]): boolean => {
  const own = new Set(addresses.filter((one) => one.includes('@')).map((one) => one.toLowerCase()))
  return listLines(event, 'ATTENDEE').some(
    ({ value, params }) =>
      params.PARTSTAT?.toUpperCase() === 'DECLINED' && own.has(value.toLowerCase().replace(/^mailto:/, '')),
  )
}

/** Reads an event; undefined when its dates make no sense. */
export const readEntry = (event: Component, calendar: Component, home: Home): Entry | undefined => {
  const start = readOne(event, 'DTSTART')
  if (!start) return undefined
  const end = findLine(event, 'DTEND') ? readOne(event, 'DTEND') : null
  const duration = findLine(event, 'DURATION')
  const written = duration ? readLength(duration.value) : null
  const id = findLine(event, 'RECURRENCE-ID')
  const of = id && readMoment(id.value, id.params)
  if (end === undefined || written === undefined || (id && !of)) return undefined
  const zoneIn = (moment: Moment) => zoneOf(moment, calendar, home.zone)
  const allDay = start.allDay || isOutlooksAllDay(event, start, end)
  return {
    uid: findLine(event, 'UID')?.value ?? '',
    sequence: Number.parseInt(wordOf(event, 'SEQUENCE'), 10) || 0,
    stand: standOf(event, calendar, home),
    allDay,
    start: allDay ? midnightOf(start.wall) : start.wall,
    zone: allDay ? utc : zoneIn(start),
    length: allDay ? wholeDays(start, end, written) : lengthOf(start, end, written, zoneIn),
    ...(of && { instead: { of, onwards: id?.params.RANGE?.toUpperCase() === 'THISANDFUTURE' } }),
  }
}

const readOne = (event: Component, name: string): Moment | undefined => {
  const line = findLine(event, name)
  return line && readMoment(line.value, line.params)
}

/** The zone a time is told in. One that nobody knows, and none at all, is one's own. */
export const zoneOf = ({ zone }: Moment, calendar: Component, home: Zone): Zone => {
  if (zone.in === 'utc') return utc
  return (zone.in === 'named' ? readZone(zone.name, calendar) : undefined) ?? home
}

export const midnightOf = (wall: number): number => Math.floor(wall / dayMs) * dayMs

/** Outlook writes whole days as hours from midnight to midnight in the zone of the sender, and says so beside. */
const isOutlooksAllDay = (event: Component, start: Moment, end: Moment | null): boolean =>
  wordOf(event, 'X-MICROSOFT-CDO-ALLDAYEVENT') === 'TRUE' &&
  start.wall % dayMs === 0 &&
  (end === null || end.wall % dayMs === 0)

/** DTEND is the first day that is free again. Programs that forget this, or say nothing, mean one day. */
const wholeDays = (start: Moment, end: Moment | null, written: Length | null): Length => {
  const ms = end ? end.wall - midnightOf(start.wall) : (written?.days ?? 1) * dayMs + (written?.ms ?? 0)
  return { days: Math.max(1, Math.ceil(ms / dayMs)), ms: 0 }
}

const lengthOf = (
  start: Moment,
  end: Moment | null,
  written: Length | null,
  zoneIn: (moment: Moment) => Zone,
): Length => {
  if (!end) return written ?? { days: 0, ms: 0 }
  return { days: 0, ms: toInstant(zoneIn(end), end.wall) - toInstant(zoneIn(start), start.wall) }
}
