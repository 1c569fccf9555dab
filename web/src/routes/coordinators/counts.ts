import type { SearchCounts } from '@repere/api/client.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { daysAsked } from '#lib/search/query.ts'

export type AvailabilityCounts = NonNullable<SearchCounts['availability']>

/** How many a search would find with a little less asked; null when the api cannot say just now. */
async function countsOf(event: RequestEvent, query: URLSearchParams): Promise<SearchCounts | null> {
  const values = Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]))
  const response = await apiFor(event)
    .search.counts.$get({ query: values })
    .catch(() => null)
  return response?.status === 200 ? response.json() : null
}

/**
 * How many people each choice of availability leaves, the rest of the search kept. Null without days, or when the api
 * cannot say: the choice works without its counts.
 */
export async function countAvailabilities(
  event: RequestEvent,
  query: URLSearchParams,
): Promise<AvailabilityCounts | null> {
  if (daysAsked(query).length === 0) return null
  return (await countsOf(event, query))?.availability ?? null
}

/** For a search that finds nobody: how many each filter keeps out, by the filter's name. */
export async function countWithoutEach(
  event: RequestEvent,
  query: URLSearchParams,
): Promise<Record<string, number>> {
  const { without = {} } = (await countsOf(event, query)) ?? {}
  return Object.fromEntries(Object.entries(without).map(([filter, count]) => [filter, count ?? 0]))
}
