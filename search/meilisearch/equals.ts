import type { Candidate } from '../coordinators/ranking.ts'
import type { Question } from '../engine.ts'
import type { Ask, Query } from './ask.ts'
import { isExactly } from './filter.ts'
import { toCandidates } from './hits.ts'

/** How many are read beyond those shown: among a few hundred people mostly all there are, and one question less. */
const margin = 20

/** Up to so many matches the server tells the values of a field in no time; of more it goes through all it knows. */
const quicklyListed = 3_000

/** How many matches to read at first. To read one takes the server longer than to find a hundred. */
export const firstSlice = ({ filters, offset, limit, shown = limit }: Question): number =>
  offset === 0 && filters.sort !== 'name' ? Math.min(limit, shown + margin) : limit

interface Slice {
  candidates: Candidate[]
  total: number
}

/** A first slice, with every equal of the last one shown: they may all take that place. */
export const completeEquals = async (
  ask: Ask,
  question: Question,
  page: Omit<Query, 'part'>,
  { candidates, total }: Slice,
): Promise<Candidate[]> => {
  const { offset, limit, shown = limit } = question
  const [last, end] = [candidates[Math.min(shown, candidates.length) - 1], candidates.at(-1)]
  if (offset > 0 || candidates.length >= Math.min(total, limit)) return candidates
  if (!last || !end || !areEqual(last, end)) return candidates
  if (page.q === '' && total <= quicklyListed) {
    const before = candidates.filter((one) => !areEqual(one, last))
    const equals = await listEquals(ask, question, page, last)
    if (before.length + equals.length <= limit) return [...before, ...equals]
  }
  return [...candidates, ...(await readOn(ask, question, page, candidates))]
}

const areEqual = (one: Candidate, other: Candidate) => one.score === other.score && one.rank === other.rank

/** Who else has this rank, by the values of `id` among them: nobody has to be read. */
const listEquals = async (
  ask: Ask,
  { filters }: Question,
  page: Omit<Query, 'part'>,
  one: Candidate,
): Promise<Candidate[]> => {
  const field = filters.sort === 'freshness' ? 'confirmedOn' : 'rank'
  const [{ facetDistribution }] = await ask([
    {
      q: '',
      conditions: [...page.conditions, isExactly(field, one.rank)],
      facets: ['id'],
      part: { page: 1, hitsPerPage: 0 },
    },
  ] as const)
  return Object.keys(facetDistribution?.id ?? {}).map((id) => ({ ...one, id }))
}

/** The rest of what was asked for. The index may have changed since: nobody comes twice. */
const readOn = async (
  ask: Ask,
  question: Question,
  page: Omit<Query, 'part'>,
  known: readonly Candidate[],
): Promise<Candidate[]> => {
  const part = { offset: known.length, limit: question.limit - known.length }
  const [{ hits }] = await ask([{ ...page, part }] as const)
  const seen = new Set(known.map(({ id }) => id))
  return toCandidates(hits, question).filter(({ id }) => !seen.has(id))
}
