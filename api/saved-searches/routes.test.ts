import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi, testNow } from '../test/api.ts'
import { aProduction } from '../test/bookings.ts'
import { signUp, type TestPerson } from '../test/people.ts'
import { emptySearches, keep, searchesOf } from '../test/saved-searches.ts'
import { forgetSavedSearches } from './service.ts'

let api: TestApi
let phare: TestPerson
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())
beforeEach(async () => {
  await emptySearches(api)
  phare = await aProduction(api)
})

describe('keeping a search', () => {
  test('keeps it in its exact form, called by what it asks for, once', async () => {
    const query =
      'region=FR-PDL&region=FR-BRE&days=2027-03-10,2027-03-08,2027-03-09&discipline=intimacy&page=2'
    const { status, body } = await keep(phare, query)
    expect([status, body]).toEqual([
      201,
      expect.objectContaining({
        query: 'discipline=intimacy&region=FR-BRE&region=FR-PDL&from=2027-03-08&to=2027-03-10',
        name: null,
        title: {
          fr: 'Coordination d’intimité, Bretagne ou Pays de la Loire, du\u00a08 au\u00a010\u00a0mars\u00a02027',
          en: 'Intimacy coordination, Brittany or Pays de la Loire, 8–10\u00a0March\u00a02027',
        },
        state: 'watching',
        endsOn: '2027-03-10',
        news: 0,
      }),
    ])
    const again = await keep(phare, `${query}&seed=abc`, 'Autre nom')
    expect([again.status, again.body.id]).toEqual([200, body.id])
    expect(await searchesOf(phare)).toHaveLength(1)
  })

  test.each(['nope=1', 'region=FR-XXX', 'from=2027-01-01&to=2027-01-02', 'q='])(
    '%s is refused like a search',
    async (query) => {
      const { status, body } = await keep(phare, query)
      expect([status, body.errors[0].pointer]).toEqual([400, '/query'])
    },
  )

  test('wants a proven address, and stops at twenty', async () => {
    const unproven = await signUp(api, 'production', { verified: false })
    expect((await keep(unproven, 'q=essai')).body.code).toBe('email-not-verified')
    for (let count = 1; count <= 20; count += 1) await keep(phare, `q=mot${count}`)
    expect((await keep(phare, 'q=mot21')).body.code).toBe('saved-searches-full')
    const [latest] = await searchesOf(phare)
    await phare.client.delete(`/api/me/saved-searches/${latest.id}`)
    expect((await keep(phare, 'q=mot21')).status).toBe(201)
    const back = await phare.client.post(`/api/me/saved-searches/${latest.id}/restoration`)
    expect(back.body.code).toBe('saved-searches-full')
  })

  test('is renamed, paused, deleted and brought back within a day, by its owner alone', async () => {
    const { body } = await keep(phare, 'region=FR-BRE')
    const path = `/api/me/saved-searches/${body.id}`
    const other = await aProduction(api)
    expect((await other.client.put(path, { paused: true })).status).toBe(404)
    expect((await phare.client.put(path, { name: 'Été breton' })).body.name).toBe('Été breton')
    expect((await phare.client.put(path, { paused: true })).body).toMatchObject({
      name: 'Été breton',
      state: 'paused',
    })
    expect((await phare.client.put(path, { name: '', paused: false })).body).toMatchObject({
      name: null,
      state: 'watching',
    })
    expect((await other.client.delete(path)).status).toBe(404)
    expect((await phare.client.delete(path)).status).toBe(204)
    expect((await searchesOf(phare))[0].deletedAt).toBe(testNow.toISOString())
    expect((await phare.client.put(path, { paused: true })).status).toBe(404)
    expect((await phare.client.post(`${path}/restoration`)).body.state).toBe('watching')
    await phare.client.delete(path)
    api.clock.advance({ hours: 25 })
    expect((await phare.client.post(`${path}/restoration`)).status).toBe(404)
    expect(await searchesOf(phare)).toEqual([])
    expect(await forgetSavedSearches(api.deps)).toBe(1)
  })
})

test('of what is deleted the latest five can be brought back, and the rest is gone for good', async () => {
  for (let count = 1; count <= 7; count += 1) {
    const { body } = await keep(phare, `q=passe${count}`)
    api.clock.advance({ minutes: 1 })
    await phare.client.delete(`/api/me/saved-searches/${body.id}`)
  }
  const { client } = await aProduction(api)
  await client.post('/api/me/saved-searches', { query: 'q=ailleurs' })
  const names = (await searchesOf(phare)).map(({ query }: { query: string }) => query)
  expect(names).toEqual(['q=passe7', 'q=passe6', 'q=passe5', 'q=passe4', 'q=passe3'])
  expect(await api.database.db.selectFrom('savedSearch').select('id').execute()).toHaveLength(6)
})
