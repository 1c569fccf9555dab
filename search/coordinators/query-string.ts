import { liveCredentialStates } from '@repere/db/vocabulary/credential.ts'
import { addDays, type Day, daysBetween, daysOf, isDay } from '@repere/db/vocabulary/day.ts'
import { disciplines } from '@repere/db/vocabulary/discipline.ts'
import { languageCodes } from '@repere/db/vocabulary/language.ts'
import { toPlainLine } from '@repere/db/vocabulary/line.ts'
import { toRegionCode } from '@repere/db/vocabulary/region.ts'
import { availabilities, type Filters, limits, sorts } from './filters.ts'

/** What is wrong with a query, named by the parameter. */
export interface QueryError {
  parameter: string
  detail: string
}

export type ParsedQuery = { ok: true; filters: Filters } | { ok: false; errors: QueryError[] }

/** The words a query may use that registrars can change. */
export interface KnownCodes {
  credentials: ReadonlySet<string>
  specialisms: ReadonlySet<string>
}

const single = [
  'q',
  'discipline',
  'credentialState',
  'from',
  'to',
  'days',
  'availability',
  'sort',
  'facets',
  'seed',
  'page',
  'perPage',
]
const repeated = ['credential', 'region', 'language', 'specialism']

/** Every parameter a search understands. */
export const parameters: readonly string[] = [...single, ...repeated]

/**
 * The one parser of a search: pages, API, and whatever replays a kept query. Refuses, naming it, every unknown
 * parameter or value, an empty one, a repeated one that stands alone, days in the past or more than 366.
 */
export const parseFilters = (query: URLSearchParams, today: Day, known: KnownCodes): ParsedQuery => {
  const errors: QueryError[] = []
  const refuse = (parameter: string, detail: string) => {
    errors.push({ parameter, detail })
  }
  for (const name of new Set(query.keys())) {
    if (!parameters.includes(name)) refuse(name, `“${name}” is not a search parameter.`)
    else if (query.getAll(name).some((value) => toPlainLine(value) === ''))
      refuse(name, `“${name}” is empty.`)
    else if (single.includes(name) && query.getAll(name).length > 1)
      refuse(name, `“${name}” may be given once.`)
    else if (query.getAll(name).length > limits.values)
      refuse(name, `“${name}” may be given ${limits.values} times at most.`)
  }
  if (errors.length > 0) return { ok: false, errors }

  const word = <Word extends string>(name: string, words: readonly Word[]): Word | undefined => {
    const value = query.get(name)
    if (value === null) return undefined
    const found = words.find((one) => one === value)
    if (found === undefined) refuse(name, `“${value}” is not one of: ${words.join(', ')}.`)
    return found
  }
  const codes = <Code extends string>(name: string, toCode: (value: string) => Code | undefined): Code[] => {
    const found = query.getAll(name).map((value) => {
      const code = toCode(value)
      if (code === undefined) refuse(name, `“${value}” is not a known ${name}.`)
      return code
    })
    return [...new Set(found.filter((code) => code !== undefined))]
  }
  const count = (name: string, otherwise: number, most: number): number => {
    const value = query.get(name)
    if (value === null) return otherwise
    const number = /^\d{1,9}$/.test(value) ? Number(value) : 0
    if (number < 1 || number > most) refuse(name, `“${name}” is a whole number from 1 to ${most}.`)
    return number
  }
  const text = (name: string, most: number): string | undefined => {
    const value = query.get(name)
    if (value === null) return undefined
    if (value.length > most) refuse(name, `“${name}” has ${most} characters at most.`)
    return toPlainLine(value)
  }

  const discipline = word('discipline', disciplines)
  const credentialState = word('credentialState', liveCredentialStates)
  const filters: Filters = {
    q: text('q', limits.q) ?? '',
    ...(discipline && { discipline }),
    credentials: codes('credential', (value) => (known.credentials.has(value) ? value : undefined)),
    ...(credentialState && { credentialState }),
    regions: codes('region', toRegionCode),
    languages: codes('language', (value) => languageCodes.find((code) => code === value)),
    specialisms: codes('specialism', (value) => (known.specialisms.has(value) ? value : undefined)),
    days: parseDays(query, today, refuse),
    availability: word('availability', availabilities) ?? 'free',
    sort: word('sort', sorts) ?? 'relevance',
    ...(word('facets', ['all', 'none']) === 'none' && { withoutFacets: true }),
    seed: text('seed', limits.seed) ?? today,
    page: count('page', 1, limits.page),
    perPage: count('perPage', limits.defaultPerPage, limits.perPage),
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, filters }
}

/** Whether a value only the catalogue can settle is in a query, so that a fresh catalogue may be asked for it. */
export const namesUnknownCode = (query: URLSearchParams, known: KnownCodes): boolean =>
  query.getAll('credential').some((code) => !known.credentials.has(code)) ||
  query.getAll('specialism').some((code) => !known.specialisms.has(code))

const parseDays = (
  query: URLSearchParams,
  today: Day,
  refuse: (parameter: string, detail: string) => void,
): Day[] => {
  const from = query.get('from')
  const to = query.get('to')
  const listed = query.get('days')
  if (listed !== null && (from !== null || to !== null)) {
    refuse('days', 'Give “from” and “to”, or “days”, not both.')
    return []
  }
  if (listed !== null) return parseListedDays(listed, today, refuse)
  if (from === null && to === null) return []
  if (from === null) refuse('from', '“from” is missing beside “to”.')
  else if (to === null) refuse('to', '“to” is missing beside “from”.')
  else if (!isDay(from)) refuse('from', `“${from}” is not a day, such as 2027-03-05.`)
  else if (!isDay(to)) refuse('to', `“${to}” is not a day, such as 2027-03-05.`)
  else if (to < from) refuse('to', '“to” comes before “from”.')
  else if (from < today) refuse('from', 'The days asked for are in the past.')
  else if (daysBetween(from, to) >= limits.days) refuse('to', `At most ${limits.days} days can be asked for.`)
  else return daysOf([{ from, to }])
  return []
}

const parseListedDays = (
  listed: string,
  today: Day,
  refuse: (parameter: string, detail: string) => void,
): Day[] => {
  const days = listed.split(',').map((day) => day.trim())
  const wrong = days.find((day) => !isDay(day))
  if (days.length > limits.days) refuse('days', `At most ${limits.days} days can be asked for.`)
  else if (wrong !== undefined) refuse('days', `“${wrong}” is not a day, such as 2027-03-05.`)
  else if (days.some((day) => day < today)) refuse('days', 'The days asked for are in the past.')
  else return [...new Set(days)].sort()
  return []
}

/** The search's own day: one for everybody who searches, so that both engines and every page agree. */
export const searchDayAt = (moment: Date): Day => moment.toISOString().slice(0, 10)

/** The instant at which that day begins. */
export const startOfDay = (day: Day): Date => new Date(`${day}T00:00:00Z`)

/** The instant at which it is over. */
export const endOfDay = (day: Day): Date => startOfDay(addDays(day, 1))
