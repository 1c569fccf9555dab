import { createTestDatabase, type TestDatabase } from '@repere/db/test/database.ts'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { variantsOf } from '../coordinators/counts.ts'
import type { Filters, Viewer } from '../coordinators/filters.ts'
import type { Engine } from '../engine.ts'
import { createMeilisearchEngine } from '../meilisearch/engine.ts'
import { type CatalogueReader, createCatalogueReader } from '../postgres/catalogue.ts'
import { readCoverage } from '../postgres/coverage.ts'
import { createPostgresEngine } from '../postgres/engine.ts'
import { createSync, type Sync } from '../sync/sync.ts'
import { addPeople, createChance, now, randomSketch, type Sketch, today } from './cast.ts'
import { facetsOf, matches } from './oracle.ts'
import { quietLog } from './quiet.ts'
import { randomFilters } from './random-filters.ts'

let database: TestDatabase
let sync: Sync
let people: Map<string, Sketch>
let readCatalogue: CatalogueReader
let engines: Record<'meilisearch' | 'postgres', Engine>

beforeAll(async () => {
  database = await createTestDatabase()
  const { db } = database
  const meili = inject('meili')
  const indexName = `contract-${process.pid}`
  const chance = createChance(20_270_305)
  people = await addPeople(
    db,
    Array.from({ length: 300 }, () => randomSketch(chance)),
  )
  readCatalogue = createCatalogueReader(db)
  sync = createSync({ db, meili, indexName, clock: { now: () => now }, log: quietLog })
  await sync.run()
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
}, 60_000)
afterAll(async () => {
  await sync.drop()
  await database.drop()
})

const ask = async (name: 'meilisearch' | 'postgres', filters: Filters, viewer: Viewer) => {
  const { lexicon } = await readCatalogue()
  return engines[name].find({
    filters,
    viewer,
    today,
    moment: now,
    lexicon,
    offset: 0,
    limit: 1_000,
    excluded: [],
  })
}

describe.each(['postgres', 'meilisearch'] as const)('%s', (name) => {
  test('finds exactly the people and the counts that the calendars say, over 200 random searches', async () => {
    const chance = createChance(4)
    for (let round = 0; round < 200; round += 1) {
      const filters = randomFilters(chance)
      const viewer = { seesAllDays: chance.odds(0.5) }
      const answer = await ask(name, filters, viewer)
      const expected = [...people].filter(([, person]) => matches(person, filters, viewer)).map(([id]) => id)
      const found = answer.candidates.map(({ id }) => id)
      expect(found.sort(), JSON.stringify({ round, filters, viewer })).toEqual(expected.sort())
      expect(answer.total).toBe(expected.length)
      const facets = Object.fromEntries(
        Object.entries(answer.facets).map(([group, counts]) => [group, Object.fromEntries(counts)]),
      )
      expect(facets, JSON.stringify({ round, filters, viewer })).toEqual(
        facetsOf([...people.values()], filters, viewer),
      )
    }
  }, 120_000)

  test('counts a search without its rest, and without each filter, as it would find them', async () => {
    const chance = createChance(8)
    const { lexicon } = await readCatalogue()
    const slice = { offset: 0, limit: 1_000, excluded: [] }
    for (let round = 0; round < 30; round += 1) {
      const filters = randomFilters(chance)
      const viewer = { seesAllDays: chance.odds(0.5) }
      const { modes, without } = variantsOf(filters)
      const asked = [filters, ...[...modes, ...without].map(([, variant]) => variant)]
      const totals = await engines[name].count(
        asked.map((variant) => ({ filters: variant, viewer, today, moment: now, lexicon, ...slice })),
      )
      const expected = asked.map(
        (variant) => [...people.values()].filter((person) => matches(person, variant, viewer)).length,
      )
      expect(totals, JSON.stringify({ round, filters })).toEqual(expected)
    }
  }, 60_000)
})
