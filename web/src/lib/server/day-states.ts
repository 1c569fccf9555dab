import type { Day, PublicAvailability } from '@repere/api/client.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'

/** How each of these days stands for this reader; unknown where the calendar says nothing. */
export async function readDayStates(
  event: RequestEvent,
  slug: string,
  days: readonly Day[],
): Promise<PublicAvailability['days']> {
  const [from, to] = [days[0], days.at(-1)]
  if (from === undefined || to === undefined) return []
  const response = await apiFor(event)
    .coordinators[':slug'].availability.$get({ param: { slug }, query: { from, to } })
    .catch(() => null)
  const known = response?.status === 200 ? (await response.json()).days : []
  const states = new Map(known.map(({ date, state }) => [date, state]))
  return days.map((date) => ({ date, state: states.get(date) ?? 'unknown' }))
}
