import { withDays, without } from './changes.ts'
import { daysAsked } from './days.ts'

/** A filter in use, all its values together: what widening the search by it means. */
export interface FilterInUse {
  filter: string
  values: string[]
  without: URLSearchParams
}

const names = ['region', 'credentialState', 'credential', 'language', 'specialism'] as const

/** Every filter of a search but the profession; days count as one, with what they must be. */
export function filtersInUse(query: URLSearchParams): FilterInUse[] {
  const inUse = (filter: string): FilterInUse[] =>
    query.has(filter) ? [{ filter, values: query.getAll(filter), without: without(query, filter) }] : []
  const days = daysAsked(query)
  return [
    ...names.flatMap(inUse),
    ...(days.length > 0 ? [{ filter: 'days', values: days, without: withDays(query, []) }] : []),
    // Words change with every key: what stands before them stays in its place.
    ...inUse('q'),
  ]
}
