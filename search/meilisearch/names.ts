import type { Candidate } from '../coordinators/ranking.ts'
import type { NameQuestion } from '../engine.ts'
import type { Ask } from './ask.ts'
import { isNotAmong } from './filter.ts'

/** People by their names alone, typing errors forgiven. */
export const findNames = async (ask: Ask, { words, limit, excluded }: NameQuestion): Promise<Candidate[]> => {
  const [{ hits }] = await ask([
    {
      q: words.join(' '),
      conditions: excluded.length > 0 ? [isNotAmong('id', excluded)] : [],
      fields: ['id', 'rank'],
      within: ['names'],
      part: { offset: 0, limit },
    },
  ] as const)
  return hits.map(({ id, rank, _rankingScore }) => ({
    id,
    rank,
    coverage: 0,
    score: Math.round((_rankingScore ?? 0) * 1e6),
  }))
}
