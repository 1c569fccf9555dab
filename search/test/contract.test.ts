import { createTestDatabase, type TestDatabase } from '@repere/db/test/database.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Filters, Viewer } from '../coordinators/filters.ts'
import type { Engine } from '../engine.ts'
import { createCatalogueReader } from '../postgres/catalogue.ts'
import { createPostgresEngine } from '../postgres/engine.ts'
import { addPeople, createChance, now, randomSketch, type Sketch, today } from './cast.ts'
import { facetsOf, matches } from './oracle.ts'
import { randomFilters } from './random-filters.ts'

let database: TestDatabase
let people: Map<string, Sketch>
const engines: Partial<Record<'meilisearch' | 'postgres', Engine>> = {}

beforeAll(async () => {
  database = await createTestDatabase()
  const chance = createChance(20_270_305)
  people = await addPeople(
    database.db,
    Array.from({ length: 300 }, () => randomSketch(chance)),
  )
  engines.postgres = createPostgresEngine(database.db)
}, 60_000)
afterAll(() => database.drop())

const ask = async (name: 'meilisearch' | 'postgres', filters: Filters, viewer: Viewer) => {
  const { lexicon } = await createCatalogueReader(database.db)()
  const engine = engines[name]
  if (!engine) throw new Error(`no ${name}`)
  return engine.find({ filters, viewer, today, moment: now, lexicon, offset: 0, limit: 1_000, excluded: [] })
}

describe.each(['postgres'] as const)('%s', (name) => {
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
})
