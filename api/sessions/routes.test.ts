import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../app.ts'
import { createLimits } from '../http/limits.ts'
import { createTestApi, freshAddress, type TestApi } from '../test/api.ts'
import { createTestClient, type TestClient } from '../test/client.ts'
import { aRegistrar, signUp, testPassword } from '../test/people.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

const whoIs = async (client: TestClient) => (await client.get('/api/sessions/current')).body.account

test('a registrar’s session idles out after half an hour and ends after half a day', async () => {
  const start = api.clock.now()
  const registrar = await aRegistrar(api)
  for (let visits = 1; visits <= 24; visits += 1) {
    api.clock.advance({ minutes: 29 })
    expect(await whoIs(registrar.client)).toMatchObject({ role: 'registrar' })
  }
  api.clock.advance({ minutes: 29 })
  expect(await whoIs(registrar.client)).toBeNull()

  const idle = await aRegistrar(api)
  api.clock.advance({ minutes: 31 })
  expect(await whoIs(idle.client)).toBeNull()
  api.clock.set(start)
})

test('signing in gives another token, and the one before stands for nobody', async () => {
  const { client, email } = await signUp(api, 'coordinator')
  const before = client.cookie()
  await client.post('/api/sessions', { email, password: testPassword })
  expect(client.cookie()).not.toBe(before)
  expect((await api.visitor().get('/api/sessions/current', { cookie: before })).body.account).toBeNull()
  expect((await client.get('/api/me/sessions')).body.items).toHaveLength(1)
})

test('a suspended account is told so once its password is right, and its open sessions are over', async () => {
  const { client, id, email } = await signUp(api, 'production')
  await api.database.ownerDb.updateTable('account').set({ state: 'suspended' }).where('id', '=', id).execute()
  expect(await whoIs(client)).toBeNull()
  expect((await client.get('/api/me/sessions')).body.code).toBe('sign-in-required')
  const right = await api.visitor().post('/api/sessions', { email, password: testPassword })
  expect([right.status, right.body.code]).toEqual([403, 'account-suspended'])
  const wrong = await api.visitor().post('/api/sessions', { email, password: 'not the password' })
  expect(wrong.body.code).toBe('wrong-credentials')
})

test('a visit is written down at most once a minute', async () => {
  const { client, id } = await signUp(api, 'coordinator')
  const seen = async () =>
    (
      await api.database.ownerDb
        .selectFrom('session')
        .select('lastSeenAt')
        .where('accountId', '=', id)
        .executeTakeFirstOrThrow()
    ).lastSeenAt
  const start = api.clock.now()
  api.clock.advance({ minutes: 0.9 })
  await whoIs(client)
  expect(await seen()).toEqual(start)
  api.clock.advance({ minutes: 0.2 })
  await whoIs(client)
  expect(await seen()).toEqual(api.clock.now())
  api.clock.set(start)
})

test('too many tries from one place or on one address are told when to come back', async () => {
  const limits = createLimits({ databaseUrl: api.database.url, sealer: api.deps.sealer })
  const app = createApp({ ...api.deps, limits })
  const tryFrom = (address: string, email: string) =>
    createTestClient(app, api.deps.config).post(
      '/api/sessions',
      { email, password: 'a guess of twelve' },
      { 'x-forwarded-for': address },
    )
  for (let tries = 1; tries <= 20; tries += 1)
    expect((await tryFrom('198.51.100.1', freshAddress())).status).toBe(401)
  const { status, headers, body } = await tryFrom('198.51.100.1', freshAddress())
  expect([status, body.code]).toEqual([429, 'too-many-requests'])
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(800)
  // What a visitor writes before our own front's hop is not believed.
  expect((await tryFrom('203.0.113.5, 198.51.100.1', freshAddress())).status).toBe(429)
  expect((await tryFrom('198.51.100.2', freshAddress())).status).toBe(401)

  const target = freshAddress()
  for (let tries = 1; tries <= 20; tries += 1) await tryFrom(`203.0.113.${tries}`, target)
  expect((await tryFrom('203.0.113.99', target.toUpperCase())).status).toBe(429)
  await limits.close()
})

test('the list of sessions names those that still count', async () => {
  const { client, email } = await signUp(api, 'coordinator')
  const start = api.clock.now()
  const elsewhere = api.visitor()
  await elsewhere.post('/api/sessions', { email, password: testPassword })
  const listed = async () => (await client.get('/api/me/sessions')).body.items
  expect(await listed()).toHaveLength(2)
  for (const days of [8, 15]) {
    api.clock.set(new Date(start.getTime() + days * 86_400_000))
    expect(await whoIs(client)).not.toBeNull()
  }
  expect(await listed()).toMatchObject([{ current: true }])
  api.clock.set(start)
})
