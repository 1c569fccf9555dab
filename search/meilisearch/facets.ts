import { type LiveCredentialState, liveCredentialStates } from '@repere/db/vocabulary/credential.ts'
import { emptyCounts } from '../coordinators/facets.ts'
import type { FacetGroup } from '../coordinators/filters.ts'
import type { FacetCounts, Question } from '../engine.ts'
import { type Conditions, isAmong } from './filter.ts'
import { chosen, conditionsOf, type Group, groups, reachingField } from './groups.ts'

/** What a query for counts brought back. */
export interface Counted {
  totalHits: number
  facetDistribution?: Record<string, Record<string, number>>
}

/** One query for counts: who is counted, over which fields, and where the counts go. */
export interface CountQuery {
  conditions: Conditions
  facets: string[]
  read(counted: Counted, counts: FacetCounts): void
}

/**
 * The counts of every group: those without a choice in one query over the matches themselves, every other group in
 * a query of its own, over the people who match without its choice.
 */
export const countQueries = (question: Question): [CountQuery, ...CountQuery[]] => {
  const { filters } = question
  if (filters.withoutFacets) return [countOf(question, conditionsOf(question), [])]
  const inUse = groups.filter((group) => chosen[group](filters).length > 0)
  const idle = groups.filter((group) => !inUse.includes(group))
  return [
    countOf(question, conditionsOf(question), idle),
    ...inUse.map((group) => countOf(question, conditionsOf(question, group), [group])),
    ...(filters.credentials.length > 1
      ? liveCredentialStates.map((state) => countState(question, state))
      : []),
  ]
}

export const readCounts = (queries: readonly CountQuery[], answers: readonly Counted[]): FacetCounts => {
  const counts = emptyCounts()
  queries.forEach((query, index) => {
    const answer = answers[index]
    if (!answer) throw new Error('the search server left a query unanswered')
    query.read(answer, counts)
  })
  return counts
}

const countOf = ({ filters }: Question, conditions: Conditions, counted: readonly Group[]): CountQuery => {
  const parts = counted.flatMap((group) =>
    group === 'credential' ? credentialParts(filters) : [part(group, fieldOf[group])],
  )
  return {
    conditions,
    facets: [...new Set(parts.flatMap(({ fields }) => fields))],
    read(answer, counts) {
      for (const { read } of parts) read(answer.facetDistribution ?? {}, counts)
    },
  }
}

type Distribution = Record<string, Record<string, number>>

interface Part {
  fields: string[]
  read(distribution: Distribution, counts: FacetCounts): void
}

const fieldOf = {
  discipline: 'disciplines',
  region: 'regions',
  language: 'languages',
  specialism: 'specialisms',
} as const satisfies Record<Exclude<Group, 'credential'>, string>

const part = (group: FacetGroup, field: string): Part => ({
  fields: [field],
  read(distribution, counts) {
    for (const [value, count] of Object.entries(distribution[field] ?? {})) counts[group].set(value, count)
  },
})

/** Of one credential asked for, the distribution also says how many reach each state; of several a query must. */
const credentialParts = ({ credentials, credentialState }: Question['filters']): Part[] => {
  const codes = part('credential', reachingField(credentialState))
  const [only] = credentials
  if (only === undefined) return [codes, part('credentialState', 'credStates')]
  if (credentials.length > 1) return [codes]
  const states = liveCredentialStates.map((state): Part => {
    const field = reachingField(state)
    return {
      fields: [field],
      read: (distribution, counts) => setAbove(counts, state, distribution[field]?.[only] ?? 0),
    }
  })
  return [codes, ...states]
}

const countState = (question: Question, state: LiveCredentialState): CountQuery => ({
  conditions: [
    ...conditionsOf(question, 'credential'),
    isAmong(reachingField(state), question.filters.credentials),
  ],
  facets: [],
  read: ({ totalHits }, counts) => setAbove(counts, state, totalHits),
})

const setAbove = (counts: FacetCounts, state: LiveCredentialState, count: number) => {
  if (count > 0) counts.credentialState.set(state, count)
}
