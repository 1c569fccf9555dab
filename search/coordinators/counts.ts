import { type Availability, availabilities, chosenIn, type Filters, facetGroups } from './filters.ts'
import type { Instead } from './instead.ts'

/** A filter that can be taken off by itself, named as in a query. `days` stands for all that was asked of days. */
export type RemovableFilter = 'q' | 'days' | (typeof facetGroups)[number]

/** What a search would find if it asked for a little else. */
export interface SearchCounts {
  total: number
  /** By how the asked days must be; only when days are asked. */
  availability?: Record<Availability, number>
  /** Without each filter in use, the others kept. */
  without: Partial<Record<RemovableFilter, number>>
  /** Only when nobody is found. */
  instead?: Instead
}

/** The searches to count, each under the place its number will take. */
export const variantsOf = (filters: Filters) => {
  const modes = filters.days.length > 0 ? availabilities : []
  return {
    modes: modes.map((availability) => [availability, { ...filters, availability }] as const),
    without: inUse(filters).map((filter) => [filter, without(filters, filter)] as const),
  }
}

/** The filters of a search that can be given up. */
export const inUse = (filters: Filters): RemovableFilter[] => [
  ...(filters.q ? (['q'] as const) : []),
  ...facetGroups.filter((group) => chosenIn(filters, group).length > 0),
  ...(filters.days.length > 0 ? (['days'] as const) : []),
]

/** A search without several of its filters. */
export const withoutAll = (filters: Filters, names: readonly RemovableFilter[]): Filters =>
  names.reduce(without, filters)

const without = (filters: Filters, filter: RemovableFilter): Filters => {
  const { discipline, credentialState, ...rest } = filters
  const kept = { ...rest, ...(discipline && { discipline }), ...(credentialState && { credentialState }) }
  const taken: Record<RemovableFilter, Filters> = {
    q: { ...kept, q: '' },
    days: { ...kept, days: [] },
    discipline: { ...rest, ...(credentialState && { credentialState }) },
    credential: { ...kept, credentials: [] },
    credentialState: { ...rest, ...(discipline && { discipline }) },
    region: { ...kept, regions: [] },
    language: { ...kept, languages: [] },
    specialism: { ...kept, specialisms: [] },
  }
  return taken[filter]
}
