import { type Candidate, nameOrder } from '../coordinators/ranking.ts'
import { toQueryWords } from '../coordinators/words.ts'
import type { Answer, Question } from '../engine.ts'
import type { Ask, Hit, Query } from './ask.ts'
import { type CountQuery, countQueries, readCounts } from './facets.ts'

export const wordsOf = ({ filters }: Question): string => toQueryWords(filters.q).join(' ')

/** A query that counts, and reads nobody. */
export const toCountQuery = (
  question: Question,
  { conditions, facets = [] }: Pick<CountQuery, 'conditions'> & Partial<CountQuery>,
): Query => ({
  q: wordsOf(question),
  conditions,
  facets,
  part: { page: 1, hitsPerPage: 0 },
})

/** Matches in the server's own order, with the counts of the groups without a choice; one more query for each other. */
export const findPage = async (ask: Ask, question: Question): Promise<Answer> => {
  const { filters, offset, limit } = question
  const [matches, ...others] = countQueries(question)
  const [found, ...counted] = await ask([
    {
      q: wordsOf(question),
      conditions: matches.conditions,
      facets: matches.facets,
      part: { page: offset / limit + 1, hitsPerPage: limit },
      ...sorting[filters.sort],
    },
    ...others.map((query) => toCountQuery(question, query)),
  ] as const)
  const hits = filters.sort === 'name' && found.totalHits <= limit ? found.hits.toSorted(byName) : found.hits
  return {
    total: found.totalHits,
    candidates: toCandidates(hits, question),
    facets: readCounts([matches, ...others], [found, ...counted]),
  }
}

const sorting = {
  relevance: { fields: ['id', 'rank'] },
  name: { fields: ['id', 'name'], sort: 'nameKey:asc' },
  freshness: { fields: ['id', 'confirmedOn'], sort: 'confirmedOn:desc' },
} as const satisfies Record<string, Pick<Query, 'fields' | 'sort'>>

const byName = (a: Hit, b: Hit) => nameOrder.compare(a.name, b.name) || (a.id < b.id ? -1 : 1)

/** Hits as {@link Candidate}s: what they are equal in depends on what they are sorted by. */
export const toCandidates = (hits: readonly Hit[], { filters }: Question): Candidate[] =>
  hits.map(({ id, rank, confirmedOn, _rankingScore }, place) => ({
    id,
    coverage: 0,
    score: filters.sort === 'relevance' ? Math.round((_rankingScore ?? 0) * 1e6) : 0,
    rank: filters.sort === 'name' ? -place : filters.sort === 'freshness' ? confirmedOn : rank,
  }))
