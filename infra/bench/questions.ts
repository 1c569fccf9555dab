import type { Db } from '@repere/db'
import { addDays, type Day, toDayNumber } from '@repere/db/vocabulary/day.ts'
import { searchNaively } from '@repere/search/test/naive.ts'

/** The page alone, as the raw engine answers it in one query. */
export const filtersAlone = 'filters + window'

/** The page with the counts of every group: one query for each group in use. */
export const withCounts = 'filters + window, counts of every group'

/** A search in three languages: our API's, the search server's own, and SQL as one writes it without an index. */
export interface Question {
  name: string
  api(variant: number): string
  raw(variant: number): string
  naive?(db: Db, variant: number): Promise<unknown>
}

const regions = ['FR-IDF', 'FR-BRE', 'FR-OCC', 'FR-PAC', 'FR-ARA', 'FR-NAQ', 'FR-GES', 'FR-HDF']
const words = ['intimité', 'coordinatrice', 'plateau', 'décors', 'éco-production']

const pick = <Value>(values: readonly Value[], variant: number): Value =>
  values[variant % values.length] as Value

/** What is asked in each variant: another region, another fortnight, another word. */
const variantOf = (variant: number, today: Day) => {
  const from = addDays(today, 20 + ((variant * 7) % 120))
  return { region: pick(regions, variant), from, to: addDays(from, 14), word: pick(words, variant) }
}

/** The filters of every question: profession, language, evidence and a window of fifteen days, as the server reads them. */
const rawFilters = (variant: number, today: Day) => {
  const { region, from, to } = variantOf(variant, today)
  return {
    discipline: 'disciplines IN ["intimacy"]',
    credential: 'credStates IN ["document-seen"]',
    region: `regions IN ["${region}"]`,
    language: 'languages IN ["fr"]',
    days: [
      'paused = false',
      'daysPublic = true',
      `staleOn > ${toDayNumber(today)}`,
      `knownUntil > ${toDayNumber(to) - 1}`,
      `NOT notFreeDays ${toDayNumber(from)} TO ${toDayNumber(to)}`,
    ],
  }
}

const groups = ['discipline', 'credential', 'region', 'language'] as const

const rawPage = (variant: number, today: Day, more: object) => {
  const { days, ...chosen } = rawFilters(variant, today)
  return {
    indexUid: 'coordinators',
    filter: [...Object.values(chosen), ...days],
    matchingStrategy: 'all',
    attributesToRetrieve: ['id', 'rank'],
    page: 1,
    hitsPerPage: 1_000,
    ...more,
  }
}

const rawCount = (variant: number, today: Day, group: (typeof groups)[number], more: object) => {
  const { days, ...chosen } = rawFilters(variant, today)
  const fields = {
    discipline: ['disciplines'],
    credential: ['credAtLeastDeclared', 'credStates'],
    region: ['regions'],
    language: ['languages'],
  }
  const others = groups.filter((other) => other !== group).map((other) => chosen[other])
  return {
    ...rawPage(variant, today, more),
    filter: [...others, ...days],
    facets: fields[group],
    hitsPerPage: 0,
  }
}

export const questionsOn = (today: Day): Question[] => {
  const api = (variant: number) => {
    const { region, from, to } = variantOf(variant, today)
    return `/api/coordinators?discipline=intimacy&credentialState=document-seen&region=${region}&language=fr&from=${from}&to=${to}`
  }
  const counts = (variant: number, more: object) =>
    groups.map((group) => rawCount(variant, today, group, more))
  return [
    {
      name: filtersAlone,
      api: (variant) => `${api(variant)}&facets=none`,
      raw: (variant) => JSON.stringify({ queries: [rawPage(variant, today, {})] }),
    },
    {
      name: withCounts,
      api,
      raw: (variant) =>
        JSON.stringify({
          queries: [rawPage(variant, today, { facets: ['specialisms'] }), ...counts(variant, {})],
        }),
      naive: (db, variant) => searchNaively(db, withoutWord(variantOf(variant, today))),
    },
    {
      name: 'words + filters + window, counts of every group',
      api: (variant) => `${api(variant)}&q=${encodeURIComponent(variantOf(variant, today).word)}`,
      raw: (variant) => {
        const more = { q: variantOf(variant, today).word }
        const page = rawPage(variant, today, { ...more, facets: ['specialisms'], showRankingScore: true })
        return JSON.stringify({ queries: [page, ...counts(variant, more)] })
      },
      naive: (db, variant) => searchNaively(db, variantOf(variant, today)),
    },
  ]
}

const withoutWord = ({ region, from, to }: ReturnType<typeof variantOf>) => ({ region, from, to })
