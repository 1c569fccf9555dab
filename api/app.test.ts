import { connect } from '@repere/db'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from './app.ts'
import type { Deps } from './deps.ts'
import { createTestApi, freshAddress, type TestApi } from './test/api.ts'
import { createTestClient } from './test/client.ts'
import { signUp, testPassword } from './test/people.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

/** A browser on the same house with some of its parts exchanged. */
const visitorOf = (changed: Partial<Deps>) => {
  const deps = { ...api.deps, ...changed }
  return createTestClient(createApp(deps), deps.config)
}

describe('every answer', () => {
  const json = { 'content-type': 'application/json' }
  test.each([
    [200, 'GET', '/api/health', {}],
    [200, 'GET', '/api/reference', {}],
    [200, 'GET', '/api/openapi.json', {}],
    [200, 'GET', '/api/docs', {}],
    [400, 'POST', '/api/sessions', { body: '{}', headers: json }],
    [400, 'POST', '/api/sessions', { body: '{"email":', headers: json }],
    [401, 'GET', '/api/me/sessions', {}],
    [403, 'POST', '/api/sessions', { body: '{}', headers: { ...json, origin: 'https://elsewhere.test' } }],
    [404, 'GET', '/api/nothing', {}],
    [404, 'GET', '/nothing', {}],
    [405, 'PUT', '/api/sessions', { body: '{}', headers: json }],
    [415, 'POST', '/api/sessions', { body: 'email=a' }],
  ])('of status %i to %s %s carries the headers of the house', async (status, method, path, init) => {
    const { status: answered, headers } = await api.app.request(path, { method, ...init })
    expect(answered).toBe(status)
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'cache-control': expect.any(String),
      'x-request-id': expect.stringMatching(/^[\w-]+$/),
    })
    expect(headers.get('strict-transport-security')).toBeNull()
    if (status >= 400) expect(headers.get('content-type')).toBe('application/problem+json')
  })

  test('keeps the name our page server gave a request, and no name that could not be a header', async () => {
    const named = await api.visitor().get('/api/health', { 'x-request-id': 'page-7' })
    expect(named.headers.get('x-request-id')).toBe('page-7')
    const odd = await api.visitor().get('/api/health', { 'x-request-id': 'a b<script>' })
    expect(odd.headers.get('x-request-id')).toMatch(/^[\w-]{36}$/)
  })

  test('stays out of caches for whoever is signed in', async () => {
    const { client } = await signUp(api, 'coordinator')
    expect((await api.visitor().get('/api/reference')).headers.get('cache-control')).toContain('public')
    expect((await client.get('/api/reference')).headers.get('cache-control')).toBe('no-store')
    expect((await client.get('/api/nothing')).headers.get('cache-control')).toBe('no-store')
  })

  test('behind https asks for https, and its cookie cannot be set by anybody else', async () => {
    const client = visitorOf({
      config: { ...api.deps.config, origin: 'https://repere.example', secure: true },
    })
    const email = freshAddress()
    const who = { email, password: testPassword, displayName: 'Inès', role: 'coordinator', locale: 'fr' }
    const { headers } = await client.post('/api/accounts', who)
    expect(headers.get('strict-transport-security')).toContain('max-age=31536000')
    const [cookie = ''] = headers.getSetCookie()
    expect(cookie).toMatch(/^__Host-repere_session=[\w-]{43};/)
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(part)
    expect(cookie).not.toContain('Domain')
    expect((await client.get('/api/sessions/current')).body.account.email).toBe(email)
  })
})

test('a known address names the methods it answers to', async () => {
  const { status, headers, body } = await api.visitor().put('/api/sessions/current', {})
  expect([status, body.code]).toEqual([405, 'method-not-allowed'])
  expect(headers.get('allow')).toBe('GET, DELETE')
})

describe('a log line', () => {
  test('names the route and the status, and nothing of the person or the question', async () => {
    const lines: unknown[] = []
    const write = (facts: unknown, message?: unknown) => void lines.push({ facts, message })
    const client = visitorOf({ log: { info: write, warn: write, error: write } as Deps['log'] })
    const email = freshAddress('secretive')
    await client.post(
      '/api/sessions',
      { email, password: 'a password nobody has' },
      { 'x-forwarded-for': '198.51.100.9' },
    )
    await client.get(`/api/coordinators/some-slug-of-a-person?q=${email}`)
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatchObject({ facts: { method: 'POST', route: '/api/sessions', status: 401 } })
    expect(lines[1]).toMatchObject({ facts: { route: '/api/coordinators/:slug', status: 404 } })
    expect(JSON.stringify(lines)).not.toMatch(/secretive|198\.51|password nobody|some-slug/)
  })
})

describe('without its database', () => {
  test('the process answers, is not ready, and says when to come back', async () => {
    const db = connect('postgres://nobody@127.0.0.1:1/none')
    const client = visitorOf({
      db,
      search: { ...api.deps.search, status: () => Promise.reject(new Error('away')) },
    })
    expect((await client.get('/api/health')).status).toBe(200)
    expect(await client.get('/api/ready')).toMatchObject({
      status: 503,
      body: { status: 'unready', database: 'down' },
    })
    const { status, body, headers } = await client.get('/api/reference')
    expect([status, body.code]).toEqual([503, 'overloaded'])
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    await db.destroy()
  })

  test('a request that finds no free connection is told to come back', async () => {
    const db = connect(api.database.url, { maxConnections: 1, acquireTimeoutMs: 500 })
    const begun = Promise.withResolvers<void>()
    const held = Promise.withResolvers<void>()
    const holding = db.transaction().execute(async (trx) => {
      await trx.selectFrom('label').select('code').execute()
      begun.resolve()
      await held.promise
    })
    await begun.promise
    const { status, body } = await visitorOf({ db }).get('/api/reference')
    expect([status, body.code]).toEqual([503, 'overloaded'])
    held.resolve()
    await holding
    expect((await visitorOf({ db }).get('/api/reference')).status).toBe(200)
    await db.destroy()
  })
})

test('a ready house says which engine searches; one asked to stop is ready no more, and finishes', async () => {
  const own = await createTestApi()
  const ready = await own.visitor().get('/api/ready')
  expect(ready).toMatchObject({
    status: 200,
    body: { status: 'ready', database: 'up', search: { engine: 'postgres', behindBy: 0 } },
  })
  own.stop()
  expect(await own.visitor().get('/api/ready')).toMatchObject({
    status: 503,
    body: { status: 'unready', database: 'up' },
  })
  const { status, headers } = await own.visitor().get('/api/reference')
  expect([status, headers.get('connection')]).toEqual([200, 'close'])
  await own.close()
})
