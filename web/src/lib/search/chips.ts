import type { Day, Locale } from '@repere/api/client.ts'
import { countDays, formatDay } from '#lib/dates/days.ts'
import * as m from '#lib/paraglide/messages.js'
import type { CatalogueNames } from '#lib/server/reference.ts'
import { languageName, regionName } from '#lib/words/places.ts'
import { without } from './changes.ts'
import { filtersInUse } from './in-use.ts'

const availabilityLabels: Record<string, () => string> = {
  optionable: m.search_availability_optionable,
  some: m.search_availability_some,
  any: m.search_availability_any,
}
const evidenceLabels: Record<string, () => string> = {
  declared: m.search_evidence_declared,
  'document-seen': m.search_evidence_seen,
  confirmed: m.search_evidence_confirmed,
}

/** A filter in use: what to call it, and the search without it. */
export interface Chip {
  key: string
  filter: string
  label: string
  without: URLSearchParams
}

/** What to call one value of a filter. */
function labelOf(filter: string, value: string, names: CatalogueNames, locale: Locale): string {
  if (filter === 'q') return locale === 'fr' ? `«\u00a0${value}\u00a0»` : `“${value}”`
  if (filter === 'region') return regionName(value, locale)
  if (filter === 'language') return languageName(value, locale)
  if (filter === 'credentialState') return evidenceLabels[value]?.() ?? value
  if (filter === 'availability') return availabilityLabels[value]?.() ?? value
  return names.credentials[value] ?? names.specialisms[value] ?? value
}

const daysLabel = (days: readonly Day[], locale: Locale): string =>
  days.length === 1 && days[0] !== undefined
    ? formatDay(days[0], locale, 'weekday')
    : countDays(days.length, locale)

/** Every value of every filter but the profession, which stands in the bar. */
export function chipsOf(query: URLSearchParams, names: CatalogueNames, locale: Locale): Chip[] {
  const valuesOf = (filter: string): Chip[] =>
    query.getAll(filter).map((value) => ({
      key: `${filter} ${value}`,
      filter,
      label: labelOf(filter, value, names, locale),
      without: without(query, filter, value),
    }))
  return filtersInUse(query).flatMap(({ filter, values, without: withoutAll }) =>
    filter === 'days'
      ? [
          { key: 'days', filter, label: daysLabel(values, locale), without: withoutAll },
          ...valuesOf('availability'),
        ]
      : valuesOf(filter),
  )
}

const or = { fr: ' ou ', en: ' or ' } as const

/** Every filter as one, its values together: « Bretagne ou Île-de-France ». */
export const groupsOf = (query: URLSearchParams, names: CatalogueNames, locale: Locale): Chip[] =>
  filtersInUse(query).map(({ filter, values, without: withoutAll }) => ({
    key: filter,
    filter,
    label:
      filter === 'days'
        ? daysLabel(values, locale)
        : values.map((value) => labelOf(filter, value, names, locale)).join(or[locale]),
    without: withoutAll,
  }))
