import { type CoordinatorCard, type Day, isDay, type Locale } from '@repere/api/client.ts'
import { formatDay } from '#lib/dates/days.ts'
import { formatAgo } from '#lib/dates/instants.ts'
import * as m from '#lib/paraglide/messages.js'
import { inRegion } from '#lib/words/places.ts'

/** How many matches take part in the draw among equals; beyond, the order is fixed. */
export const rotating = 1_000

/** The search somebody was found by. */
export interface Asked {
  query: URLSearchParams
  /** What equals are drawn by: a day, unless the link says otherwise. */
  seed: string
  /** The person's place among all found, from 1. */
  place: number
  today: Day
}

const steps = 4

/**
 * Why a person stands where they stand, in sentences that each say a fact: what of the question they answer, then what
 * their place comes from, in the order in which it decides. Nothing else does.
 */
export const reasonsFor = (card: CoordinatorCard, asked: Asked, locale: Locale): string[] => [
  ...matchOf(card, asked.query, locale),
  ...orderOf(card, asked, locale),
]

function matchOf(card: CoordinatorCard, query: URLSearchParams, locale: Locale): string[] {
  const reasons: string[] = []
  if (card.free) reasons.push(coverage(card.free))
  if (query.has('q')) reasons.push(words(card, locale))
  const regions = card.regions.filter((code) => query.getAll('region').includes(code))
  if (regions.length === 1)
    reasons.push(m.order_why_region_one({ region: inRegion(regions[0] ?? '', locale) }))
  if (regions.length > 1) reasons.push(m.order_why_region_many({ count: regions.length }))
  return reasons
}

function orderOf(card: CoordinatorCard, { query, seed, place, today }: Asked, locale: Locale): string[] {
  const sort = query.get('sort')
  if (sort === 'name') return [m.order_why_by_name()]
  const draw =
    place > rotating
      ? m.order_why_fixed()
      : isDay(seed)
        ? m.order_why_draw({ day: formatDay(seed, locale) })
        : m.order_why_seed()
  if (sort === 'freshness')
    return [m.order_why_by_freshness(), lastConfirmed(card.calendarConfirmedOn, today, locale), draw]
  return [
    evidence(card),
    calendar(card, today, locale),
    m.order_why_profile({ step: steps - card.place.completeness }),
    draw,
  ]
}

function coverage({ days, of }: { days: number; of: number }): string {
  if (days === 0) return m.order_why_free_none()
  if (days < of) return m.order_why_free_some({ free: days, count: of })
  return of === 1 ? m.order_why_free_one() : m.order_why_free({ count: of })
}

/** Where a word was met; only that one was, where it stands in a skill, a place or the name of a credential. */
function words({ highlights = {} }: CoordinatorCard, locale: Locale): string {
  const fields = [
    ...(highlights.displayName ? [m.order_field_name()] : []),
    ...(highlights.titleForm ? [m.order_field_title()] : []),
    ...(highlights.headlineFr || highlights.headlineEn ? [m.order_field_headline()] : []),
    ...(highlights.bioFr || highlights.bioEn ? [m.order_field_bio()] : []),
  ]
  if (fields.length === 0) return m.order_why_words()
  return m.order_why_words_in({ fields: new Intl.ListFormat(locale).format(fields) })
}

function evidence({ place, credentials }: CoordinatorCard): string {
  if (place.evidence === 2) return m.order_why_confirmed()
  if (place.evidence === 1) return m.order_why_seen()
  return credentials.length > 0 ? m.order_why_declared() : m.order_why_unproven()
}

function calendar({ place, calendarConfirmedOn }: CoordinatorCard, today: Day, locale: Locale): string {
  if (calendarConfirmedOn === null) return m.order_why_calendar_none()
  const ago = formatAgo(calendarConfirmedOn, today, locale)
  return place.freshness === 0
    ? m.order_why_calendar_stale({ ago })
    : m.order_why_calendar({ ago, step: steps - place.freshness })
}

const lastConfirmed = (day: Day | null, today: Day, locale: Locale) =>
  day === null
    ? m.order_why_never_confirmed()
    : m.order_why_last_confirmed({ ago: formatAgo(day, today, locale) })
