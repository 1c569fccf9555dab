import {
  type Day,
  daysOf,
  disciplines,
  languageCodes,
  liveCredentialStates,
  regions,
  toPlainLine,
  toRegionCode,
} from '@repere/api/client.ts'
import { type DaysRefusal, readDays, readOneDay } from '#lib/dates/typed-days.ts'
import { writeDays } from './days.ts'
import { availabilities, narrowing, qualifying, repeating, silent } from './parameters.ts'

const sorts = ['relevance', 'name', 'freshness'] as const

/** The address of a search, as typed or clicked, made exact. */
export interface ReadSearch {
  /** The same search in its one exact form: what the api is asked and what the address bar shows. */
  query: URLSearchParams
  /** Why the typed days could not be read; the search then runs without days, and says so. */
  refusal?: DaysRefusal
  /** What was typed as days, to be corrected in place. */
  typedDays: string
}

const closed: Record<string, readonly string[]> = {
  discipline: disciplines,
  credentialState: liveCredentialStates,
  availability: availabilities,
  sort: sorts,
}
const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s’'-]+/g, ' ')
    .trim()

/** A region by its code, an old code, or any of the names people type. */
export const regionOf = (text: string): string | undefined =>
  toRegionCode(text) ??
  regions.find(({ nameFr, nameEn, alsoCalled }) =>
    [nameFr, nameEn, ...alsoCalled].some((name) => fold(name) === fold(text)),
  )?.code

/**
 * Reads the address of a search: form fields left empty go, words that say what is so anyway go, typed days and region
 * names become codes. Unknown parameters go too (a link may carry marks of where it was found); a credential or skill
 * code is kept as it is, since the catalogue alone knows it.
 */
export function readSearch(raw: URLSearchParams, today: Day): ReadSearch {
  const query = new URLSearchParams()
  for (const name of narrowing) for (const value of valuesOf(raw, name)) query.append(name, value)
  const { days, refusal, typedDays } = readTypedDays(raw, today)
  writeDays(query, days)
  for (const name of qualifying) {
    const value = valuesOf(raw, name).at(-1)
    const idle = name === 'availability' && days.length === 0
    if (value !== undefined && value !== silent[name] && !idle) query.set(name, value)
  }
  return { query, typedDays, ...(refusal ? { refusal } : {}) }
}

function valuesOf(raw: URLSearchParams, name: string): string[] {
  const given = [...new Set(raw.getAll(name).map(toPlainLine))].filter(Boolean)
  if (name === 'region') return [...new Set(given.flatMap((value) => regionOf(value) ?? []))]
  if (name === 'language') return given.filter((code) => languageCodes.some((known) => known === code))
  const words = closed[name]
  const fitting = words ? given.filter((value) => words.includes(value)) : given
  return repeating.includes(name) ? fitting : fitting.slice(-1)
}

/** Days come as `days` (typed freely), or as `from` and `to`; one of the two alone is one day. */
function readTypedDays(raw: URLSearchParams, today: Day): Omit<ReadSearch, 'query'> & { days: Day[] } {
  const typed = raw.get('days')?.trim() ?? ''
  const from = raw.get('from')?.trim() || raw.get('to')?.trim() || ''
  const to = raw.get('to')?.trim() || from
  if (typed !== '') {
    const read = readDays(typed, today)
    return read.ok ? { days: read.days, typedDays: typed } : { days: [], typedDays: typed, refusal: read }
  }
  if (from === '') return { days: [], typedDays: '' }
  const typedDays = from === to ? from : `${from} - ${to}`
  const ends = [readOneDay(from, today), readOneDay(to, today)] as const
  for (const end of ends) if (!end.ok) return { days: [], typedDays, refusal: end }
  const [first = '', last = ''] = ends.map((end) => (end.ok ? end.day : ''))
  if (first > last)
    return { days: [], typedDays, refusal: { ok: false, because: 'inverted', part: typedDays } }
  const read = readDays(`${first}-${last}`, today)
  return read.ok
    ? { days: daysOf([{ from: first, to: last }]), typedDays }
    : { days: [], typedDays, refusal: read }
}

/** Whether an address already is in its exact form, so that it need not be sent elsewhere. */
export const isExact = (raw: URLSearchParams, query: URLSearchParams): boolean =>
  raw.toString() === query.toString()
