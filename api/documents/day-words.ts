import { addDays, type Day, daysOf, rangesOf } from '@repere/db/vocabulary/day.ts'
import type { Locale } from '@repere/db/vocabulary/locale.ts'

const nbsp = '\u00a0'
const tags: Record<Locale, string> = { fr: 'fr-FR', en: 'en-GB' }
const and: Record<Locale, string> = { fr: 'et', en: 'and' }

const dateOf = (day: Day, locale: Locale): string =>
  locale === 'fr' && day.endsWith('-01') ? '1er' : String(Number(day.slice(8)))

const monthOf = (day: Day, locale: Locale): string =>
  new Intl.DateTimeFormat(tags[locale], { month: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  )

const yearOf = (day: Day): string => day.slice(0, 4)

const inFull = (day: Day, locale: Locale, withYear: boolean): string =>
  `${dateOf(day, locale)}${nbsp}${monthOf(day, locale)}${withYear ? `${nbsp}${yearOf(day)}` : ''}`

/** `9 mars 2027`, `1er mars 2027`, `9 March 2027`. */
export const sayDay = (locale: Locale, day: Day): string => inFull(day, locale, true)

/** What is told in one breath: a run of three days and more, or single days of one month. */
interface Group {
  run: boolean
  days: Day[]
}

/** Runs stand alone; what lies between them is gathered by month. */
const groupsOf = (days: readonly Day[]): Group[] => {
  const groups: Group[] = []
  for (const { from, to } of rangesOf(days)) {
    if (addDays(from, 2) <= to) groups.push({ run: true, days: [from, to] })
    else
      for (const day of daysOf([{ from, to }])) {
        const last = groups.at(-1)
        if (last && !last.run && last.days[0]?.slice(0, 7) === day.slice(0, 7)) last.days.push(day)
        else groups.push({ run: false, days: [day] })
      }
  }
  return groups
}

const listOf = (days: readonly Day[], locale: Locale): string => {
  const dates = days.map((day) => dateOf(day, locale))
  return dates.length < 2
    ? (dates[0] ?? '')
    : `${dates.slice(0, -1).join(', ')} ${and[locale]}${nbsp}${dates.at(-1)}`
}

const saySingles = (days: readonly Day[], locale: Locale, withYear: boolean): string => {
  const last = days.at(-1) ?? ''
  const tail = `${nbsp}${monthOf(last, locale)}${withYear ? `${nbsp}${yearOf(last)}` : ''}`
  const article = locale === 'en' ? '' : days.length > 1 ? `les${nbsp}` : `le${nbsp}`
  return `${article}${listOf(days, locale)}${tail}`
}

const sayRun = (from: Day, to: Day, locale: Locale, withYear: boolean): string => {
  const sameYear = yearOf(from) === yearOf(to)
  const sameMonth = from.slice(0, 7) === to.slice(0, 7)
  const first = sameMonth ? dateOf(from, locale) : inFull(from, locale, !sameYear)
  const last = inFull(to, locale, withYear || !sameYear)
  if (locale === 'fr') return `du${nbsp}${first} au${nbsp}${last}`
  return sameMonth ? `${first}–${last}` : `${first} – ${last}`
}

/** Every day from one to another: « du 16 au 22 février 2027 ». */
export const sayRange = (locale: Locale, from: Day, to: Day): string => sayRun(from, to, locale, true)

/**
 * Scattered days as a contract writes them: « du 4 au 6 mars, le 9 mars 2027 », “4–6 March, 9 March 2027”. A year stands
 * at the end of its last group. Commas part the groups, since an « et » stands within them.
 */
export const sayDays = (locale: Locale, days: readonly Day[]): string => {
  const groups = groupsOf(days)
  return groups
    .map(({ run, days: own }, index) => {
      const [from = '', to = from] = [own[0], own.at(-1)]
      const next = groups[index + 1]?.days[0]
      const withYear = next === undefined || yearOf(next) !== yearOf(to)
      return run ? sayRun(from, to, locale, withYear) : saySingles(own, locale, withYear)
    })
    .join(', ')
}
