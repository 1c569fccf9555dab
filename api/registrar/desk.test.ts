import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import { aProduction } from '../test/bookings.ts'
import { aRegistrar, signUp } from '../test/people.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

const nobodyAsked = { asked: 0, longestAsked: null }

test('the desk says what waits, since when, and what waits for longer than five days', async () => {
  // Days pass here: each morning begins by signing in.
  const desk = async () => (await (await aRegistrar(api)).client.get('/api/registrar/desk')).body
  expect(await desk()).toEqual({
    credentials: { waiting: 0, oldest: null, late: 0, ...nobodyAsked },
    companies: { waiting: 0, oldest: null, late: 0, ...nobodyAsked },
  })
  const { client } = await signUp(api, 'coordinator')
  const begun = api.clock.now().toISOString()
  const { body: first } = await client.post('/api/me/credentials', { code: 'IC-IPA' })
  await client.post('/api/me/credentials', { code: 'IC-IDC' })
  await aProduction(api, { verified: false })
  await aProduction(api)
  api.clock.advance({ days: 5.1 })
  await client.post('/api/me/credentials', { code: 'IC-BECTU-REG' })
  expect(await desk()).toEqual({
    credentials: { waiting: 3, oldest: begun, late: 2, ...nobodyAsked },
    companies: { waiting: 1, oldest: begun, late: 1, ...nobodyAsked },
  })
  const { client: decider } = await aRegistrar(api)
  await decider.post(`/api/registrar/credentials/${first.id}/decisions`, {
    decision: 'confirm',
    reason: 'vu',
  })
  expect((await desk()).credentials).toMatchObject({ waiting: 2, late: 1 })
})
