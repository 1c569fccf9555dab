import { type Day, rangesOf } from '@repere/db/vocabulary/day.ts'
import type { Filters } from './filters.ts'

/**
 * Who is searched for, in the one exact form of a page's address: what two searches for the same people have in common.
 * The order of the results, their seed and the page say nothing of who, and are left out.
 */
export const toCanonicalQuery = (filters: Filters): string => {
  const query = new URLSearchParams()
  const add = (name: string, values: readonly string[]) => {
    for (const value of values.toSorted()) query.append(name, value)
  }
  const { q, discipline, credentials, credentialState, regions, languages, specialisms, days } = filters
  add('q', q ? [q] : [])
  add('discipline', discipline ? [discipline] : [])
  add('credential', credentials)
  add('credentialState', credentialState ? [credentialState] : [])
  add('region', regions)
  add('language', languages)
  add('specialism', specialisms)
  writeDays(query, days)
  if (days.length > 0 && filters.availability !== 'free') query.set('availability', filters.availability)
  return query.toString()
}

/** The days a query asks for, those that are past included: what the parser would refuse. */
export const readDaysOf = (query: URLSearchParams): { from: Day; to: Day } | Day[] => {
  const [from, to] = [query.get('from'), query.get('to')]
  return from && to ? { from, to } : (query.get('days') ?? '').split(',').filter(Boolean)
}

/**
 * A canonical query as it can be asked on a later day: without the days that are past. Undefined when none is left of
 * those it asked for.
 */
export const replayedOn = (canonical: string, today: Day): string | undefined => {
  const query = new URLSearchParams(canonical)
  const asked = readDaysOf(query)
  if (Array.isArray(asked)) {
    if (asked.length === 0) return canonical
    const left = asked.filter((day) => day >= today)
    writeDays(query, left)
    return left.length > 0 ? query.toString() : undefined
  }
  if (asked.to < today) return undefined
  if (asked.from < today) query.set('from', today)
  return query.toString()
}

/** A run as `from` and `to`, scattered days as `days`; in the place the first of them has. */
const writeDays = (query: URLSearchParams, days: readonly Day[]): void => {
  for (const name of ['from', 'to', 'days']) query.delete(name)
  const [run, ...others] = rangesOf(days)
  if (run === undefined) return
  if (others.length > 0) query.set('days', days.join(','))
  else {
    query.set('from', run.from)
    query.set('to', run.to)
  }
}
