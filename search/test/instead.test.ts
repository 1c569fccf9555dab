import { createTestDatabase, type TestDatabase } from '@repere/db/test/database.ts'
import { addDays, daysBetween } from '@repere/db/vocabulary/day.ts'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Filters, Viewer } from '../coordinators/filters.ts'
import { findInstead, inPortions, neighboursOf } from '../coordinators/instead.ts'
import { inUse, withoutAll } from '../coordinators/removable.ts'
import { createSearch } from '../create-search.ts'
import type { EngineName } from '../engine.ts'
import type { Search } from '../search.ts'
import { createSync, type Sync } from '../sync/sync.ts'
import { addPeople } from './add-people.ts'
import { createChance, now, randomSketch, type Sketch, today } from './cast.ts'
import { matches } from './oracle.ts'
import { quietLog } from './quiet.ts'
import { noFilters, randomFilters } from './random-filters.ts'

const viewer: Viewer = { seesAllDays: true }
const chance = createChance(20_270_309)
const cast = Array.from({ length: 40 }, () => randomSketch(chance))
const countIn = (people: readonly Sketch[], filters: Filters) =>
  people.filter((person) => matches(person, filters, viewer)).length

/** Searches that find nobody among these people. */
const hopeless = (count: number): Filters[] => {
  const found: Filters[] = []
  while (found.length < count) {
    const filters = randomFilters(chance)
    if (countIn(cast, filters) === 0) found.push(filters)
  }
  return found
}

const oracle = async (searches: readonly Filters[]) => searches.map((filters) => countIn(cast, filters))
const insteadOf = async (filters: Filters) => {
  const without = Object.fromEntries(
    inUse(filters).map((name) => [name, countIn(cast, withoutAll(filters, [name]))]),
  )
  return { without, instead: await findInstead(filters, today, without, oracle) }
}

test('many searches are counted in portions, and no further once there is no more time', async () => {
  const portions: number[] = []
  const countAll = async (searches: readonly Filters[]) => {
    portions.push(searches.length)
    return searches.map(() => 1)
  }
  const many = Array.from({ length: 84 }, () => noFilters)
  expect(await inPortions(countAll)(many)).toHaveLength(84)
  expect(Math.max(...portions)).toBeLessThanOrEqual(16)
  portions.length = 0
  expect(await inPortions(countAll, () => portions.length < 2)(many)).toHaveLength(32)
  expect(portions).toEqual([16, 16])
})

describe('of what to ask instead', () => {
  test('giving up several filters is offered where one is not enough, and never more of them than it takes', async () => {
    let offered = 0
    for (const filters of hopeless(300)) {
      const { without, instead } = await insteadOf(filters)
      const [best] = instead.together
      if (!best) continue
      offered += 1
      expect(Object.values(without).every((total) => total === 0)).toBe(true)
      for (const name of best.without) {
        const fewer = best.without.filter((other) => other !== name)
        expect(countIn(cast, withoutAll(filters, fewer)), JSON.stringify(filters)).toBe(0)
      }
      for (const { total } of instead.together) expect(total).toBeLessThanOrEqual(best.total)
    }
    expect(offered).toBeGreaterThan(10)
  })

  test('other days are the nearest ones that find somebody, in the same order and distance', async () => {
    let offered = 0
    for (const filters of hopeless(300)) {
      const { instead } = await insteadOf(filters)
      for (const { days, total } of instead.days) {
        offered += 1
        const shift = daysBetween(filters.days[0] ?? '', days[0] ?? '')
        const moved = (by: number) => filters.days.map((day) => addDays(day, by))
        expect(days).toEqual(moved(shift))
        expect(total).toBe(countIn(cast, { ...filters, days }))
        for (let nearer = Math.sign(shift); nearer !== shift; nearer += Math.sign(shift))
          if ((moved(nearer)[0] ?? '') >= today)
            expect(countIn(cast, { ...filters, days: moved(nearer) })).toBe(0)
      }
    }
    expect(offered).toBeGreaterThan(10)
  })

  test('only regions beside those asked for are offered, and only those where somebody is', async () => {
    for (const filters of hopeless(100)) {
      const { instead } = await insteadOf(filters)
      const beside = neighboursOf(filters.regions)
      for (const { region, total } of instead.regions) {
        expect(beside).toContain(region)
        expect(total).toBe(countIn(cast, { ...filters, regions: [...filters.regions, region] }))
        expect(total).toBeGreaterThan(0)
      }
    }
  })
})

describe('every number that is promised is found', () => {
  let database: TestDatabase
  let sync: Sync
  let engines: Record<EngineName, Search>
  beforeAll(async () => {
    database = await createTestDatabase()
    const { db } = database
    const at = { db, clock: { now: () => now }, log: quietLog }
    await addPeople(db, cast)
    const own = { ...at, meili: inject('meili'), indexName: `instead-${process.pid}` }
    sync = createSync(own)
    await sync.run()
    engines = {
      postgres: createSearch({ ...at, engine: 'postgres' }),
      meilisearch: createSearch({ ...own, engine: 'meilisearch', timeoutMs: 10_000 }),
    }
  }, 60_000)
  afterAll(async () => {
    await sync.drop()
    await database.drop()
  })

  test.each(['postgres', 'meilisearch'] as const)(
    'by %s',
    async (name) => {
      const search = engines[name]
      let promised = 0
      const holds = async (filters: Filters, total: number) => {
        promised += 1
        const found = await search.find(filters, viewer)
        expect([found.engine, found.total], JSON.stringify(filters)).toEqual([name, total])
      }
      for (const asked of hopeless(6))
        for (const q of ['', 'coordinatrice']) {
          const filters = { ...asked, q }
          const { total, without, instead } = await search.count(filters, viewer)
          await holds(filters, total)
          for (const filter of inUse(filters))
            await holds(withoutAll(filters, [filter]), without[filter] ?? -1)
          for (const one of instead?.together ?? []) await holds(withoutAll(filters, one.without), one.total)
          for (const one of instead?.days ?? []) await holds({ ...filters, days: one.days }, one.total)
          for (const { region, total: there } of instead?.regions ?? [])
            await holds({ ...filters, regions: [...filters.regions, region] }, there)
        }
      expect(promised).toBeGreaterThan(40)
    },
    60_000,
  )
})
