import type { Locale } from '@repere/api/client.ts'
import { formatDays } from '#lib/dates/days.ts'
import * as m from '#lib/paraglide/messages.js'
import type { CatalogueNames } from '#lib/server/reference.ts'
import { groupsOf } from './chips.ts'
import { daysAsked } from './days.ts'
import { aimOf } from './heading.ts'

/** A search as one line: for whom, where, what else, and when. Empty where nothing was asked. Said by the server alone. */
export function lookedFor(query: URLSearchParams, names: CatalogueNames, locale: Locale): string {
  const said = ['region', 'days']
  const others = groupsOf(query, names, locale).filter(({ filter }) => !said.includes(filter))
  const aim = aimOf(query, locale).replace(/^, /, '')
  const parts = [aim, ...others.map(({ label }) => label), formatDays(daysAsked(query), locale)]
  const what = parts.filter(Boolean).join(', ')
  return what && m.compare_looked_for({ what })
}
