import type { Conditions } from './filter.ts'
import type { Post } from './post.ts'

/** One query of a request. Pages count every match; slices do not, and may begin anywhere. */
export interface Query {
  q: string
  conditions: Conditions
  facets?: string[]
  sort?: string
  /** What to read of each match; nothing is read by a query that only counts. */
  fields?: readonly (keyof Hit)[]
  /** Where the words are looked for; anywhere when nothing is said. */
  within?: readonly ['names']
  part: { page: number; hitsPerPage: number } | { offset: number; limit: number }
}

export interface Hit {
  id: string
  name: string
  rank: number
  confirmedOn: number
  _rankingScore?: number
}

interface QueryAnswer {
  hits: Hit[]
  totalHits: number
  facetDistribution?: Record<string, Record<string, number>>
}

/** Sends queries together, and has every one answered. */
export type Ask = <Queries extends readonly Query[]>(
  queries: Queries,
) => Promise<{ [Place in keyof Queries]: QueryAnswer }>

export const createAsk =
  (post: Post, indexUid: string): Ask =>
  async (queries) => {
    const { results } = (await post('/multi-search', {
      queries: queries.map(({ q, conditions, facets, sort, fields, within, part }) => ({
        indexUid,
        q,
        filter: conditions,
        matchingStrategy: 'all',
        attributesToRetrieve: fields ?? ['id'],
        ...(facets && facets.length > 0 && { facets }),
        ...(sort && { sort: [sort] }),
        ...(within && { attributesToSearchOn: within }),
        ...(q !== '' && fields && { showRankingScore: true }),
        ...part,
      })),
    })) as { results?: unknown[] }
    if (results?.length !== queries.length) throw new Error('the search server left a query unanswered')
    return results as { [Place in keyof typeof queries]: QueryAnswer }
  }
