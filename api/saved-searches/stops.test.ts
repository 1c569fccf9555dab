import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import { aProduction } from '../test/bookings.ts'
import { clickOnce } from '../test/one-click.ts'
import { signInAgain, type TestPerson } from '../test/people.ts'
import { emptySearches, keep, morning, newsOf, publish, searchesOf } from '../test/saved-searches.ts'
import { tellOfNewPeople } from './service.ts'

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

describe('the link beside a search in a mail', () => {
  test('ends the news of that search alone, on a post, from anywhere; the foot ends all', async () => {
    await keep(phare, 'region=FR-BRE')
    await keep(phare, 'discipline=intimacy')
    await publish(api, 'Ada Deux')
    morning(api, 1)
    await tellOfNewPeople(api.deps)
    const [mail] = await newsOf(api, phare)
    const [token = ''] = [...(mail?.text ?? '').matchAll(/unsubscribe\/search\/([\w-]+)/g)].map(
      (found) => found[1],
    )
    const path = `/api/saved-search-stops/${token}`
    const stranger = api.visitor()
    const { body: shown } = await stranger.get(path)
    expect(shown.stopped).toBe(false)
    expect(mail?.text).toContain(shown.title.fr)
    expect(await clickOnce(api, path)).toMatchObject([200, { stopped: true }])
    phare = await signInAgain(api, phare)
    const states = async () => (await searchesOf(phare)).map(({ state }: { state: string }) => state)
    expect((await states()).toSorted()).toEqual(['paused', 'watching'])
    const { id: paused } = (await searchesOf(phare)).find(
      ({ state }: { state: string }) => state === 'paused',
    )
    await phare.client.put(`/api/me/saved-searches/${paused}`, { name: 'Projet tenu secret' })
    expect((await stranger.get(path)).body).toEqual({ title: null, stopped: true })
    expect((await stranger.delete(path)).body).toEqual({ title: null, stopped: false })
    expect((await stranger.post('/api/saved-search-stops/bm90IG91cnM')).status).toBe(404)
    const all = /\/unsubscribe\/([\w-]{60,})/.exec(mail?.text ?? '')?.[1]
    expect((await stranger.post(`/api/unsubscriptions/${all}`)).body).toEqual({
      kinds: ['searches'],
      from: 'at-once',
      stopped: true,
    })
    await publish(api, 'Après Tout')
    morning(api, 2)
    expect(await tellOfNewPeople(api.deps)).toBe(1)
    expect(await newsOf(api, phare)).toHaveLength(1)
    expect((await phare.client.get('/api/me/notifications/unread')).body.paths).toEqual(['/account/searches'])
  })
})
