import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import { aCoordinator, type TestCoordinator } from '../test/bookings.ts'
import { aForm, aPdf } from '../test/files.ts'
import { aRegistrar, type TestPerson } from '../test/people.ts'

const code = 'IC-CQP-FR'

describe.each([
  ['the search server', true],
  ['the database alone', false],
])('with %s', (_, searchServer) => {
  let api: TestApi
  let registrar: TestPerson
  let holder: TestCoordinator
  let credentialId: string
  beforeAll(async () => {
    api = await createTestApi({ searchServer })
    registrar = await aRegistrar(api)
  })
  afterAll(() => api.close())

  /** Declared, proven by a document, and confirmed until 30 June. */
  beforeEach(async () => {
    api.clock.set(new Date('2027-02-01T09:00:00Z'))
    holder = await aCoordinator(api, { displayName: 'Nolwenn Titrée' })
    const { body } = await holder.client.post('/api/me/credentials', { code, issuedOn: '2026-06-30' })
    credentialId = body.id
    const sent = await holder.client.put(`/api/me/credentials/${body.id}/evidence`, aForm(aPdf()))
    await decide({ decision: 'confirm', evidenceId: sent.body.id, validUntil: '2027-06-30' })
    await api.sync?.run()
  })

  const decide = async (decision: object) => {
    const answer = await registrar.client.post(
      `/api/registrar/credentials/${credentialId}/decisions`,
      decision,
    )
    expect(answer.status).toBe(201)
  }
  const cards = async (query: string) => {
    const { body } = await api.visitor().get(`/api/coordinators?perPage=50&${query}`)
    expect(body.engine).toBe(searchServer ? 'meilisearch' : 'postgres')
    return body.items as { slug: string; credentials: object[] }[]
  }
  const cardIn = async (query: string) => (await cards(query)).find(({ slug }) => slug === holder.slug)
  const confirmed = `credentialState=confirmed&credential=${code}`
  const onProfile = async () =>
    (await api.visitor().get(`/api/coordinators/${holder.slug}`)).body.credentials as object[]

  test('who is confirmed is found by it, and shows it on card and profile', async () => {
    expect(await cardIn(confirmed)).toMatchObject({ credentials: [{ code, state: 'confirmed' }] })
    expect(await onProfile()).toMatchObject([
      { code, state: 'confirmed', checkedOn: '2027-02-01', endsOn: '2027-06-30' },
    ])
  })

  test('on its last day it holds; the day after it has ended everywhere, though nobody did anything', async () => {
    api.clock.set(new Date('2027-06-30T23:59:59Z'))
    await api.sync?.run()
    expect(await cardIn(confirmed)).toBeDefined()
    api.clock.set(new Date('2027-07-01T00:00:01Z'))
    await api.sync?.run()
    for (const query of [
      confirmed,
      `credential=${code}`,
      'credentialState=declared',
      'credentialState=confirmed',
    ])
      expect(await cardIn(query), query).toBeUndefined()
    expect(JSON.stringify((await cardIn('q=Nolwenn'))?.credentials)).not.toContain('confirmed')
    expect(await onProfile()).toMatchObject([{ code, state: 'expired', endsOn: '2027-06-30' }])
    const desk = await aRegistrar(api)
    const { body } = await desk.client.get('/api/registrar/credentials?state=expired&perPage=50')
    expect(body.items.map(({ id }: { id: string }) => id)).toContain(credentialId)
  })

  test('withdrawn, it is gone from card, profile and filter at the next request', async () => {
    await decide({ decision: 'withdraw', code: 'issuer-withdrew' })
    for (const query of [confirmed, `credential=${code}`]) expect(await cardIn(query), query).toBeUndefined()
    expect((await cardIn('q=Nolwenn'))?.credentials).toEqual([])
    expect(await onProfile()).toEqual([])
  })
})
