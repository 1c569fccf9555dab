import { type Day, daysBetween, daysOf, isDay } from '@repere/api/client.ts'
import { calendarNames } from './names.ts'

/** Why a typed text is not days; `part` is the piece of text at fault, `suggestion` the nearest day that exists. */
export type DaysRefusal = {
  ok: false
  because: 'unreadable' | 'no-such-day' | 'inverted' | 'too-many' | 'empty'
  part: string
  suggestion?: Day
}

export type TypedDays = { ok: true; days: Day[] } | DaysRefusal

interface Written {
  date: number
  month?: number | undefined
  year?: number | undefined
}

/** As many days as a search may ask for. */
const mostDays = 366

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s\u00a0\u202f]+/g, ' ')

const monthNames = Object.values(calendarNames).map(({ months }) => months.map(plain))

/** 1 to 12 for a month's name or its beginning, in either language. */
function monthOf(word: string): number | undefined {
  const found = monthNames.flatMap((months) =>
    months.flatMap((name, index) => (name.startsWith(word) ? [index + 1] : [])),
  )
  return word.length >= 3 && new Set(found).size === 1 ? found[0] : undefined
}

/** Every way of writing a day becomes `d/m/y`, every way of writing a run becomes `a..b`. */
const normalise = (text: string) =>
  plain(text)
    .replace(/\b(\d{4})-(\d{1,2})-(\d{1,2})\b/g, '$3/$2/$1')
    .replace(/\b(\d{1,2})(?:er|st|nd|rd|th)\b/g, '$1')
    .replace(/\b(\d{1,2}) ([a-z]{3,})\.?(?: (\d{4}))?/g, (whole, date, word, year) => {
      const month = monthOf(word)
      return month === undefined ? whole : `${date}/${month}${year ? `/${year}` : ''}`
    })
    .replace(/\b(?:lun|mar|mer|jeu|ven|sam|dim|mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?(?= \d)/g, '')
    .replace(/\b(?:du|le|les|from|the) /g, '')
    .replace(/ (?:et|and) |;|\n/g, ',')
    .replace(/([/.]\d{4}) (?=\d)/g, '$1,')
    .replace(/ ?(?:\bau\b|\bto\b|[-–—]) ?/g, '..')

/** The pieces as they were typed, for a sentence that quotes one; the whole where they do not match what was read. */
const typedParts = (text: string, count: number): string[] => {
  const parts = text
    .split(/,|;|\n|\s(?:et|and)\s/i)
    .map((part) => part.trim())
    .filter(Boolean)
  return parts.length === count ? parts : Array.from({ length: count }, () => text.trim())
}

const readPart = (text: string): Written | undefined => {
  const found = /^(\d{1,2})(?:[/.](\d{1,2})(?:[/.]([12]\d{3}|\d{2}))?)?$/.exec(text)
  if (!found) return undefined
  const [, date, month, year] = found
  const short = year?.length === 2 ? 2000 : 0
  return {
    date: Number(date),
    month: month === undefined ? undefined : Number(month),
    year: year === undefined ? undefined : Number(year) + short,
  }
}

const two = (value: number) => String(value).padStart(2, '0')
const asDay = ({ date, month, year }: Required<Written>) => `${year}-${two(month ?? 0)}-${two(date)}`

/** The last day of that month, where the month exists: what 31/02 may have meant. */
const nearest = ({ date, month, year }: Required<Written>): Day | undefined =>
  [31, 30, 29, 28].map((last) => asDay({ date: Math.min(date, last), month, year })).find(isDay)

/**
 * Reads days as people type them: `8, 9, 25 mars et 2 avr. 2027`, `15-19/02, 24/02`, `08/03/2027`, `2027-03-08`. Day
 * first in both languages. A day without month takes that of the day after it; without year, that of the day after
 * it, else the next time that day comes, from `today` on. Sorted, each once.
 */
export function readDays(text: string, today: Day): TypedDays {
  const parts = normalise(text)
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  if (parts.length === 0) return { ok: false, because: 'empty', part: text }
  // Each may stand for a year of days: more pieces than days are not read one by one.
  if (parts.length > mostDays) return { ok: false, because: 'too-many', part: text }
  const days = new Set<Day>()
  let after: { month?: number | undefined; year?: number | undefined } = {}
  const typed = typedParts(text, parts.length).reverse()
  for (const [index, piece] of parts.reverse().entries()) {
    const part = typed[index] ?? piece
    const ends = piece.split('..').map((end) => readPart(end.trim()))
    if (ends.length > 2 || ends.some((end) => end === undefined))
      return { ok: false, because: 'unreadable', part }
    const read: Day[] = []
    for (const end of (ends as Written[]).reverse()) {
      const month = end.month ?? after.month
      if (month === undefined) return { ok: false, because: 'unreadable', part }
      const year = end.year ?? after.year ?? nextYear(end.date, month, today)
      const written = { date: end.date, month, year }
      const day = asDay(written)
      if (!isDay(day)) {
        const suggestion = nearest(written)
        return { ok: false, because: 'no-such-day', part, ...(suggestion ? { suggestion } : {}) }
      }
      read.push(day)
      after = { month, year: end.year ?? after.year }
    }
    const [to = '', from = to] = read
    if (from > to) return { ok: false, because: 'inverted', part }
    if (daysBetween(from, to) >= mostDays) return { ok: false, because: 'too-many', part }
    for (const day of daysOf([{ from, to }])) days.add(day)
  }
  if (days.size > mostDays) return { ok: false, because: 'too-many', part: text }
  return { ok: true, days: [...days].sort() }
}

/** One day, or why not. */
export function readOneDay(text: string, today: Day): { ok: true; day: Day } | DaysRefusal {
  const read = readDays(text, today)
  if (!read.ok) return read
  const [day] = read.days
  return day !== undefined && read.days.length === 1
    ? { ok: true, day }
    : { ok: false, because: 'unreadable', part: text }
}

function nextYear(date: number, month: number, today: Day): number {
  const year = Number(today.slice(0, 4))
  return asDay({ date, month, year }) >= today ? year : year + 1
}
