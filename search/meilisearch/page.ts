import { nameOrder } from '../coordinators/ranking.ts'
import { toQueryWords } from '../coordinators/words.ts'
import type { Answer, Question } from '../engine.ts'
import type { Ask, Hit, Query } from './ask.ts'
import { completeEquals, firstSlice } from './equals.ts'
import { type CountQuery, countQueries, readCounts } from './facets.ts'
import { toCandidates } from './hits.ts'

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
  const page: Omit<Query, 'part'> = {
    q: wordsOf(question),
    conditions: matches.conditions,
    ...sorting[filters.sort],
  }
  const hitsPerPage = firstSlice(question)
  const [found, ...counted] = await ask([
    { ...page, facets: matches.facets, part: { page: offset / limit + 1, hitsPerPage } },
    ...others.map((query) => toCountQuery(question, query)),
  ] as const)
  const total = found.totalHits
  const hits = filters.sort === 'name' && total <= limit ? found.hits.toSorted(byName) : found.hits
  const first = toCandidates(hits, question)
  const complete = await completeEquals(ask, question, page, { candidates: first, total })
  return { total, candidates: complete, facets: readCounts([matches, ...others], [found, ...counted]) }
}

const sorting = {
  relevance: { fields: ['id', 'rank'] },
  name: { fields: ['id', 'name'], sort: 'nameKey:asc' },
  freshness: { fields: ['id', 'confirmedOn'], sort: 'confirmedOn:desc' },
} as const satisfies Record<string, Pick<Query, 'fields' | 'sort'>>

const byName = (a: Hit, b: Hit) => nameOrder.compare(a.name, b.name) || (a.id < b.id ? -1 : 1)
