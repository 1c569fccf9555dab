import type { SearchCounts } from '@repere/api/client.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'

export type AvailabilityCounts = NonNullable<SearchCounts['availability']>

/** How many a search would find with a little less asked; null when the api cannot say just now: all works without. */
export async function readCounts(event: RequestEvent, query: URLSearchParams): Promise<SearchCounts | null> {
  const values = Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]))
  const response = await apiFor(event)
    .search.counts.$get({ query: values })
    .catch(() => null)
  return response?.status === 200 ? response.json() : null
}
