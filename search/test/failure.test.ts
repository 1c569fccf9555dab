import { setTimeout as later } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { createBreaker } from '../breaker.ts'
import { type Fault, type FaultyWay, openFaultyWay } from './faulty.ts'
import { noFilters } from './random-filters.ts'
import { type Stage, setStage } from './stage.ts'

let way: FaultyWay
let stage: Stage
let person: string
beforeAll(async () => {
  way = await openFaultyWay(inject('meili').url)
  stage = await setStage({ url: way.url, timeoutMs: 1_000, breaker: { failures: 3, restMs: 200 } })
  person = await stage.add({ displayName: 'Anouk', regions: ['FR-BRE'] })
  await stage.sync.run()
}, 30_000)
afterAll(async () => {
  await stage.close()
  await way.close()
})

/** Searches until the search server answers again, at most ten seconds. */
const recovered = async () => {
  for (let tries = 0; tries < 50; tries += 1) {
    const { engine } = await stage.find()
    if (engine === 'meilisearch') return true
    await later(200)
  }
  return false
}

const faults: Fault[] = ['refuses', 'hangs', 'answers 500', 'answers rubbish', 'breaks off']

test.each(faults)(
  'a search server that %s is stood in for, and asked again later',
  async (fault) => {
    expect(await recovered()).toBe(true)
    way.fail(fault)
    for (let round = 0; round < 6; round += 1) {
      const { engine, total, items } = await stage.find({ regions: ['FR-BRE'], q: 'anouk' })
      expect([engine, total, items[0]?.displayName]).toEqual(['postgres', 1, 'Anouk'])
    }
    expect((await stage.search.status()).engine).toBe('postgres')
    way.fail('none')
    expect(await recovered()).toBe(true)
    expect((await stage.search.status()).engine).toBe('meilisearch')
  },
  30_000,
)

test('a server that does not answer is not waited for once the breaker is open', async () => {
  way.fail('hangs')
  for (let round = 0; round < 3; round += 1) await stage.find()
  const began = performance.now()
  await stage.find()
  expect(performance.now() - began).toBeLessThan(900)
  way.fail('none')
  expect(await recovered()).toBe(true)
}, 30_000)

describe('while the index lags', () => {
  test('somebody who unpublished is in no item, total or count', async () => {
    expect(await recovered()).toBe(true)
    const gone = await stage.add({ regions: ['FR-20R'], disciplines: ['eco-production'] })
    await stage.sync.run()
    expect((await stage.find({ regions: ['FR-20R'] })).total).toBe(1)
    const { db } = stage.database
    await db.updateTable('coordinator').set({ publishedAt: null }).where('id', '=', gone).execute()
    const { engine, total, items, facets } = await stage.find({ regions: ['FR-20R'] })
    expect([engine, total, items]).toEqual(['meilisearch', 0, []])
    expect(facets.discipline).toEqual([])
    expect(facets.region.find(({ value }) => value === 'FR-20R')).toEqual({ value: 'FR-20R', count: 0 })
    expect((await stage.search.status()).behindBy).toBe(1)
  })

  test('somebody whose account is suspended neither', async () => {
    const { db } = stage.database
    const id = await stage.add({ regions: ['FR-971'] })
    await stage.sync.run()
    const account = db.selectFrom('coordinator').select('accountId').where('id', '=', id)
    await db.updateTable('account').set({ state: 'suspended' }).where('id', '=', account).execute()
    expect(await stage.find({ regions: ['FR-971'] })).toMatchObject({ total: 0, items: [] })
  })

  test('who hides days or a text is found by neither, and counted by neither', async () => {
    const { db } = stage.database
    const id = await stage.add({ regions: ['FR-973'], bioFr: 'Ancienne trapéziste' })
    await stage.sync.run()
    const regions = ['FR-973' as const]
    const found = async (filters: object, seesAllDays = false) => {
      const { engine, total, items, facets } = await stage.find({ regions, ...filters }, seesAllDays)
      return [engine, total, items.length, facets.discipline.length]
    }
    const counted = (seesAllDays: boolean) =>
      stage.search.count({ ...noFilters, regions, days }, { seesAllDays })
    const days = ['2027-03-08']
    const [one, nobody] = [
      ['meilisearch', 1, 1, 1],
      ['meilisearch', 0, 0, 0],
    ]
    expect([await found({ days }), await found({ q: 'trapéziste' })]).toEqual([one, one])
    const visibility = JSON.stringify({ bio: 'only-me' })
    const change = { daysVisibility: 'verified-productions' as const, visibility }
    await db.updateTable('coordinator').set(change).where('id', '=', id).execute()
    for (const availability of ['free', 'optionable', 'some'] as const)
      expect(await found({ days, availability })).toEqual(nobody)
    expect(await found({ q: 'trapéziste' })).toEqual(nobody)
    // Nothing hides them from whoever still may know, or asks for neither.
    expect([await found({}), await found({ days }, true)]).toEqual([one, one])
    expect(await counted(false)).toMatchObject({ total: 0, without: { days: 1 } })
    expect(await counted(true)).toMatchObject({ total: 1, without: { days: 1 } })
  })

  test('a day marked a second ago is not offered, and the page is filled from behind', async () => {
    const { db } = stage.database
    for (let count = 0; count < 4; count += 1) await stage.add({ regions: ['FR-972'] })
    await stage.sync.run()
    const query = { regions: ['FR-972' as const], days: ['2027-03-08'], perPage: 3 }
    const before = (await stage.find(query)).items.map(({ slug }) => slug)
    const first = db
      .selectFrom('coordinator')
      .select('id')
      .where('slug', '=', before[0] ?? '')
    const { id } = await first.executeTakeFirstOrThrow()
    await db
      .insertInto('availabilityBlock')
      .values({ coordinatorId: id, days: '[2027-03-08,2027-03-08]', kind: 'unavailable' })
      .execute()
    const { engine, items } = await stage.find(query)
    expect(engine).toBe('meilisearch')
    expect(items).toHaveLength(3)
    expect(items.map(({ slug }) => slug)).not.toContain(before[0])
  })

  test('what changed on a card shows at once', async () => {
    const { db } = stage.database
    await db.updateTable('coordinator').set({ headlineFr: 'Tout neuf' }).where('id', '=', person).execute()
    const { items } = await stage.find({ q: 'anouk' })
    expect(items[0]?.headline).toEqual({ fr: 'Tout neuf' })
  })
})

describe('the breaker', () => {
  const at = (failures = 5) => {
    let ms = 0
    const breaker = createBreaker({ failures, now: () => ms })
    return { breaker, wait: (more: number) => (ms += more) }
  }

  test('opens after five failures within ten seconds, not after five in a minute', () => {
    const quick = at()
    for (let count = 0; count < 4; count += 1) quick.breaker.failed()
    expect(quick.breaker.allows()).toBe(true)
    quick.breaker.failed()
    expect(quick.breaker.allows()).toBe(false)
    const slow = at()
    for (let count = 0; count < 20; count += 1) {
      slow.breaker.failed()
      slow.wait(3_000)
    }
    expect(slow.breaker.allows()).toBe(true)
  })

  test('lets one call through after five seconds, and closes when it succeeds', () => {
    const { breaker, wait } = at()
    for (let count = 0; count < 5; count += 1) breaker.failed()
    wait(4_999)
    expect(breaker.allows()).toBe(false)
    wait(1)
    expect([breaker.allows(), breaker.allows()]).toEqual([true, false])
    breaker.failed()
    expect(breaker.allows()).toBe(false)
    wait(5_000)
    expect(breaker.allows()).toBe(true)
    breaker.succeeded()
    expect([breaker.allows(), breaker.allows(), breaker.isClosed()]).toEqual([true, true, true])
  })
})
