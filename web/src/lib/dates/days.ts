import { addDays, type Day, daysOf, type Locale, rangesOf, weekdayOf } from '@repere/api/client.ts'
import { calendarNames, nbsp } from './names.ts'

/** `day` « 8 mars », `full` « 8 mars 2027 », `weekday` « lun. 8 mars », `long` « lundi 8 mars 2027 », `figures` « 08/03/2027 ». */
export type DayStyle = 'day' | 'full' | 'weekday' | 'long' | 'figures'

const partsOf = (day: Day) => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { year, month: Number(month) - 1, date: Number(date), monthText: month, dateText: date }
}

/** The first of a month is « 1er » in French. */
const dateWord = (date: number, locale: Locale) => (locale === 'fr' && date === 1 ? '1er' : String(date))

/** A civil day in words. Months are abbreviated but in `long`; a day never breaks from its month. */
export function formatDay(day: Day, locale: Locale, style: DayStyle = 'full'): string {
  const { year, month, date, monthText, dateText } = partsOf(day)
  if (style === 'figures') return `${dateText}/${monthText}/${year}`
  const names = calendarNames[locale]
  const dayAndMonth = `${dateWord(date, locale)}${nbsp}${(style === 'long' ? names.months : names.shortMonths)[month]}`
  const weekday = weekdayOf(day) - 1
  if (style === 'weekday') return `${names.shortWeekdays[weekday]}${nbsp}${dayAndMonth}`
  if (style === 'long') return `${names.weekdays[weekday]} ${dayAndMonth}${nbsp}${year}`
  return style === 'day' ? dayAndMonth : `${dayAndMonth}${nbsp}${year}`
}

/** « mars 2027 »; `short` for « avr. 2027 »; without its year where the year was just said. */
export function formatMonth(
  day: Day,
  locale: Locale,
  { short = false, year = true }: { short?: boolean; year?: boolean } = {},
): string {
  const parts = partsOf(day)
  const name = (short ? calendarNames[locale].shortMonths : calendarNames[locale].months)[parts.month] ?? ''
  return year ? `${name}${nbsp}${parts.year}` : name
}

/** From one day to another, both included: « du 8 au 11 mars 2027 », « 8–11 Mar 2027 ». */
export function formatRange(from: Day, to: Day, locale: Locale): string {
  if (from === to) return formatDay(from, locale)
  const [start, end] = [partsOf(from), partsOf(to)]
  const sameYear = start.year === end.year
  const sameMonth = sameYear && start.month === end.month
  const first = sameMonth ? dateWord(start.date, locale) : formatDay(from, locale, sameYear ? 'day' : 'full')
  const last = formatDay(to, locale)
  if (locale === 'fr') return `du${nbsp}${first} au${nbsp}${last}`
  return sameMonth ? `${first}–${last}` : `${first} – ${last}`
}

const and = { fr: 'et', en: 'and' } as const

/** « 8 », or « 8 au 11 » for a run that is told as one. */
const runWord = (from: Day, to: Day, locale: Locale) => {
  const first = dateWord(partsOf(from).date, locale)
  if (from === to) return first
  return locale === 'fr' ? `${first}${nbsp}au${nbsp}${partsOf(to).date}` : `${first}–${partsOf(to).date}`
}

/** The days of one month, where `least` and more in a row become one word. */
function wordsOfMonth(days: readonly Day[], locale: Locale, least: number): string[] {
  return rangesOf(days).flatMap(({ from, to }) =>
    addDays(from, least - 1) <= to
      ? [runWord(from, to, locale)]
      : daysOf([{ from, to }]).map((day) => runWord(day, day, locale)),
  )
}

/**
 * Scattered days, each named: « 8, 9, 25 mars et 2 avr. 2027 ». The year stands once at its end. Five days in a row are
 * told as a run (« 8 au 12, 15 mars »), and three among more than twelve. Empty text for no day.
 */
export function formatDays(days: readonly Day[], locale: Locale): string {
  const sorted = [...new Set(days)].sort()
  const months = new Map<string, Day[]>()
  for (const day of sorted) months.set(day.slice(0, 7), [...(months.get(day.slice(0, 7)) ?? []), day])
  const keys = [...months.keys()]
  const texts = keys.map((key, index) => {
    const ofMonth = months.get(key) ?? []
    const words = wordsOfMonth(ofMonth, locale, sorted.length > 12 ? 3 : 5)
    const sayYear = keys[index + 1]?.slice(0, 4) !== key.slice(0, 4)
    const month = formatMonth(`${key}-01`, locale, { short: true, year: sayYear })
    const onlyMonth = keys.length === 1
    const list = onlyMonth ? joinWords(words, locale) : words.join(', ')
    return `${list}${nbsp}${month}`
  })
  return joinWords(texts, locale)
}

/** « a, b et c ». */
export function joinWords(words: readonly string[], locale: Locale): string {
  if (words.length < 2) return words[0] ?? ''
  return `${words.slice(0, -1).join(', ')} ${and[locale]} ${words.at(-1)}`
}

/** « 1 jour », « 9 jours ». */
export function countDays(count: number, locale: Locale): string {
  const word = locale === 'fr' ? 'jour' : 'day'
  return `${count}${nbsp}${word}${count > 1 || (locale === 'en' && count === 0) ? 's' : ''}`
}
