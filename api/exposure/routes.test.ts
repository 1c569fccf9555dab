import { addAccount, addCoordinator } from '@repere/db/test/arrange.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApi, type TestApi, testNow } from '../test/api.ts'
import type { TestClient } from '../test/client.ts'
import { aRegistrar } from '../test/people.ts'
import { flushExposure } from './service.ts'

let api: TestApi
let registrar: TestClient
beforeAll(async () => {
  api = await createTestApi()
  registrar = (await aRegistrar(api)).client
  const { db } = api.database
  // Six in Bretagne with recent calendars before six in Corse without one, and three in Guyane: too few to tell.
  for (const [region, count] of [
    ['FR-BRE', 6],
    ['FR-20R', 6],
    ['FR-973', 3],
  ] as const)
    for (let index = 0; index < count; index += 1) {
      const coordinatorId = await addCoordinator(db, {
        accountId: await addAccount(db),
        disciplines: ['intimacy'],
        regions: [region],
        publishedAt: testNow,
      })
      const confirmedAt = region === 'FR-BRE' ? testNow : null
      await db
        .insertInto('calendar')
        .values({ coordinatorId, confirmedAt, knownUntil: '2027-12-31' })
        .execute()
    }
})
afterAll(() => api.close())

const search = async (times: number, query = 'perPage=5') => {
  for (let time = 0; time < times; time += 1)
    expect((await api.visitor().get(`/api/coordinators?${query}`)).status).toBe(200)
}

const regions = async (days = 28) => {
  const { status, body } = await registrar.get(`/api/registrar/exposure?days=${days}`)
  expect(status).toBe(200)
  return body.facets.find(({ facet }: { facet: string }) => facet === 'region').items
}

test('a registrar sees whom the order starves, over enough searches, and never of few people', async () => {
  await search(19)
  await flushExposure(api.deps)
  expect((await regions()).every(({ shown }: { shown: unknown }) => shown === null)).toBe(true)

  // The last one is noted by another turn of the process; words and chosen regions do not count.
  await search(1)
  await search(2, 'perPage=5&q=nobody')
  await search(2, 'perPage=5&region=FR-973')
  await flushExposure(api.deps)
  const bretagne = {
    searches: 20,
    top: { places: 60, fair: 24, ratio: 2.5 },
    page: { places: 100, fair: 40, ratio: 2.5 },
  }
  const corse = {
    searches: 20,
    top: { places: 0, fair: 24, ratio: 0 },
    page: { places: 0, fair: 40, ratio: 0 },
  }
  expect(await regions()).toEqual([
    { value: 'FR-20R', shown: corse },
    { value: 'FR-BRE', shown: bretagne },
    { value: 'FR-973', shown: null },
  ])
  const { body: csv } = await registrar.get('/api/registrar/exposure.csv')
  expect(csv).toContain('region,FR-20R,20,0,24,0,0,40,0')
  expect(csv).toContain('region,FR-973,suppressed,')
})

test('what is kept are sums of days, for four hundred of them', async () => {
  const rows = await api.database.db.selectFrom('exposure').selectAll().execute()
  expect(new Set(rows.map(({ onDay }) => onDay))).toEqual(new Set(['2027-02-01']))
  api.clock.advance({ days: 401 })
  await search(1)
  await flushExposure(api.deps)
  const kept = await api.database.db.selectFrom('exposure').select('onDay').distinct().execute()
  expect(kept).toEqual([{ onDay: '2028-03-08' }])
})

test('a database that does not answer costs a search nothing', async () => {
  await search(1)
  const broken = { ...api.deps, db: null as never }
  await expect(flushExposure(broken)).resolves.toBeUndefined()
})
