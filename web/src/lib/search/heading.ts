import { type Discipline, disciplines, type Locale } from '@repere/api/client.ts'
import { formatNumber } from '#lib/dates/figures.ts'
import * as m from '#lib/paraglide/messages.js'
import { disciplineAims } from '#lib/words/disciplines.ts'
import { inRegion } from '#lib/words/places.ts'

const or = { fr: ' ou ', en: ' or ' } as const

/** « 12 personnes ». */
export const people = (count: number, locale: Locale): string =>
  count === 1 ? m.search_people_one() : m.search_people_many({ count: formatNumber(count, locale) })

/** What follows the count in the sentence of a search: « pour l’intimité, en Bretagne ou en Île-de-France ». */
export function aimOf(query: URLSearchParams, locale: Locale): string {
  const discipline = disciplines.find((known: Discipline) => known === query.get('discipline'))
  const start = discipline ? m.search_aim({ aim: disciplineAims[locale][discipline] }) : ''
  const regions = query.getAll('region').slice(0, 3)
  const more = query.getAll('region').length > 3 ? '…' : ''
  return regions.length === 0
    ? start
    : `${start}, ${regions.map((code) => inRegion(code, locale)).join(or[locale])}${more}`
}
