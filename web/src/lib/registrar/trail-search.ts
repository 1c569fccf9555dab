import type { Locale } from '@repere/api/client.ts'
import { readOneDay } from '#lib/dates/typed-days.ts'
import { sayRefusal } from '#lib/dates/typed-days-words.ts'
import * as m from '#lib/paraglide/messages.js'

const names = ['kind', 'subject', 'actor', 'from', 'to'] as const

/** What the trail is searched by, as typed, as the api wants it, and what is wrong with it. */
export interface TrailSearch {
  typed: Record<(typeof names)[number], string>
  query: Partial<Record<(typeof names)[number], string>>
  errors: Record<string, string>
}

const isId = (text: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

/** Reads the search out of an address. A part that cannot be read is said beside its field, and searches for nothing. */
export function readTrailSearch(params: URLSearchParams, locale: Locale, today: string): TrailSearch {
  const typed = Object.fromEntries(
    names.map((name) => [name, (params.get(name) ?? '').trim().slice(0, 60)]),
  ) as TrailSearch['typed']
  const query: TrailSearch['query'] = typed.kind ? { kind: typed.kind } : {}
  const errors: TrailSearch['errors'] = {}
  for (const name of ['subject', 'actor'] as const)
    if (isId(typed[name])) query[name] = typed[name]
    else if (typed[name]) errors[name] = m.trail_id_wrong()
  for (const name of ['from', 'to'] as const) {
    const read = typed[name] ? readOneDay(typed[name], today) : undefined
    if (read?.ok) query[name] = read.day
    else if (read) errors[name] = sayRefusal(read, locale)
  }
  if (query.from && query.to && query.to < query.from) errors.to = m.trail_days_inverted()
  return { typed, query, errors }
}
