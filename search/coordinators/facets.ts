import type { FacetCounts } from '../engine.ts'
import { chosenIn, type FacetGroup, type Filters, facetGroups } from './filters.ts'

export interface FacetValue {
  value: string
  /** How many people match with this value in place of the group's choice. */
  count: number
}

export type Facets = Record<FacetGroup, FacetValue[]>

/** Counts above zero and every chosen value, the largest first; nothing where nobody wanted them. */
export const toFacets = (counts: FacetCounts, filters: Filters): Facets => {
  const listed = facetGroups.map((group) => {
    const values = new Map(counts[group])
    for (const chosen of filters.withoutFacets ? [] : chosenIn(filters, group))
      if (!values.has(chosen)) values.set(chosen, 0)
    const list = [...values].map(([value, count]) => ({ value, count }))
    return [group, list.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))] as const
  })
  return Object.fromEntries(listed) as Facets
}

export const emptyCounts = (): FacetCounts =>
  Object.fromEntries(facetGroups.map((group) => [group, new Map<string, number>()])) as FacetCounts
