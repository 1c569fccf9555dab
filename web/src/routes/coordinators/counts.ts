import type { RequestEvent } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { withValues } from '#lib/search/changes.ts'
import { filtersInUse } from '#lib/search/in-use.ts'
import { type Availability, availabilities, daysAsked } from '#lib/search/query.ts'

export type AvailabilityCounts = Record<Availability, number>

/** How many people a search would find; null when the api cannot say just now. */
async function countOf(event: RequestEvent, query: URLSearchParams): Promise<number | null> {
  const asked = withValues(query, 'perPage', ['1'])
  const values = Object.fromEntries([...new Set(asked.keys())].map((name) => [name, asked.getAll(name)]))
  const response = await apiFor(event)
    .coordinators.$get({ query: values })
    .catch(() => null)
  return response?.status === 200 ? (await response.json()).total : null
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
  const counts = await Promise.all(
    availabilities.map((choice) => countOf(event, withValues(query, 'availability', [choice]))),
  )
  if (counts.includes(null)) return null
  return Object.fromEntries(
    availabilities.map((choice, index) => [choice, counts[index]]),
  ) as AvailabilityCounts
}

/** For a search that finds nobody: how many each filter keeps out, by the filter's name. */
export async function countWithoutEach(
  event: RequestEvent,
  query: URLSearchParams,
): Promise<Record<string, number>> {
  const counted = await Promise.all(
    filtersInUse(query).map(async ({ filter, without }) => [filter, await countOf(event, without)] as const),
  )
  return Object.fromEntries(counted.filter(([, count]) => count !== null)) as Record<string, number>
}
