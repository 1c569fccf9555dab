import type { ImportScope, LeftOutReason } from '@repere/db/vocabulary/calendar.ts'
import { type DayRange, fromDayNumber, rangesOf, toDayNumber } from '@repere/db/vocabulary/day.ts'
import { type Entry, type Home, readEntry } from './entries.ts'
import { type Component, readCalendars } from './lines.ts'
import { dayMs } from './moments.ts'
import { TooOften } from './recurrence.ts'
import { matcher, type Occurrence, occurrencesOf, zoneWithin } from './series.ts'
import { findZone, toInstant, toWall, utc, type Zone } from './zones.ts'

export interface ReadOptions {
  /** Where its owner's days begin. */
  timeZone: string
  window: DayRange
  scope: ImportScope
  /** The owner's own addresses: what they declined takes no day. */
  addresses: readonly string[]
}

/** The days of a file: nothing else of it is kept. */
export interface ReadDays {
  busy: DayRange[]
  tentative: DayRange[]
  /** How many events mark at least one day, and why the others do not. */
  events: number
  leftOut: Partial<Record<LeftOutReason, number>>
}

/** With half days asked for, an event counts on the days of which it takes so much. */
const halfDayMs = 4 * 3_600_000

/** Which days of a window a calendar file takes. Throws `UnreadableCalendar` where it cannot be read as a whole. */
export const readDays = (bytes: Uint8Array, options: ReadOptions): ReadDays => {
  const home = { zone: findZone(options.timeZone) ?? utc, addresses: options.addresses }
  const marked = { busy: new Set<number>(), tentative: new Set<number>() }
  const leftOut: ReadDays['leftOut'] = {}
  let events = 0
  const judge = (verdict: Verdict) => {
    if (verdict === 'marks') events += 1
    else leftOut[verdict] = (leftOut[verdict] ?? 0) + 1
  }
  for (const calendar of readCalendars(bytes)) {
    for (const { name } of calendar.parts)
      if (name !== 'VEVENT' && name !== 'VTIMEZONE') judge('not-an-event')
    for (const series of groupByUid(calendar, home, judge))
      markSeries(series, { calendar, home, options, marked, judge })
  }
  const toRanges = (numbers: readonly number[]) => rangesOf(numbers.map(fromDayNumber))
  return {
    busy: toRanges([...marked.busy]),
    tentative: toRanges([...marked.tentative].filter((day) => !marked.busy.has(day))),
    events,
    leftOut,
  }
}

type Verdict = 'marks' | LeftOutReason
interface Read {
  entry: Entry
  event: Component
}

/** Events that belong together: a series, and what stands in for some of its occurrences; outdated versions dropped. */
const groupByUid = (calendar: Component, home: Home, judge: (verdict: Verdict) => void): Read[][] => {
  const groups = new Map<string, Read[]>()
  let unnamed = 0
  for (const event of calendar.parts) {
    if (event.name !== 'VEVENT') continue
    const entry = readEntry(event, calendar, home)
    if (!entry) {
      judge('unreadable')
      continue
    }
    const key = entry.uid || `unnamed ${++unnamed}`
    groups.set(key, [...(groups.get(key) ?? []), { entry, event }])
  }
  return [...groups.values()]
}

interface Context {
  calendar: Component
  home: Home
  options: ReadOptions
  marked: { busy: Set<number>; tentative: Set<number> }
  judge: (verdict: Verdict) => void
}

const markSeries = (all: readonly Read[], context: Context): void => {
  const idOf = ({ instead }: Entry) => (instead ? JSON.stringify(instead.of) : '')
  const newest = new Map<string, number>()
  for (const { entry } of all) newest.set(idOf(entry), Math.max(newest.get(idOf(entry)) ?? 0, entry.sequence))
  const series = all.filter(({ entry }) => entry.sequence === newest.get(idOf(entry)))
  const stands = series.filter(({ entry }) => entry.instead)
  for (const one of series)
    context.judge(one.entry.instead ? markAlone(one.entry, context) : markMaster(one, stands, context))
}

const markAlone = (entry: Entry, context: Context): Verdict =>
  // What stands in for all that follow is marked with the series, which alone knows when they are.
  mark(entry, [{ start: entry.start, length: entry.length }], context)

const markMaster = ({ entry, event }: Read, stands: readonly Read[], context: Context): Verdict => {
  const { calendar, options } = context
  const home = context.home.zone
  let occurrences: Occurrence[]
  try {
    occurrences = occurrencesOf(entry, event, { calendar, home, window: options.window })
  } catch (error) {
    return error instanceof TooOften ? 'too-often' : 'unreadable'
  }
  const replaced = stands.flatMap(({ entry: { instead } }) => (instead ? [instead.of] : []))
  const isReplaced = matcher(replaced, entry, { calendar, home })
  const left = occurrences.filter(({ start }) => !isReplaced(start))
  const onwards = stands.filter(({ entry: one }) => one.instead?.onwards).sort(byId)
  if (onwards.length === 0) return mark(entry, left, context)
  return markOnwards(entry, left, onwards, context)
}

const byId = (one: Read, other: Read) =>
  (one.entry.instead?.of.wall ?? 0) - (other.entry.instead?.of.wall ?? 0)

/** From some occurrence on the series moved: what follows moves by as much, and is as long as that one. */
const markOnwards = (
  entry: Entry,
  occurrences: readonly Occurrence[],
  onwards: readonly Read[],
  context: Context,
): Verdict => {
  const turns = onwards.flatMap(({ entry: turn }) => {
    if (!turn.instead) return []
    const zone = zoneWithin(turn.instead.of, entry, context.calendar, context.home.zone)
    const at = entry.allDay ? turn.instead.of.wall : toInstant(zone, turn.instead.of.wall)
    return [{ at, turn, by: (turn.allDay ? turn.start : toInstant(turn.zone, turn.start)) - at }]
  })
  const before: Occurrence[] = []
  for (const one of occurrences) {
    const at = entry.allDay ? one.start : toInstant(entry.zone, one.start)
    const last = turns.findLast((turn) => turn.at <= at)
    if (!last) before.push(one)
    else {
      const start = last.turn.allDay ? at + last.by : toWall(last.turn.zone, at + last.by)
      mark(last.turn, [{ start, length: last.turn.length }], context)
    }
  }
  return mark(entry, before, context)
}

/** Marks the days that occurrences take within the window. */
const mark = (entry: Entry, occurrences: readonly Occurrence[], context: Context): Verdict => {
  const { stand } = entry
  if (stand !== 'busy' && stand !== 'tentative') return stand
  const first = toDayNumber(context.options.window.from)
  const last = toDayNumber(context.options.window.to)
  let verdict: Verdict = 'outside-window'
  for (const one of occurrences) {
    const spanned = daysSpanned(entry, one, context.home.zone)
    if (!spanned) verdict = verdict === 'outside-window' ? 'no-length' : verdict
    else
      for (let day = Math.max(first, spanned.from); day <= Math.min(last, spanned.to); day += 1) {
        if (!spanned.counts(day, context.options.scope)) {
          if (verdict !== 'marks') verdict = 'short'
          continue
        }
        context.marked[stand].add(day)
        verdict = 'marks'
      }
  }
  return verdict
}

/** From which day to which an occurrence reaches where its owner lives, and which of them it takes. */
const daysSpanned = ({ allDay, zone }: Entry, { start, length }: Occurrence, home: Zone) => {
  if (allDay) {
    const from = Math.floor(start / dayMs)
    return { from, to: from + length.days - 1, counts: () => true }
  }
  const begin = toInstant(zone, start)
  const end = toInstant(zone, start + length.days * dayMs) + length.ms
  if (end <= begin) return undefined
  const taken = (day: number) =>
    Math.min(end, toInstant(home, (day + 1) * dayMs)) - Math.max(begin, toInstant(home, day * dayMs))
  return {
    from: Math.floor(toWall(home, begin) / dayMs),
    to: Math.floor(toWall(home, end - 1) / dayMs),
    counts: (day: number, scope: ImportScope) => scope === 'every-event' || taken(day) >= halfDayMs,
  }
}
