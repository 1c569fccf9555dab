import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import { aCoordinator, aProduction, aProject, aRequest, move } from '../test/bookings.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

test('a request is read, accepted as an option and confirmed, and both sides see the same', async () => {
  const coordinator = await aCoordinator(api)
  const production = await aProduction(api)
  const project = await aProject(api, production)
  const sent = await aRequest(production, coordinator, project)
  const accepted = await move(coordinator, sent.id, 'accept', sent.version)
  expect(accepted.status, JSON.stringify(accepted.body)).toBe(200)
  const confirmed = await move(production, sent.id, 'confirm', accepted.body.version)
  expect(confirmed.status, JSON.stringify(confirmed.body)).toBe(200)
  const [theirs, ours] = [coordinator, production].map((who) => who.client.get(`/api/bookings/${sent.id}`))
  expect((await theirs)?.body).toMatchObject({ state: 'confirmed', version: 3, allowedMoves: ['cancel'] })
  expect((await ours)?.body).toMatchObject({ state: 'confirmed', version: 3, allowedMoves: ['cancel'] })
})
