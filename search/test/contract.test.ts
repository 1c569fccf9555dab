import { createTestDatabase, type TestDatabase } from '@repere/db/test/database.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { variantsOf } from '../coordinators/counts.ts'
import { availabilities, type Filters, sorts, type Viewer } from '../coordinators/filters.ts'
import { type Candidate, inOrder } from '../coordinators/ranking.ts'
import type { Engine, EngineName, Question } from '../engine.ts'
import { createMeilisearchEngine } from '../meilisearch/engine.ts'
import { type CatalogueReader, createCatalogueReader } from '../postgres/catalogue.ts'
import { readCoverage } from '../postgres/coverage.ts'
import { createPostgresEngine } from '../postgres/engine.ts'
import { createSync, type Sync } from '../sync/sync.ts'
import { addPeople } from './add-people.ts'
import { createChance, now, randomSketch, type Sketch, today } from './cast.ts'
import { facetsOf, matches } from './oracle.ts'
import { quietLog } from './quiet.ts'
import { randomFilters } from './random-filters.ts'

// biome-ignore lint/style/noProcessEnv: the one word that tells the long rounds from the short ones
const isLong = process.env.REPERE_LONG === '1'
const peopleCount = 5_000
const searches = isLong ? 2_000 : 200
const counted = isLong ? 300 : 30

let database: TestDatabase
let sync: Sync
let people: Map<string, Sketch>
let readCatalogue: CatalogueReader
let engines: Record<EngineName, Engine>
const names: EngineName[] = ['postgres', 'meilisearch']

beforeAll(async () => {
  database = await createTestDatabase()
  const { db } = database
  const meili = inject('meili')
  const indexName = `contract-${process.pid}`
  const chance = createChance(20_270_305)
  people = await addPeople(
    db,
    Array.from({ length: peopleCount }, () => randomSketch(chance)),
  )
  readCatalogue = createCatalogueReader(db)
  sync = createSync({ db, meili, indexName, clock: { now: () => now }, log: quietLog })
  await sync.run()
  // The server would find out by itself in a minute or so what the tables hold.
  await sql`analyze`.execute(database.ownerDb)
  engines = {
    postgres: createPostgresEngine(db),
    // A busy machine is no failure here.
    meilisearch: createMeilisearchEngine(
      meili,
      indexName,
      (ids, question) => readCoverage(db, ids, question),
      10_000,
    ),
  }
}, 120_000)
afterAll(async () => {
  await sync.drop()
  await database.drop()
})

const allOf = async (filters: Filters, viewer: Viewer): Promise<Question> => {
  const { lexicon } = await readCatalogue()
  return { filters, viewer, today, moment: now, lexicon, offset: 0, limit: peopleCount, excluded: [] }
}

/** Searches one after the other, the modes of days and the viewers in turn. */
const randomSearches = function* (seed: number, count: number) {
  const chance = createChance(seed)
  for (let round = 0; round < count; round += 1)
    yield {
      filters: { ...randomFilters(chance), availability: at(availabilities, round) },
      viewer: { seesAllDays: Math.floor(round / availabilities.length) % 2 === 0 },
    }
}

const at = <Value>(values: readonly Value[], index: number) => values[index % values.length] as Value

const answered = async (name: EngineName, question: Question) => {
  const { total, candidates, facets } = await engines[name].find(question)
  return {
    total,
    people: candidates.map(({ id }) => id).sort(),
    facets: Object.fromEntries(
      Object.entries(facets).map(([group, counts]) => [group, Object.fromEntries(counts)]),
    ),
  }
}

test(`both find exactly the people and the counts that the calendars say, over ${searches} random searches`, async () => {
  const everybody = [...people.values()]
  for (const { filters, viewer } of randomSearches(4, searches)) {
    const ids = [...people].filter(([, person]) => matches(person, filters, viewer)).map(([id]) => id)
    const expected = { total: ids.length, people: ids.sort(), facets: facetsOf(everybody, filters, viewer) }
    const question = await allOf(filters, viewer)
    for (const name of names)
      expect(await answered(name, question), JSON.stringify({ name, filters, viewer })).toEqual(expected)
  }
}, 1_200_000)

test.each(names)(
  '%s counts a search without its rest, and without each filter, as it would find them',
  async (name) => {
    for (const { filters, viewer } of randomSearches(8, counted)) {
      const { modes, without } = variantsOf(filters)
      const asked = [filters, ...[...modes, ...without].map(([, variant]) => variant)]
      const totals = await engines[name].count(
        await Promise.all(asked.map((variant) => allOf(variant, viewer))),
      )
      const expected = asked.map(
        (variant) => [...people.values()].filter((person) => matches(person, variant, viewer)).length,
      )
      expect(totals, JSON.stringify({ filters })).toEqual(expected)
    }
  },
  600_000,
)

/** People in groups of equals, each in the order of their ids: what a seed may shuffle, and what it may not. */
const byPlace = (candidates: readonly Candidate[]) => inOrder(candidates, 'any').map(({ id }) => id)

test.each(names)(
  '%s shows the same places when only so many are wanted',
  async (name) => {
    let round = 0
    for (const { filters, viewer } of randomSearches(15, counted))
      for (const shown of [1, 20, 90]) {
        round += 1
        const q = round % 4 === 0 ? 'coordinatrice' : ''
        const question = await allOf({ ...filters, q, sort: at(sorts, round) }, viewer)
        const whole = await engines[name].find(question)
        const short = await engines[name].find({ ...question, shown })
        const places = (all: readonly Candidate[]) => byPlace(all).slice(0, shown)
        expect(short.total).toBe(whole.total)
        expect(places(short.candidates), JSON.stringify({ shown, q, filters })).toEqual(
          places(whole.candidates),
        )
      }
  },
  600_000,
)
