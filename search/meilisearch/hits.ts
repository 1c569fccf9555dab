import type { Candidate } from '../coordinators/ranking.ts'
import type { Question } from '../engine.ts'
import type { Hit } from './ask.ts'

/** Hits as {@link Candidate}s: what they are equal in depends on what they are sorted by. */
export const toCandidates = (hits: readonly Hit[], { filters }: Question): Candidate[] =>
  hits.map(({ id, rank, confirmedOn, _rankingScore }, place) => ({
    id,
    coverage: 0,
    score: filters.sort === 'relevance' ? Math.round((_rankingScore ?? 0) * 1e6) : 0,
    rank: filters.sort === 'name' ? -place : filters.sort === 'freshness' ? confirmedOn : rank,
  }))
