import { addDays, daysOf } from '@repere/db/vocabulary/day.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sorts } from '../coordinators/filters.ts'
import { searchDayAt } from '../coordinators/query-string.ts'
import type { Question } from '../engine.ts'
import { createCatalogueReader } from '../postgres/catalogue.ts'
import { createPostgresEngine } from '../postgres/engine.ts'
import { createRowKeeper } from '../sync/keep-rows.ts'
import { addPeople } from './add-people.ts'
import { createChance, now, randomSketch, sketch } from './cast.ts'
import { noFilters, randomFilters } from './random-filters.ts'
import { type Stage, setStage } from './stage.ts'

let stage: Stage
const days = daysOf([{ from: '2027-03-08', to: '2027-03-12' }])
const held = {
  state: 'option' as const,
  days,
  exclusive: days,
  expiresAt: new Date('2027-01-20T12:00:00Z'),
}

const keep = () => createRowKeeper({ db: stage.database.db, clock: stage.clock }).run()

const find = async (question: Partial<Question> = {}) => {
  const { db } = stage.database
  const { lexicon } = await createCatalogueReader(db)()
  const moment = stage.clock.now()
  const page = { viewer: { seesAllDays: false }, lexicon, offset: 0, limit: 1_000, excluded: [] }
  return createPostgresEngine(db).find({
    filters: noFilters,
    moment,
    today: searchDayAt(moment),
    ...page,
    ...question,
  })
}

const idsFound = async (question: Partial<Question['filters']> = {}) =>
  (await find({ filters: { ...noFilters, ...question } })).candidates.map(({ id }) => id)

/** How many people the tables have to answer for. */
const unwritten = async () => {
  const { rows } = await sql<{ count: number }>`select count(*) from search_dirty where not in_rows`.execute(
    stage.database.db,
  )
  return rows[0]?.count
}

describe('a crowd', () => {
  beforeAll(async () => {
    stage = await setStage()
    const chance = createChance(53)
    await addPeople(
      stage.database.db,
      Array.from({ length: 400 }, () => randomSketch(chance)),
    )
  }, 60_000)
  afterAll(() => stage.close())

  test('is found alike by the rows, by the tables, and by some of each', async () => {
    const chance = createChance(54)
    const words = ['intimite', 'bretagne', 'plateau', 'coordinatrise', 'anglais']
    const asked = Array.from({ length: 60 }, (_, round) => ({
      filters: {
        ...randomFilters(chance),
        sort: sorts[round % sorts.length] ?? 'relevance',
        ...(chance.odds(0.3) && { q: chance.pick(words) }),
      },
      viewer: { seesAllDays: chance.odds(0.5) },
    }))
    const answers = async () => {
      const found = []
      for (const question of asked) found.push(await find(question))
      return found
    }
    const byTables = await answers()
    await keep()
    expect(await unwritten()).toBe(0)
    const byRows = await answers()
    await sql`select mark_dirty((select array_agg(id) from coordinator where id::text < '5'))`.execute(
      stage.database.db,
    )
    const byBoth = await answers()
    expect(byTables.some(({ total }) => total > 20)).toBe(true)
    for (const [index, expected] of byTables.entries()) {
      expect(byRows[index], JSON.stringify(asked[index])).toEqual(expected)
      expect(byBoth[index], JSON.stringify(asked[index])).toEqual(expected)
    }
  }, 60_000)
})

describe('somebody', () => {
  beforeAll(async () => {
    stage = await setStage()
  })
  afterAll(() => stage.close())

  test('is free again the moment an option lapses, though no worker writes the row anew', async () => {
    const id = await stage.add({ bookings: [held] })
    await keep()
    const asked = { days, availability: 'free' as const }
    expect(await idsFound(asked)).not.toContain(id)
    stage.clock.set(held.expiresAt)
    expect(await idsFound(asked)).toContain(id)
    stage.clock.set(now)
    expect(await idsFound(asked)).not.toContain(id)
  })

  test('whose calendar has not been confirmed for 45 days is not free any more', async () => {
    const id = await stage.add()
    await keep()
    expect(await idsFound({ days })).toContain(id)
    stage.clock.set(new Date(`${addDays(searchDayAt(now), 45)}T09:00:00Z`))
    expect(await idsFound({ days })).not.toContain(id)
    stage.clock.set(now)
  })

  test('who unpublishes is gone before and after the worker knows', async () => {
    const id = await stage.add()
    await keep()
    await stage.unpublish(id)
    expect(await idsFound()).not.toContain(id)
    await keep()
    expect(await idsFound()).not.toContain(id)
    const kept = await stage.database.db.selectFrom('searchRow').select('coordinatorId').execute()
    expect(kept.map(({ coordinatorId }) => coordinatorId)).not.toContain(id)
  })

  test('who changes while the rows are written is not taken for written', async () => {
    const id = await stage.add({ regions: ['FR-BRE'] })
    await keep()
    const { db } = stage.database
    const change = Promise.withResolvers<void>()
    const changing = db.transaction().execute(async (trx) => {
      await trx
        .updateTable('coordinator')
        .set({ regions: ['FR-OCC'] })
        .where('id', '=', id)
        .execute()
      await change.promise
    })
    await stage.add()
    await keep()
    change.resolve()
    await changing
    expect(await unwritten()).toBe(1)
    expect(await idsFound({ regions: ['FR-OCC'] })).toContain(id)
    await keep()
    expect(await unwritten()).toBe(0)
    expect(await idsFound({ regions: ['FR-OCC'] })).toContain(id)
    expect(await idsFound({ regions: ['FR-BRE'] })).not.toContain(id)
  })

  test('who has lost their row is written again when a worker starts', async () => {
    const id = await stage.add()
    await keep()
    await stage.database.db.deleteFrom('searchRow').where('coordinatorId', '=', id).execute()
    expect(await idsFound()).not.toContain(id)
    await keep()
    expect(await idsFound()).toContain(id)
  })

  test('with a code for which no bit is left is found by it all the same', async () => {
    const { db } = stage.database
    await sql`
      insert into search_code (kind, code, place)
      select 'region', 'taken-' || place, place from generate_series(0, 63) as place
      on conflict do nothing`.execute(db)
    const person = sketch({ regions: ['FR-20R'] })
    const [id = ''] = (await addPeople(db, [person], stage.project)).keys()
    await keep()
    expect(await unwritten()).toBe(0)
    expect(await idsFound({ regions: ['FR-20R'] })).toEqual([id])
    const { facets } = await find({ filters: { ...noFilters, regions: ['FR-20R'] } })
    expect(facets.region.get('FR-20R')).toBe(1)
  })
})
