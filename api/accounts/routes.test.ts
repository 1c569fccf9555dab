import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApi, freshAddress, type TestApi } from '../test/api.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

const password = 'quatre moulins bleus'

const signUp = (email: string, more: object = {}) => {
  const client = api.visitor()
  const body = { email, password, displayName: 'Inès Quéméneur', role: 'coordinator', locale: 'fr', ...more }
  return { client, answer: client.post('/api/accounts', body) }
}

const tokenIn = (text: string) => /token=([\w-]+)/.exec(text)?.[1]

describe('signing up', () => {
  test('creates an account, signs it in and mails a link that proves the address once', async () => {
    const email = freshAddress()
    const { client, answer } = signUp(email.toUpperCase())
    expect(await answer).toMatchObject({
      status: 201,
      body: { account: { email, role: 'coordinator', emailVerified: false } },
    })
    const [mail] = await api.mailsTo(email)
    const token = tokenIn(mail?.text ?? '')
    expect(await client.post('/api/accounts/verification', { token })).toMatchObject({ status: 204 })
    expect((await client.get('/api/sessions/current')).body.account.emailVerified).toBe(true)
    expect(await client.post('/api/accounts/verification', { token })).toMatchObject({
      status: 400,
      body: { code: 'link-expired' },
    })
  })

  test('a known address is refused, in whatever case it is written', async () => {
    const email = freshAddress()
    await signUp(email).answer
    expect(await signUp(email.toUpperCase()).answer).toMatchObject({
      status: 409,
      body: { code: 'email-taken' },
    })
  })

  test.each([
    ['a registrar', { role: 'registrar' }, '/role'],
    ['a short password', { password: 'trop court' }, '/password'],
    ['a common password', { password: 'motdepasse2027' }, '/password'],
    ['an address that is none', { email: 'nobody' }, '/email'],
    ['an unknown part', { isAdmin: true }, '/isAdmin'],
    ['a NUL in the name', { displayName: 'a\u0000b' }, undefined],
  ])('refuses %s and names the part', async (_, more, pointer) => {
    const { status, body } = await signUp(freshAddress(), more).answer
    expect(status).toBe(400)
    if (pointer) expect(body.errors).toContainEqual(expect.objectContaining({ pointer }))
  })
})

describe('sessions', () => {
  test('signing in and out opens and ends one', async () => {
    const email = freshAddress()
    await signUp(email).answer
    const client = api.visitor()
    expect(await client.post('/api/sessions', { email, password })).toMatchObject({ status: 201 })
    expect((await client.get('/api/sessions/current')).body.account.email).toBe(email)
    const old = client.cookie()
    expect(await client.delete('/api/sessions/current')).toMatchObject({ status: 204 })
    expect((await api.visitor().get('/api/sessions/current', { cookie: old })).body.account).toBeNull()
  })

  test('an unknown address and a wrong password answer alike', async () => {
    const email = freshAddress()
    await signUp(email).answer
    const wrong = await api.visitor().post('/api/sessions', { email, password: 'une autre phrase' })
    const unknown = await api.visitor().post('/api/sessions', { email: freshAddress(), password })
    const { instance: _, ...saidOfWrong } = wrong.body
    const { instance: __, ...saidOfUnknown } = unknown.body
    expect([wrong.status, saidOfWrong]).toEqual([unknown.status, saidOfUnknown])
    expect(wrong.body.code).toBe('wrong-credentials')
  })

  test('only the hash of a token is stored', async () => {
    const { client, answer } = signUp(freshAddress())
    await answer
    const [, token = ''] = client.cookie().split('=')
    const rows = await api.database.ownerDb.selectFrom('session').select('id').execute()
    expect(rows.map(({ id }) => id)).not.toContain(token)
    expect(token).toHaveLength(43)
  })

  test('a session idles out after 14 days and ends after 30 whatever happens', async () => {
    const { client, answer } = signUp(freshAddress())
    await answer
    const start = api.clock.now()
    for (const days of [13, 26]) {
      api.clock.set(new Date(start.getTime() + days * 86_400_000))
      expect((await client.get('/api/sessions/current')).body.account).not.toBeNull()
    }
    api.clock.set(new Date(start.getTime() + 31 * 86_400_000))
    expect((await client.get('/api/sessions/current')).body.account).toBeNull()
    api.clock.set(start)
  })

  test('a new password ends every session', async () => {
    const email = freshAddress()
    const { client, answer } = signUp(email)
    await answer
    expect(await api.visitor().post('/api/password-resets', { email })).toMatchObject({ status: 202 })
    const mails = await api.mailsTo(email)
    const token = tokenIn(mails.find(({ template }) => template === 'reset-password')?.text ?? '')
    const changed = await api
      .visitor()
      .post('/api/password-resets/confirmation', { token, password: 'cinq phares éteints' })
    expect(changed.status).toBe(204)
    expect((await client.get('/api/sessions/current')).body.account).toBeNull()
    expect(
      (await api.visitor().post('/api/sessions', { email, password: 'cinq phares éteints' })).status,
    ).toBe(201)
  })

  test('the owner lists and ends their own sessions, and nobody else’s', async () => {
    const mine = signUp(freshAddress())
    const other = signUp(freshAddress())
    await Promise.all([mine.answer, other.answer])
    const { body } = await other.client.get('/api/me/sessions')
    expect(body.items).toMatchObject([{ current: true }])
    expect((await mine.client.delete(`/api/me/sessions/${body.items[0].id}`)).body.code).toBe(
      'session-not-found',
    )
    expect((await other.client.delete(`/api/me/sessions/${body.items[0].id}`)).status).toBe(204)
    expect((await other.client.get('/api/me/sessions')).status).toBe(401)
  })
})

describe('the house', () => {
  test('an unknown address answers with a problem that names the request', async () => {
    const { status, headers, body } = await api.visitor().get('/api/nothing')
    expect(status).toBe(404)
    expect(headers.get('content-type')).toBe('application/problem+json')
    expect(body).toMatchObject({ code: 'not-found', instance: headers.get('x-request-id') })
  })

  test('broken JSON, another type and an oversized body are told apart', async () => {
    const client = api.visitor()
    expect((await client.post('/api/sessions', '{"email":')).body.code).toBe('malformed-json')
    const plain = { 'content-type': 'text/plain' }
    expect((await client.post('/api/sessions', 'email=a', plain)).body.code).toBe('unsupported-media-type')
    const big = JSON.stringify({ email: 'x'.repeat(1_100_000) })
    expect((await client.post('/api/sessions', big)).body.code).toBe('body-too-large')
  })

  test('another site cannot act in a person’s name', async () => {
    const { client, answer } = signUp(freshAddress())
    await answer
    const forged = await client.put(
      '/api/me/locale',
      { locale: 'en' },
      { origin: 'https://elsewhere.example' },
    )
    expect(forged).toMatchObject({ status: 403, body: { code: 'cross-origin' } })
    expect((await client.put('/api/me/locale', { locale: 'en' })).status).toBe(204)
  })
})
