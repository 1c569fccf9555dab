import type { CalendarFault } from '@repere/db/vocabulary/calendar.ts'

/** One content line: `DTSTART;TZID=Europe/Paris:20270301T090000`. Names are in capitals. */
export interface Line {
  name: string
  params: Record<string, string>
  value: string
}

export interface Component {
  name: string
  lines: Line[]
  parts: Component[]
}

/** A file that is refused whole, with the reason. */
export class UnreadableCalendar extends Error {
  readonly because: CalendarFault

  constructor(because: CalendarFault) {
    super(because)
    this.because = because
  }
}

export const mostLines = 400_000
export const mostEvents = 20_000
const deepest = 8

/** All that days are made of. Whatever else a line says, titles and places included, is dropped as it is read. */
const wanted = new Set([
  ...['UID', 'DTSTART', 'DTEND', 'DURATION', 'RRULE', 'RDATE', 'EXDATE', 'EXRULE', 'RECURRENCE-ID'],
  ...['STATUS', 'TRANSP', 'SEQUENCE', 'ATTENDEE', 'METHOD', 'X-WR-CALNAME'],
  ...['X-MICROSOFT-CDO-BUSYSTATUS', 'X-MICROSOFT-CDO-ALLDAYEVENT'],
  ...['TZID', 'X-LIC-LOCATION', 'TZOFFSETFROM', 'TZOFFSETTO'],
])

/**
 * Reads the bytes of a file into its calendars. Forgiving about what programs write wrongly (any line ends, a byte
 * order mark, lines that say nothing), strict about what could mislead: a file cut short is refused, not half read.
 */
export const readCalendars = (bytes: Uint8Array): Component[] => {
  const calendars: Component[] = []
  const open: Component[] = []
  let events = 0
  for (const text of unfolded(decode(bytes))) {
    const begin = /^BEGIN:\s*([\w-]+)\s*$/i.exec(text)
    const end = begin ? null : /^END:\s*([\w-]+)\s*$/i.exec(text)
    if (begin) {
      const component = { name: (begin[1] ?? '').toUpperCase(), lines: [], parts: [] }
      if (open.length >= deepest) throw new UnreadableCalendar('too-deep')
      if (component.name === 'VEVENT' && ++events > mostEvents)
        throw new UnreadableCalendar('too-many-events')
      if (open.length === 0 && component.name === 'VCALENDAR') calendars.push(component)
      open.at(-1)?.parts.push(component)
      open.push(component)
    } else if (end) {
      if (open.pop()?.name !== (end[1] ?? '').toUpperCase()) throw new UnreadableCalendar('cut-short')
    } else {
      const line = readLine(text)
      if (line) open.at(-1)?.lines.push(line)
    }
  }
  if (calendars.length === 0) throw new UnreadableCalendar('not-a-calendar')
  if (open.length > 0) throw new UnreadableCalendar('cut-short')
  return calendars
}

/** What names and numbers are written in is the same in every encoding but UTF-16, which its mark gives away. */
const decode = (bytes: Uint8Array): string => {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder('utf-8').decode(bytes)
}

function* unfolded(text: string): Generator<string> {
  let pieces: string[] = []
  let lines = 0
  for (let from = 0; from <= text.length; ) {
    let to = from
    while (to < text.length && text[to] !== '\n' && text[to] !== '\r') to += 1
    if (++lines > mostLines) throw new UnreadableCalendar('too-many-lines')
    const folded = text[from] === ' ' || text[from] === '\t'
    if (folded) pieces.push(text.slice(from + 1, to))
    else {
      if (pieces.length > 0) yield pieces.join('')
      pieces = [text.slice(from, to)]
    }
    from = to + (text[to] === '\r' && text[to + 1] === '\n' ? 2 : 1)
  }
  if (pieces.length > 0) yield pieces.join('')
}

/** A line of those wanted; undefined for all others. Quoted parameters may hold `:` and `;`. */
export const readLine = (text: string): Line | undefined => {
  const name = (/^[A-Za-z0-9-]+/.exec(text)?.[0] ?? '').toUpperCase()
  if (!wanted.has(name)) return undefined
  const params: Record<string, string> = {}
  let rest = text.slice(name.length)
  for (;;) {
    const param = /^;([A-Za-z0-9-]+)=("[^"]*"|[^;:"]*(?:,"[^"]*")*)/.exec(rest)
    if (!param) break
    params[(param[1] ?? '').toUpperCase()] = (param[2] ?? '').replaceAll('"', '')
    rest = rest.slice(param[0].length)
  }
  // Outlook has written zone names with a colon in them, and without quotes.
  const named = /^:00\)[^:]*(?=:\d)/.exec(rest)
  if (named && params.TZID?.startsWith('(')) {
    params.TZID += named[0]
    rest = rest.slice(named[0].length)
  }
  return rest.startsWith(':') ? { name, params, value: rest.slice(1).trim() } : undefined
}

export const findLine = (component: Component, name: string): Line | undefined =>
  component.lines.find((line) => line.name === name)

export const listLines = (component: Component, name: string): Line[] =>
  component.lines.filter((line) => line.name === name)

export const wordOf = (component: Component, name: string): string =>
  findLine(component, name)?.value.toUpperCase() ?? ''
