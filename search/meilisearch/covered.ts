import type { Answer, Question } from '../engine.ts'
import type { Ask, Query } from './ask.ts'
import { allFree, notAllFree } from './days.ts'
import { countQueries, readCounts } from './facets.ts'
import { conditionsOf } from './groups.ts'
import { toCandidates } from './hits.ts'
import { toCountQuery, wordsOf } from './page.ts'

/** How many of the asked days are free for each of these people: the server cannot count them. */
export type ReadCoverage = (ids: readonly string[], question: Question) => Promise<Map<string, number>>

/**
 * Whoever is free on all asked days, then the others: the server cannot sort by how many. Within the slice asked for
 * the database counts the days of the others; from one slice to the next their order is fixed.
 */
export const findCovered = async (
  ask: Ask,
  question: Question,
  readCoverage: ReadCoverage,
): Promise<Answer> => {
  const { filters, viewer, today, offset, limit } = question
  const everything = conditionsOf(question)
  const read = (conditions: Query['conditions'], part: Query['part']): Query => ({
    q: wordsOf(question),
    conditions: [...everything, ...conditions],
    fields: ['id', 'rank'],
    part,
  })
  const covering = allFree(filters.days, viewer, today)
  const others = notAllFree(filters.days, viewer, today)
  const counts = countQueries(question)
  const first = { page: 1, hitsPerPage: offset === 0 ? limit : 0 }
  const [full, partial, ...counted] = await ask([
    read(covering, first),
    read(others, first),
    ...counts.map((count) => toCountQuery(question, count)),
  ] as const)
  if (offset > 0) {
    const fullLimit = Math.max(0, Math.min(limit, full.totalHits - offset))
    const [fullSlice, partialSlice] = await ask([
      read(covering, { offset, limit: fullLimit }),
      read(others, { offset: Math.max(0, offset - full.totalHits), limit: limit - fullLimit }),
    ] as const)
    full.hits = fullSlice.hits
    partial.hits = partialSlice.hits
  }
  const rest = partial.hits.slice(0, limit - full.hits.length)
  const coverage = await readCoverage(
    rest.map(({ id }) => id),
    question,
  )
  return {
    total: full.totalHits + partial.totalHits,
    candidates: [
      ...toCandidates(full.hits, question).map((one) => ({ ...one, coverage: filters.days.length })),
      ...toCandidates(rest, question).map((one) => ({ ...one, coverage: coverage.get(one.id) ?? 0 })),
    ],
    facets: readCounts(counts, counted),
  }
}
