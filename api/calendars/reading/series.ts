import type { Day, DayRange } from '@repere/db/vocabulary/day.ts'
import { type Entry, midnightOf, zoneOf } from './entries.ts'
import { type Component, type Line, listLines } from './lines.ts'
import { dayMs, type Length, type Moment, readLength, readMoment } from './moments.ts'
import { repeat, withUntil } from './recurrence.ts'
import { toInstant, type Zone } from './zones.ts'

/** One time an event happens: as a wall in its zone shows it. */
export interface Occurrence {
  start: number
  length: Length
}

/** Where to look, as a wall shows it: the days asked for, and as long before as the event lasts. */
const around = ({ from, to }: DayRange, { days, ms }: Length) => ({
  from: Math.max(earliest, midnight(from) - days * dayMs - Math.max(0, ms) - 2 * dayMs),
  to: midnight(to) + 3 * dayMs,
})

const earliest = Date.UTC(1000, 0, 1)
const midnight = (day: Day) => Date.parse(`${day}T00:00:00Z`)

/** Every time a series happens around a window: its rules and added days, without those taken out. */
export const occurrencesOf = (
  entry: Entry,
  event: Component,
  context: { calendar: Component; home: Zone; window: DayRange },
): Occurrence[] => {
  const range = around(context.window, entry.length)
  const rules = (name: string) =>
    listLines(event, name).map(({ value }) =>
      withUntil(value.replaceAll(/\s/g, ''), (until) => localUntil(until, entry, context)),
    )
  const added = listLines(event, 'RDATE').flatMap((line) => readAdded(line, entry, context))
  const starts = new Map<number, Occurrence>()
  for (const start of [entry.start, ...rules('RRULE').flatMap((rule) => repeat(rule, entry.start, range))])
    starts.set(start, { start, length: entry.length })
  for (const one of added) starts.set(one.start, one)
  for (const rule of rules('EXRULE'))
    for (const start of repeat(rule, entry.start, range)) starts.delete(start)
  const excluded = listLines(event, 'EXDATE').flatMap(({ value, params }) =>
    value.split(',').flatMap((one) => readMoment(one, params) ?? []),
  )
  const isExcluded = matcher(excluded, entry, context)
  return [...starts.values()].filter(
    ({ start }) => start >= range.from && start <= range.to && !isExcluded(start),
  )
}

/**
 * Tells occurrences by what names them. Programs name those of hours by a whole day, and those of whole days by an hour:
 * both mean the day.
 */
export const matcher = (
  moments: readonly Moment[],
  entry: Entry,
  { calendar, home }: { calendar: Component; home: Zone },
): ((start: number) => boolean) => {
  const days = new Set<number>()
  const instants = new Set<number>()
  for (const moment of moments)
    if (entry.allDay || moment.allDay) days.add(midnightOf(moment.wall))
    else instants.add(toInstant(zoneWithin(moment, entry, calendar, home), moment.wall))
  return (start) =>
    days.has(midnightOf(start)) || (instants.size > 0 && instants.has(toInstant(entry.zone, start)))
}

/** A time that names none within a series is told in the zone of the series. */
export const zoneWithin = (moment: Moment, entry: Entry, calendar: Component, home: Zone): Zone =>
  moment.zone.in === 'floating' ? entry.zone : zoneOf(moment, calendar, home)

const readAdded = (
  { value, params }: Line,
  entry: Entry,
  { calendar, home }: { calendar: Component; home: Zone },
): Occurrence[] =>
  value.split(',').flatMap((text) => {
    const [from = '', to] = text.split('/')
    const moment = readMoment(from, params)
    if (!moment) return []
    if (entry.allDay) return [{ start: midnightOf(moment.wall), length: entry.length }]
    const instantOf = (one: Moment) => toInstant(zoneWithin(one, entry, calendar, home), one.wall)
    // A whole day added to a series of hours is that day, at the hour of the series.
    const instant = moment.allDay
      ? toInstant(entry.zone, moment.wall + (entry.start - midnightOf(entry.start)))
      : instantOf(moment)
    const end = to === undefined ? undefined : readMoment(to, params)
    const length = end ? { days: 0, ms: instantOf(end) - instant } : (readLength(to ?? '') ?? entry.length)
    return [{ start: instant + entry.zone.aheadMs(instant), length }]
  })

/** The last time a rule may reach, as a wall of its series shows it. A whole day is meant to its end. */
const localUntil = (
  until: string,
  entry: Entry,
  { calendar, home }: { calendar: Component; home: Zone },
): number | undefined => {
  const moment = readMoment(until, {})
  if (!moment) return undefined
  if (entry.allDay) return moment.zone.in === 'utc' ? dayMeant(moment.wall) : midnightOf(moment.wall)
  if (moment.allDay) return moment.wall + dayMs - 1_000
  const instant = toInstant(zoneWithin(moment, entry, calendar, home), moment.wall)
  return instant + entry.zone.aheadMs(instant)
}

/**
 * Which day a program means that ends a series of whole days at an hour in Greenwich: the beginning or the end of a day
 * where it was written, which the file does not name. Whichever noon is nearer tells.
 */
const dayMeant = (wall: number): number => {
  const isEnd = wall % 60_000 !== 0
  return midnightOf(wall + (isEnd ? -dayMs / 2 : dayMs / 2))
}
