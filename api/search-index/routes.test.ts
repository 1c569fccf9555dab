import { addAccount, addCoordinator } from '@repere/db/test/arrange.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApi, type TestApi, testNow } from '../test/api.ts'
import { aRegistrar } from '../test/people.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi({ searchServer: true })
})
afterAll(() => api.close())

test('a registrar sees how far the index is behind, when it was filled and what a night found', async () => {
  // Each time signed in anew: a registrar's session ends before the night does.
  const read = async () => (await (await aRegistrar(api)).client.get('/api/registrar/search-index')).body
  const { db } = api.database
  const person = async () =>
    addCoordinator(db, { accountId: await addAccount(db), disciplines: ['intimacy'], publishedAt: testNow })
  await person()
  expect(await read()).toMatchObject({ published: 1, behindBy: 1, lastFill: null, comparisons: [] })
  await api.sync?.run()
  await person()
  expect(await read()).toMatchObject({ published: 2, behindBy: 1, underWay: null, lastFill: { people: 1 } })
  api.clock.advance({ days: 1 })
  await api.sync?.run()
  expect(await read()).toMatchObject({
    engine: 'meilisearch',
    behindBy: 0,
    waitingSince: null,
    comparisons: [{ people: 2, missing: 0, different: 0, extra: 0 }],
  })
})
