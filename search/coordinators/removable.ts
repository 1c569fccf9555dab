import { chosenIn, type Filters, facetGroups } from './filters.ts'

/** A filter that can be taken off by itself, named as in a query. `days` stands for all that was asked of days. */
export type RemovableFilter = 'q' | 'days' | (typeof facetGroups)[number]

/** The filters of a search that can be given up. */
export const inUse = (filters: Filters): RemovableFilter[] => [
  ...(filters.q ? (['q'] as const) : []),
  ...facetGroups.filter((group) => chosenIn(filters, group).length > 0),
  ...(filters.days.length > 0 ? (['days'] as const) : []),
]

/** A search without several of its filters. */
export const withoutAll = (filters: Filters, names: readonly RemovableFilter[]): Filters =>
  names.reduce(without, filters)

/** A search without one of its filters. */
export const without = (filters: Filters, filter: RemovableFilter): Filters => {
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
