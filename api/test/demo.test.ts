import { cast, demoPassword, seedDemo } from '@repere/db/seeds/demo.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi, testNow } from './api.ts'
import type { TestClient } from './client.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
  await seedDemo(api.database.db, {
    now: testNow,
    hashPassword: api.deps.passwords.hash,
    sealer: api.deps.sealer,
  })
})
afterAll(() => api.close())

const signIn = async ({ email }: { email: string }): Promise<TestClient> => {
  const client = api.visitor()
  const { status } = await client.post('/api/sessions', { email, password: demoPassword })
  expect(status).toBe(201)
  return client
}

/** Every item of a paged list. */
const listAll = async (client: TestClient, path: string) => {
  const { status, body } = await client.get(`${path}${path.includes('?') ? '&' : '?'}perPage=50`)
  expect(status, path).toBe(200)
  expect(body.items.length).toBe(body.total)
  return body.items
}

describe('the demo, through the door people use', () => {
  test.each(Object.entries(cast))('%s signs in with the password that start prints', async (_, member) => {
    const client = await signIn(member)
    const { body } = await client.get('/api/sessions/current')
    expect(body.account).toMatchObject({ email: member.email, displayName: member.name })
  })

  test.each(['intimacy', 'eco'] as const)(
    '%s has requests to answer, options and the rest, each readable',
    async (who) => {
      const client = await signIn(cast[who])
      const bookings = await listAll(client, '/api/bookings')
      const states = bookings.map(({ state }: { state: string }) => state)
      for (const state of ['requested', 'option', 'confirmed', 'completed']) expect(states).toContain(state)
      for (const { id } of bookings) {
        const { status, body } = await client.get(`/api/bookings/${id}`)
        expect(status).toBe(200)
        expect(body.timeline[0].kind).toBe('requested')
        expect((await client.get(`/api/bookings/${id}/messages`)).status).toBe(200)
      }
      const [urgent] = bookings.filter(({ state }: { state: string }) => state === 'requested')
      expect(urgent.allowedMoves).toEqual(expect.arrayContaining(['accept', 'decline']))
    },
  )

  test.each(['production1', 'production2'] as const)(
    '%s has projects with briefs, and people asked',
    async (who) => {
      const client = await signIn(cast[who])
      for (const { id, title } of await listAll(client, '/api/projects')) {
        expect(title).toBeTruthy()
        const { status, body } = await client.get(`/api/projects/${id}`)
        expect(status).toBe(200)
        expect(body.stops).toEqual([])
        // What was read can be saved again as it is: the brief has the shape that the door accepts.
        const {
          title: name,
          codeName,
          type,
          discipline,
          regions,
          languages,
          employmentForm,
          phases,
          brief,
        } = body
        const same = {
          title: name,
          codeName,
          type,
          discipline,
          regions,
          languages,
          employmentForm,
          phases,
          brief,
        }
        const saved = await client.put(`/api/projects/${id}`, same)
        expect(saved.status, JSON.stringify(saved.body)).toBe(200)
        expect(saved.body.brief).toEqual(brief)
      }
      for (const { id } of await listAll(client, '/api/bookings'))
        expect((await client.get(`/api/bookings/${id}`)).status).toBe(200)
    },
  )

  test('the second option on shared days is told its rank', async () => {
    const client = await signIn(cast.production2)
    const mine = (await listAll(client, '/api/bookings')).find(
      ({ coordinator, state }: { coordinator: { slug: string }; state: string }) =>
        coordinator.slug === cast.intimacy.slug && state === 'option',
    )
    expect(mine.rank.map(({ rank }: { rank: number }) => rank)).toContain(2)
  })

  test('the registrar has queues, and a trail', async () => {
    const client = await signIn(cast.registrar)
    for (const state of ['declared', 'document-seen', 'confirmed', 'expired', 'withdrawn'])
      expect(
        (await client.get(`/api/registrar/credentials?state=${state}`)).body.total,
        state,
      ).toBeGreaterThan(0)
    for (const state of ['unverified', 'verified', 'refused', 'suspended'])
      expect((await client.get(`/api/registrar/companies?state=${state}`)).body.total, state).toBeGreaterThan(
        0,
      )
    expect((await client.get('/api/registrar/audit')).body.total).toBeGreaterThan(100)
  })

  test('the public finds everyone published, and reads each profile', async () => {
    const visitor = api.visitor()
    const first = await visitor.get('/api/coordinators?perPage=50')
    const second = await visitor.get('/api/coordinators?perPage=50&page=2')
    expect(first.body.total).toBeGreaterThanOrEqual(60)
    for (const { slug } of [...first.body.items, ...second.body.items])
      expect((await visitor.get(`/api/coordinators/${slug}`)).status, slug).toBe(200)
  })
})
