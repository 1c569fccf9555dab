import type { ExposureFacet } from '@repere/db/vocabulary/exposure.ts'

/** What is counted of one answer: who stands on the first page, how many match, and how many of them by each value. */
export interface Answered {
  items: readonly {
    disciplines: readonly string[]
    regions: readonly string[]
    languages: readonly { code: string }[]
    credentials: readonly { state: string }[]
  }[]
  total: number
  perPage: number
  facets: Record<'discipline' | 'region' | 'language' | 'credentialState', readonly Counted[]>
}

interface Counted {
  value: string
  count: number
}

/** What of the question decides whether an answer counts. */
export interface Asked {
  q: string
  sort: string
  page: number
  discipline?: string
  regions: readonly string[]
  languages: readonly string[]
  credentials: readonly string[]
  credentialState?: string
}

export interface Share {
  facet: ExposureFacet
  value: string
  people: number
  topPlaces: number
  topFair: number
  pagePlaces: number
  pageFair: number
}

const top = 3

/**
 * Whose the first places of an answer are, and how many a lot among all matches would have given them. Only a first page
 * ordered by the rules alone counts: with words, the words decide. In a facet in which the question chose, all matches
 * are of the chosen kind: nothing is counted there. Nor where everybody has a place.
 */
export const sharesOf = (answered: Answered, asked: Asked): Share[] => {
  const { items, total, perPage, facets } = answered
  if (asked.q !== '' || asked.sort !== 'relevance' || asked.page !== 1 || total <= top) return []
  const shares: Share[] = []
  const count = (
    facet: ExposureFacet,
    counted: readonly Counted[],
    valuesOf: (item: Answered['items'][number]) => readonly string[],
  ) => {
    const held = items.map(valuesOf)
    const page = total > perPage ? held : []
    const placesOf = (places: typeof held, value: string) =>
      places.filter((values) => values.includes(value)).length
    for (const { value, count: people } of counted) {
      if (people === 0) continue
      shares.push({
        facet,
        value,
        people,
        topPlaces: placesOf(held.slice(0, top), value),
        topFair: (Math.min(top, items.length) * people) / total,
        pagePlaces: placesOf(page, value),
        pageFair: (page.length * people) / total,
      })
    }
  }
  if (!asked.discipline) count('discipline', facets.discipline, ({ disciplines }) => disciplines)
  if (asked.regions.length === 0) count('region', facets.region, ({ regions }) => regions)
  if (asked.languages.length === 0)
    count('language', facets.language, ({ languages }) => languages.map(({ code }) => code))
  if (!asked.credentialState && asked.credentials.length === 0)
    count('evidence', evidenceCounts(facets.credentialState, total), ({ credentials }) => [
      bestOf(credentials),
    ])
  return shares
}

const proofs = ['confirmed', 'document-seen', 'declared'] as const

const bestOf = (credentials: readonly { state: string }[]): string =>
  proofs.find((proof) => credentials.some(({ state }) => state === proof)) ?? 'none'

/** The facet counts who reaches a state at least; here everybody counts once, in their best. */
const evidenceCounts = (atLeast: readonly Counted[], total: number): Counted[] => {
  const reaching = (proof: string) => atLeast.find(({ value }) => value === proof)?.count ?? 0
  const [confirmed, seen, declared] = [reaching(proofs[0]), reaching(proofs[1]), reaching(proofs[2])]
  return [
    { value: 'confirmed', count: confirmed },
    { value: 'document-seen', count: seen - confirmed },
    { value: 'declared', count: declared - seen },
    { value: 'none', count: total - declared },
  ]
}

/** Sums of a period for one value. */
export interface Sum extends Share {
  searches: number
}

/** Under these, a figure would speak of single people, or of single searches. */
export const least = { people: 5, searches: 20 } as const

/** A share as a registrar sees it: how many times what a lot would give; null where nothing could be given. */
export const presentSum = ({ facet, value, searches, people, ...places }: Sum) => {
  const hidden = people < least.people || searches < least.searches
  const pair = (held: number, fair: number) =>
    fair === 0 ? null : { places: held, fair: round(fair), ratio: round(held / fair) }
  return {
    facet,
    value,
    shown: hidden
      ? null
      : {
          searches,
          top: pair(places.topPlaces, places.topFair),
          page: pair(places.pagePlaces, places.pageFair),
        },
  }
}

const round = (value: number) => Math.round(value * 100) / 100
