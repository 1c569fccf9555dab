import { isDeepStrictEqual } from 'node:util'
import type { Db } from '@repere/db'
import type { Day } from '@repere/db/vocabulary/day.ts'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import { type BreakerOptions, createBreaker } from './breaker.ts'
import { type Card, type SeenDay, seenDays, stillMatches, toCard } from './coordinators/card.ts'
import { type SearchCounts, variantsOf } from './coordinators/counts.ts'
import { type Facets, toFacets } from './coordinators/facets.ts'
import type { Availability, Filters, Viewer } from './coordinators/filters.ts'
import { excludedFrom, type HeldBack } from './coordinators/held-back.ts'
import { highlight } from './coordinators/highlights.ts'
import { findInstead, inPortions } from './coordinators/instead.ts'
import { namesUnknownCode, type ParsedQuery, parseFilters, searchDayAt } from './coordinators/query-string.ts'
import { type Candidate, inOrder, rotating } from './coordinators/ranking.ts'
import { mostPeople, type Suggested, suggestFor, typedWords } from './coordinators/suggestions.ts'
import { toQueryWords } from './coordinators/words.ts'
import type { Engine, EngineName, Question } from './engine.ts'
import { createCatalogueReader } from './postgres/catalogue.ts'
import { createPostgresEngine } from './postgres/engine.ts'
import { readHeldBack, readLag } from './postgres/lag.ts'
import { readNames } from './postgres/names.ts'
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
  /** How many would be found with other days' terms, or without one of the filters. */
  count(filters: Filters, viewer: Viewer): Promise<SearchCounts>
  /** Names that answer what is being typed: of published people, and of what a filter may ask for. */
  suggest(q: string, locale: Locale): Promise<Suggested>
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
  let held: readonly HeldBack[] = []

  /** Asks the search server while it answers, else the database; nobody who is held back is counted by either. */
  const ask = async <Result>(
    work: (engine: Engine, held: readonly HeldBack[]) => Promise<Result>,
  ): Promise<{ result: Result; engine: EngineName }> => {
    if (meilisearch && breaker.allows()) {
      // Asked at once, without those who were held back a moment ago: mostly nobody, and again nobody.
      const [supposed, reading] = [held, readHeldBack(db)]
      const answering = work(meilisearch, supposed)
      answering.catch(() => {})
      const now = await reading
      held = now
      try {
        const result = await (isDeepStrictEqual(now, supposed) ? answering : work(meilisearch, now))
        breaker.succeeded()
        return { result, engine: meilisearch.name }
      } catch (error) {
        breaker.failed()
        log.warn({ error }, 'search server failed; Postgres answers')
      }
    }
    return { result: await work(postgres, []), engine: postgres.name }
  }

  const questionOf = async (filters: Filters, viewer: Viewer) => {
    const { lexicon } = await readCatalogue()
    const moment = clock.now()
    return { filters, viewer, moment, today: searchDayAt(moment), lexicon, ...sliceOf(filters) }
  }

  return {
    async parse(query) {
      const known = await readCatalogue()
      const newest = namesUnknownCode(query, known) ? await readCatalogue({ fresh: true }) : known
      return parseFilters(query, searchDayAt(clock.now()), newest)
    },

    async find(filters, viewer) {
      const question = await questionOf(filters, viewer)
      const { result, engine } = await ask((one, held) =>
        one.find({ ...question, excluded: excludedFrom(held, filters, viewer) }),
      )
      const { total, candidates, facets } = result
      const ordered = question.offset === 0 ? rotate(candidates, filters.seed) : candidates
      const start = (filters.page - 1) * filters.perPage - question.offset
      const items = await fillPage(db, ordered.slice(start), question)
      const { page, perPage, seed } = filters
      return { items, total, page, perPage, seed, facets: toFacets(facets, filters), engine }
    },

    async count(filters, viewer) {
      const question = await questionOf(filters, viewer)
      const { modes, without } = variantsOf(filters)
      const asked = [
        filters,
        ...modes.map(([, variant]) => variant),
        ...without.map(([, variant]) => variant),
      ]
      const countAll = inPortions(async (searches) => {
        const { result } = await ask((one, held) =>
          one.count(
            searches.map((variant) => {
              const excluded = excludedFrom(held, variant, viewer)
              return { ...question, filters: variant, excluded }
            }),
          ),
        )
        return result
      })
      const until = performance.now() + lookMs
      const hasTime = () => performance.now() < until
      const [total = 0, ...counts] = await countAll(asked)
      const named = (names: readonly (readonly [string, Filters])[], from: number) =>
        Object.fromEntries(names.map(([name], index) => [name, counts[from + index] ?? 0]))
      const left = named(without, modes.length)
      return {
        total,
        ...(modes.length > 0 && { availability: named(modes, 0) as Record<Availability, number> }),
        without: left,
        ...(total === 0 && {
          instead: await findInstead(filters, question.today, left, inPortions(countAll, hasTime)),
        }),
      }
    },

    async suggest(q, locale) {
      const { lexicon } = await readCatalogue()
      const words = typedWords(q)
      if (words.length === 0) return { items: [], rest: '' }
      const { result } = await ask((one, held) => {
        const excluded = held.filter(({ isGone }) => isGone).map(({ id }) => id)
        return one.findNames({ words, limit: namesake, excluded })
      })
      // Namesakes by lot, a new one every day, as in every list of equals; some may have left since.
      const ids = inOrder(result, searchDayAt(clock.now())).map(({ id }) => id)
      return suggestFor(q, locale, lexicon, await readNames(db, ids.slice(0, 2 * mostPeople)))
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

/** For how long it is looked for what finds somebody, where nobody is found: what asks for all has a hundred ways out. */
const lookMs = 2_000

/** How many of those whose names answer take part in the lot. */
const namesake = 200

/** The first thousand are always taken together, since equals change places among them; beyond, the page alone. */
const sliceOf = ({ page, perPage }: Filters) => {
  const offset = (page - 1) * perPage
  return offset < rotating
    ? { offset: 0, limit: Math.max(rotating, offset + perPage), shown: offset + perPage }
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
  { filters, viewer, ...at }: Pick<Question, 'filters' | 'viewer' | 'today' | 'moment'>,
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
