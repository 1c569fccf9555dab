import type { Db } from '@repere/db'
import type { Day } from '@repere/db/vocabulary/day.ts'
import { type BreakerOptions, createBreaker } from './breaker.ts'
import { type Card, type SeenDay, seenDays, stillMatches, toCard } from './coordinators/card.ts'
import { type Facets, toFacets } from './coordinators/facets.ts'
import type { Filters, Viewer } from './coordinators/filters.ts'
import { highlight } from './coordinators/highlights.ts'
import { namesUnknownCode, type ParsedQuery, parseFilters, searchDayAt } from './coordinators/query-string.ts'
import { type Candidate, inOrder, rotating } from './coordinators/ranking.ts'
import { toQueryWords } from './coordinators/words.ts'
import type { Answer, Engine, EngineName, Question } from './engine.ts'
import { createCatalogueReader } from './postgres/catalogue.ts'
import { createPostgresEngine } from './postgres/engine.ts'
import { readLag, readVanished } from './postgres/lag.ts'
import { readPeople, readPersonBySlug } from './postgres/people.ts'

export interface Found {
  items: Card[]
  total: number
  page: number
  perPage: number
  seed: string
  facets: Facets
  engine: EngineName
}

export interface SearchStatus {
  engine: EngineName
  /** How many changes the index has not been told of yet. */
  behindBy: number
}

/** Finds published coordinators. */
export interface Search {
  /** Reads a query string; the one parser of pages, API and kept searches. */
  parse(query: URLSearchParams): Promise<ParsedQuery>
  find(filters: Filters, viewer: Viewer): Promise<Found>
  /** The days of a published person as this viewer may see them; undefined for everybody else. */
  findDays(slug: string, days: readonly Day[], viewer: Viewer): Promise<SeenDay[] | undefined>
  status(): Promise<SearchStatus>
}

/** Where a search tells what went wrong; never a query, which may name a person. */
export interface Log {
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
}

export interface SearchOptions {
  db: Db
  clock: { now(): Date }
  log: Log
  /** The search server; without one, or while it fails, the database answers by itself. */
  meilisearch?: Engine
  breaker?: BreakerOptions
}

export const createSearchOver = ({
  db,
  clock,
  log,
  meilisearch,
  breaker: patience,
}: SearchOptions): Search => {
  const postgres = createPostgresEngine(db)
  const breaker = createBreaker(patience)
  const readCatalogue = createCatalogueReader(db)

  const ask = async (question: Omit<Question, 'excluded'>): Promise<Answer & { engine: EngineName }> => {
    if (meilisearch && breaker.allows()) {
      const excluded = await readVanished(db)
      try {
        const answer = await meilisearch.find({ ...question, excluded })
        breaker.succeeded()
        return { ...answer, engine: meilisearch.name }
      } catch (error) {
        breaker.failed()
        log.warn({ error }, 'search server failed; Postgres answers')
      }
    }
    return { ...(await postgres.find({ ...question, excluded: [] })), engine: postgres.name }
  }

  return {
    async parse(query) {
      const known = await readCatalogue()
      const newest = namesUnknownCode(query, known) ? await readCatalogue({ fresh: true }) : known
      return parseFilters(query, searchDayAt(clock.now()), newest)
    },

    async find(filters, viewer) {
      const { lexicon } = await readCatalogue()
      const moment = clock.now()
      const today = searchDayAt(moment)
      const slice = sliceOf(filters)
      const answer = await ask({ filters, viewer, today, moment, lexicon, ...slice })
      const ordered = slice.offset === 0 ? rotate(answer.candidates, filters.seed) : answer.candidates
      const start = (filters.page - 1) * filters.perPage - slice.offset
      const at = { today, moment }
      const items = await fillPage(db, ordered.slice(start), filters, viewer, at)
      const { total, engine } = answer
      const { page, perPage, seed } = filters
      return { items, total, page, perPage, seed, facets: toFacets(answer.facets, filters), engine }
    },

    async findDays(slug, days, viewer) {
      const moment = clock.now()
      const person = await readPersonBySlug(db, slug, days)
      return person && seenDays(person, days, viewer, searchDayAt(moment), moment)
    },

    async status() {
      const behindBy = meilisearch ? await readLag(db) : 0
      return { engine: meilisearch && breaker.isClosed() ? meilisearch.name : postgres.name, behindBy }
    },
  }
}

/** The first thousand are always taken together, since equals change places among them; beyond, the page alone. */
const sliceOf = ({ page, perPage }: Filters) => {
  const offset = (page - 1) * perPage
  return offset < rotating
    ? { offset: 0, limit: Math.max(rotating, offset + perPage) }
    : { offset, limit: perPage }
}

const rotate = (candidates: readonly Candidate[], seed: string): Candidate[] => [
  ...inOrder(candidates.slice(0, rotating), seed),
  ...candidates.slice(rotating),
]

/** Reads candidates from the truth until the page is full: whoever no longer matches is passed over. */
const fillPage = async (
  db: Db,
  candidates: readonly Candidate[],
  filters: Filters,
  viewer: Viewer,
  at: { today: Day; moment: Date },
): Promise<Card[]> => {
  const words = toQueryWords(filters.q)
  const items: Card[] = []
  for (let next = 0; items.length < filters.perPage && next < candidates.length; ) {
    const ids = candidates.slice(next, next + filters.perPage - items.length).map(({ id }) => id)
    next += ids.length
    const people = new Map((await readPeople(db, ids, filters.days)).map((person) => [person.id, person]))
    for (const id of ids) {
      const person = people.get(id)
      if (!person) continue
      const card = toCard(person, filters.days, viewer, at)
      const highlights = highlight(person, words)
      if (stillMatches(card, filters)) items.push(highlights ? { ...card, highlights } : card)
    }
  }
  return items
}
