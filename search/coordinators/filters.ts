import type { LiveCredentialState } from '@repere/db/vocabulary/credential.ts'
import type { Day } from '@repere/db/vocabulary/day.ts'
import type { Discipline } from '@repere/db/vocabulary/discipline.ts'
import type { LanguageCode } from '@repere/db/vocabulary/language.ts'
import type { RegionCode } from '@repere/db/vocabulary/region.ts'

/**
 * What the asked days must be: every one free; every one free or held by an option; at least one free; or anything,
 * the days being only shown.
 */
export const availabilities = ['free', 'optionable', 'some', 'any'] as const

export type Availability = (typeof availabilities)[number]

export const sorts = ['relevance', 'name', 'freshness'] as const

export type Sort = (typeof sorts)[number]

/** A search, checked. Several values of one filter widen it, several filters narrow it. */
export interface Filters {
  /** What was typed, plain text; empty when nothing was. */
  q: string
  discipline?: Discipline
  credentials: readonly string[]
  /** The least state of the credentials asked for, or of any the person holds when none is asked for. */
  credentialState?: LiveCredentialState
  regions: readonly RegionCode[]
  languages: readonly LanguageCode[]
  specialisms: readonly string[]
  /** The asked days, in order, each once; empty when none were asked. */
  days: readonly Day[]
  availability: Availability
  sort: Sort
  /** Set when nobody wants the counts beside the filters: they take longer than the page. */
  withoutFacets?: true
  /** Decides the order of equals. */
  seed: string
  page: number
  perPage: number
}

/** A search that asks for nothing: everybody, by the day's lot. */
export const everybody: Omit<Filters, 'seed'> = {
  q: '',
  credentials: [],
  regions: [],
  languages: [],
  specialisms: [],
  days: [],
  availability: 'free',
  sort: 'relevance',
  page: 1,
  perPage: 20,
}

/** Who asks. */
export interface Viewer {
  /** Verified productions also see the days that their owner shows to verified productions only. */
  seesAllDays: boolean
}

export const facetGroups = [
  'discipline',
  'credential',
  'credentialState',
  'region',
  'language',
  'specialism',
] as const

export type FacetGroup = (typeof facetGroups)[number]

/** The values of a group that are asked for. */
export const chosenIn = (filters: Filters, group: FacetGroup): readonly string[] => {
  const chosen: Record<FacetGroup, readonly string[]> = {
    discipline: filters.discipline ? [filters.discipline] : [],
    credential: filters.credentials,
    credentialState: filters.credentialState ? [filters.credentialState] : [],
    region: filters.regions,
    language: filters.languages,
    specialism: filters.specialisms,
  }
  return chosen[group]
}

/** The least level a credential must reach to count, 1 (declared) to 3 (confirmed). */
export const levelOf = (state: LiveCredentialState): 1 | 2 | 3 =>
  state === 'confirmed' ? 3 : state === 'document-seen' ? 2 : 1

/** The most a search may look at. */
export const limits = {
  days: 366,
  perPage: 50,
  defaultPerPage: 20,
  page: 100_000,
  q: 200,
  seed: 64,
  values: 60,
} as const

/** Whether whoever covers most of the asked days comes first: only where matches may cover fewer than all. */
export const ordersByCoverage = ({ sort, days, availability }: Filters): boolean =>
  sort === 'relevance' && days.length > 0 && (availability === 'some' || availability === 'any')
