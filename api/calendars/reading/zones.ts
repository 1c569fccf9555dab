import type { Component } from './lines.ts'
import { findLine, listLines } from './lines.ts'
import { type Moment, readMoment } from './moments.ts'
import { repeat, withUntil } from './recurrence.ts'
import windowsZones from './windows-zones.json' with { type: 'json' }

/** Where clocks hang: how far they are ahead of Greenwich at an instant. */
export interface Zone {
  aheadMs(instant: number): number
}

const minuteMs = 60_000
const dayMs = 86_400_000

/** The instant at which a wall shows a time. What it shows twice is the first time; what it skips, as if it had not. */
export const toInstant = (zone: Zone, wall: number): number => {
  const before = zone.aheadMs(wall - dayMs)
  const after = zone.aheadMs(wall + dayMs)
  if (before === after || zone.aheadMs(wall - before) === before) return wall - before
  return zone.aheadMs(wall - after) === after ? wall - after : wall - before
}

export const toWall = (zone: Zone, instant: number): number => instant + zone.aheadMs(instant)

export const utc: Zone = { aheadMs: () => 0 }

const known = new Map<string, Zone | undefined>()

/** A zone by its IANA name, from the tables Node brings along. */
export const findZone = (name: string): Zone | undefined => {
  if (!known.has(name)) known.set(name, makeZone(name))
  return known.get(name)
}

const makeZone = (timeZone: string): Zone | undefined => {
  let format: Intl.DateTimeFormat
  try {
    format = new Intl.DateTimeFormat('en-US', { timeZone, ...fields })
  } catch {
    return undefined
  }
  const seen = new Map<number, number>()
  return {
    // Clocks have never changed within a quarter of an hour: one look serves all of it.
    aheadMs(instant) {
      const quarter = Math.floor(instant / (15 * minuteMs))
      const known = seen.get(quarter)
      if (known !== undefined) return known
      const ahead = wallOf(format, quarter * 15 * minuteMs) - quarter * 15 * minuteMs
      seen.set(quarter, ahead)
      return ahead
    },
  }
}

const fields = {
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
  era: 'short',
} as const

const wallOf = (format: Intl.DateTimeFormat, instant: number): number => {
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]))
  const [year, month, day] = [Number(parts.year), Number(parts.month), Number(parts.day)]
  return Date.UTC(year, month - 1, day, Number(parts.hour), Number(parts.minute), Number(parts.second))
}

/**
 * The zone a file means by a name: an IANA name, plain or at the end of a path; a Windows name; else whatever its own
 * VTIMEZONE says. Names win over rules written out in the file, which are often of the year of the export.
 */
export const readZone = (name: string, calendar: Component): Zone | undefined => {
  const described = calendar.parts.find(
    (part) => part.name === 'VTIMEZONE' && findLine(part, 'TZID')?.value.replaceAll('"', '') === name,
  )
  const location = described && findLine(described, 'X-LIC-LOCATION')?.value
  const names = [name, (windowsZones as Record<string, string>)[name], ianaEnding(name), location]
  for (const one of names) {
    const zone = one ? findZone(one) : undefined
    if (zone) return zone
  }
  return described && writtenZone(described)
}

/** `/mozilla.org/20050126_1/Europe/Paris` and its like. */
const ianaEnding = (name: string) => /[A-Z][A-Za-z_]+\/[A-Z][\w+-]+(?:\/[A-Z][\w+-]+)?$/.exec(name)?.[0]

/** Far enough ahead for any window, and behind for anything that still repeats. */
const written = { from: Date.UTC(2015, 0, 1), to: Date.UTC(2060, 0, 1) }

/** A zone by the rules a file writes out: standard and daylight time, each with the moments it begins. */
const writtenZone = (described: Component): Zone | undefined => {
  const changes = described.parts.flatMap(readChanges).sort((one, other) => one.at - other.at)
  const [first] = changes
  if (!first) return undefined
  return {
    aheadMs(instant) {
      const last = changes.findLast(({ at }) => at <= instant)
      return last ? last.ahead : first.before
    },
  }
}

const readChanges = (part: Component): { at: number; ahead: number; before: number }[] => {
  const start = momentOf(part, 'DTSTART')
  const ahead = readOffset(findLine(part, 'TZOFFSETTO')?.value)
  const before = readOffset(findLine(part, 'TZOFFSETFROM')?.value)
  if (!start || ahead === undefined || before === undefined) return []
  const rules = listLines(part, 'RRULE').map(({ value }) =>
    withUntil(value, (until) => localUntil(until, before)),
  )
  const more = listLines(part, 'RDATE').flatMap(({ value, params }) =>
    value.split(',').flatMap((one) => readMoment(one, params)?.wall ?? []),
  )
  const repeated = rules.flatMap((rule) => repeat(rule, start.wall, written))
  return [start.wall, ...more, ...repeated].map((wall) => ({ at: wall - before, ahead, before }))
}

const localUntil = (until: string, ahead: number): number | undefined => {
  const moment = readMoment(until, {})
  return moment && moment.wall + (moment.zone.in === 'utc' ? ahead : 0)
}

const momentOf = (part: Component, name: string): Moment | undefined => {
  const line = findLine(part, name)
  return line && readMoment(line.value, line.params)
}

const readOffset = (text = ''): number | undefined => {
  const parts = /^([+-])(\d{2})(\d{2})(\d{2})?$/.exec(text)
  if (!parts) return undefined
  const ms = (Number(parts[2]) * 60 + Number(parts[3])) * minuteMs + Number(parts[4] ?? 0) * 1_000
  return parts[1] === '-' ? -ms : ms
}
