import type { CoordinatorCard, Day, Locale } from '@repere/api/client.ts'
import { formatAgo } from '#lib/dates/instants.ts'
import * as m from '#lib/paraglide/messages.js'
import { inRegion } from '#lib/words/places.ts'

const evidence = {
  confirmed: m.search_why_confirmed,
  'document-seen': m.search_why_seen,
  declared: m.search_why_declared,
}

/**
 * Why a person stands in the results, in sentences that each say a fact of the card: coverage of the asked days, best
 * evidence, regions asked for, age of the calendar, and how equals are ordered. Nothing else decides.
 */
export function reasonsFor(
  card: CoordinatorCard,
  query: URLSearchParams,
  today: Day,
  locale: Locale,
): string[] {
  const reasons: string[] = []
  if (card.free) reasons.push(coverage(card.free))
  if (query.has('q') && card.highlights) reasons.push(m.search_why_words())
  const best = (['confirmed', 'document-seen', 'declared'] as const).find((state) =>
    card.credentials.some((credential) => credential.state === state),
  )
  if (best) reasons.push(evidence[best]())
  const regions = card.regions.filter((code) => query.getAll('region').includes(code))
  if (regions.length === 1)
    reasons.push(m.search_why_region_one({ region: inRegion(regions[0] ?? '', locale) }))
  if (regions.length > 1) reasons.push(m.search_why_region_many({ count: regions.length }))
  reasons.push(
    card.calendarConfirmedOn
      ? m.search_why_calendar({ ago: formatAgo(card.calendarConfirmedOn, today, locale) })
      : m.search_why_calendar_none(),
  )
  const sort = query.get('sort')
  if (sort === 'name') reasons.push(m.search_by_name())
  else if (sort === 'freshness') reasons.push(m.search_by_freshness())
  else reasons.push(m.search_why_equals())
  return reasons
}

function coverage({ days, of }: { days: number; of: number }): string {
  if (days === 0) return m.search_why_free_none()
  if (days < of) return m.search_why_free_some({ free: days, count: of })
  return of === 1 ? m.search_why_free_one() : m.search_why_free({ count: of })
}
