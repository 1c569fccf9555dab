import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSession, readSession } from '../sessions/service.ts'
import { createTestApi, type TestApi } from '../test/api.ts'
import { signUp, type TestPerson, testPassword } from '../test/people.ts'
import { enrol, nextCode, whoIs } from '../test/second-factors.ts'
import { resetSecondFactor } from './service.ts'
import { codeAt } from './totp.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

const giveCode = (client: TestPerson['client'], code: string) =>
  client.post('/api/sessions/second-factor', { code })

const begin = async ({ email }: TestPerson) => {
  const client = api.visitor()
  const { status, body } = await client.post('/api/sessions', { email, password: testPassword })
  return { client, status, body }
}

const trailOf = async (id: string) =>
  (
    await api.database.ownerDb
      .selectFrom('event')
      .select('kind')
      .where('subjectId', '=', id)
      .where('kind', 'like', 'second-factor.%')
      .orderBy('id')
      .execute()
  ).map(({ kind }) => kind)

describe('setting it up', () => {
  test('waits until the address is proven: it may be somebody else’s', async () => {
    const person = await signUp(api, 'coordinator', { verified: false })
    const { status, body } = await person.client.post('/api/me/second-factor')
    expect([status, body.code]).toEqual([403, 'email-not-verified'])
  })

  test('leaves no session alive that was being opened meanwhile with the password alone', async () => {
    const person = await signUp(api, 'coordinator')
    const { sessionEpoch } = await api.database.db
      .selectFrom('account')
      .select('sessionEpoch')
      .where('id', '=', person.id)
      .executeTakeFirstOrThrow()
    await enrol(api, person)
    const token = await openSession(api.deps, person.id, sessionEpoch)
    expect(await readSession(api.deps, token)).toBeNull()
    expect(await whoIs(person.client)).toMatchObject({ id: person.id })
  })

  test('shows one secret until a first code is right, then ten recovery codes, once', async () => {
    const person = await signUp(api, 'coordinator')
    expect((await person.client.get('/api/me/second-factor')).body).toEqual({
      state: 'off',
      since: null,
      recoveryCodesLeft: 0,
      enrolling: null,
    })
    const first = await person.client.post('/api/me/second-factor')
    expect(first.status).toBe(201)
    const again = await person.client.post('/api/me/second-factor')
    expect(again.body.enrolling).toEqual(first.body.enrolling)
    const wrong = await person.client.post('/api/me/second-factor/confirmation', { code: '000000' })
    expect(wrong).toMatchObject({ status: 403, body: { code: 'wrong-code' } })
    const { recovery } = await enrol(api, person)
    expect(new Set(recovery).size).toBe(10)
    for (const code of recovery) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
    expect((await person.client.get('/api/me/second-factor')).body).toEqual({
      state: 'on',
      since: api.clock.now().toISOString(),
      recoveryCodesLeft: 10,
      enrolling: null,
    })
    expect(await whoIs(person.client)).toMatchObject({ secondFactor: 'on' })
    expect((await person.client.post('/api/me/second-factor')).body.code).toBe('second-factor-on')
  })

  test('asks who is there when they came in long ago, and hides the secret until then', async () => {
    const { client } = await signUp(api, 'production')
    await client.post('/api/me/second-factor')
    api.clock.advance({ minutes: 11 })
    expect((await client.post('/api/me/second-factor')).body.code).toBe('confirmation-required')
    expect((await client.get('/api/me/second-factor')).body.enrolling).toBeNull()
    const done = await client.post('/api/me/second-factor/confirmation', { code: '123456' })
    expect(done.body.code).toBe('confirmation-required')
    await client.post('/api/me/confirmation', { password: testPassword })
    expect((await client.get('/api/me/second-factor')).body.enrolling.secret).toMatch(/^[A-Z2-7]{32}$/)
  })

  test('ends the sessions opened without it, and tells the owner', async () => {
    const person = await signUp(api, 'coordinator')
    const elsewhere = await begin(person)
    expect(await whoIs(elsewhere.client)).not.toBeNull()
    await enrol(api, person)
    expect(await whoIs(elsewhere.client)).toBeNull()
    expect(await whoIs(person.client)).not.toBeNull()
    expect((await api.mailsTo(person.email)).at(-1)).toMatchObject({ subject: 'Deuxième facteur activé' })
  })

  test('leaves neither the secret nor a code readable in the database', async () => {
    const { id, secret, recovery } = await enrol(api, await signUp(api, 'coordinator'))
    const { ownerDb } = api.database
    const rows = [
      await ownerDb.selectFrom('secondFactor').selectAll().where('accountId', '=', id).execute(),
      await ownerDb.selectFrom('recoveryCode').selectAll().where('accountId', '=', id).execute(),
    ]
    const stored = JSON.stringify(rows, (_, value) =>
      value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
    )
    expect(stored).not.toContain(secret)
    for (const code of recovery) expect(stored).not.toContain(code.replace('-', ''))
    const other = await enrol(api, await signUp(api, 'coordinator'))
    const [moved] = await ownerDb
      .selectFrom('secondFactor')
      .select('secretSealed')
      .where('accountId', '=', other.id)
      .execute()
    const seal = api.deps.sealer.forPurpose(`second-factor:${id}`)
    expect(() => seal.open(moved?.secretSealed ?? Buffer.alloc(0))).toThrow()
  })
})

describe('signing in', () => {
  test('takes two steps: the password opens no session, the code does', async () => {
    const person = await enrol(api, await signUp(api, 'coordinator'))
    const { client, status, body } = await begin(person)
    expect([status, body]).toEqual([202, { next: 'second-factor' }])
    expect(await whoIs(client)).toBeNull()
    expect((await client.get('/api/me/sessions')).body.code).toBe('sign-in-required')
    const done = await giveCode(client, nextCode(api, person))
    expect([done.status, done.body.account.id]).toEqual([201, person.id])
    expect(await whoIs(client)).toMatchObject({ id: person.id })
    expect(client.cookie()).not.toContain('repere_sign_in')
  })

  test('takes no code twice, nor an earlier one', async () => {
    const person = await enrol(api, await signUp(api, 'coordinator'))
    const enrolledWith = codeAt(person.secret, api.clock.now())
    expect((await giveCode((await begin(person)).client, enrolledWith)).body.code).toBe('wrong-code')
    const code = nextCode(api, person)
    expect((await giveCode((await begin(person)).client, code)).status).toBe(201)
    expect((await giveCode((await begin(person)).client, code)).body.code).toBe('wrong-code')
    expect((await giveCode((await begin(person)).client, enrolledWith)).body.code).toBe('wrong-code')
  })

  test('takes one of twenty equal codes that come at once', async () => {
    const person = await enrol(api, await signUp(api, 'coordinator'))
    const code = nextCode(api, person)
    const begun = await Promise.all(Array.from({ length: 20 }, () => begin(person)))
    const answers = await Promise.all(begun.map(({ client }) => giveCode(client, code)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  })

  test('takes a recovery code once, however it is typed, and says so by mail', async () => {
    const person = await enrol(api, await signUp(api, 'coordinator'))
    const [code = ''] = person.recovery
    const typed = code.toLowerCase().replace('-', ' ')
    expect((await giveCode((await begin(person)).client, typed)).status).toBe(201)
    expect((await giveCode((await begin(person)).client, code)).body.code).toBe('wrong-code')
    expect((await api.mailsTo(person.email)).at(-1)).toMatchObject({ subject: 'Un code de secours a servi' })
    const { client } = await begin(person)
    await giveCode(client, nextCode(api, person))
    expect((await client.get('/api/me/second-factor')).body.recoveryCodesLeft).toBe(9)
    expect(await trailOf(person.id)).toEqual(['second-factor.on', 'second-factor.recovery-used'])
  })

  test('forgets the password after five minutes, five wrong codes, or another password', async () => {
    const person = await enrol(api, await signUp(api, 'coordinator'))
    const late = await begin(person)
    api.clock.advance({ minutes: 5 })
    expect((await giveCode(late.client, codeAt(person.secret, api.clock.now()))).body.code).toBe(
      'sign-in-expired',
    )
    const tried = await begin(person)
    for (let attempt = 0; attempt < 5; attempt += 1)
      expect((await giveCode(tried.client, '000000')).body.code).toBe('wrong-code')
    expect((await giveCode(tried.client, nextCode(api, person))).body.code).toBe('sign-in-expired')
    const changed = await begin(person)
    await api.database.ownerDb
      .updateTable('account')
      .set((eb) => ({ sessionEpoch: eb('sessionEpoch', '+', 1) }))
      .where('id', '=', person.id)
      .execute()
    expect((await giveCode(changed.client, nextCode(api, person))).body.code).toBe('sign-in-expired')
    expect((await giveCode(api.visitor(), '123456')).body.code).toBe('sign-in-expired')
  })

  test('says of a wrong password and of an unknown address the same as without it', async () => {
    const person = await enrol(api, await signUp(api, 'coordinator'))
    const wrong = await api
      .visitor()
      .post('/api/sessions', { email: person.email, password: 'trois moulins' })
    const unknown = await api
      .visitor()
      .post('/api/sessions', { email: 'nobody@example.test', password: 'trois moulins' })
    const said = ({ status, body }: typeof wrong) => [status, { ...body, instance: '' }]
    expect(said(wrong)).toEqual(said(unknown))
  })
})

describe('later', () => {
  test('a code proves again who is there', async () => {
    const person = await enrol(api, await signUp(api, 'coordinator'))
    api.clock.advance({ minutes: 11 })
    const both = { password: testPassword, code: '123456' }
    expect((await person.client.post('/api/me/confirmation', both)).status).toBe(400)
    expect((await person.client.post('/api/me/confirmation', {})).status).toBe(400)
    expect((await person.client.post('/api/me/confirmation', { code: '000000' })).body.code).toBe(
      'wrong-code',
    )
    const right = await person.client.post('/api/me/confirmation', { code: nextCode(api, person) })
    expect(right.status).toBe(204)
  })

  test('new recovery codes replace the old ones', async () => {
    const person = await enrol(api, await signUp(api, 'coordinator'))
    const { body } = await person.client.post('/api/me/second-factor/recovery-codes', {
      code: nextCode(api, person),
    })
    expect(body.recoveryCodes).toHaveLength(10)
    expect((await giveCode((await begin(person)).client, person.recovery[3] ?? '')).body.code).toBe(
      'wrong-code',
    )
    expect((await giveCode((await begin(person)).client, body.recoveryCodes[3])).status).toBe(201)
  })

  test('turning it off asks for the password and a code, and then one step is enough', async () => {
    const person = await enrol(api, await signUp(api, 'coordinator'))
    const off = (body: object) => person.client.post('/api/me/second-factor/removal', body)
    expect((await off({ password: 'trois moulins', code: nextCode(api, person) })).body.code).toBe(
      'wrong-password',
    )
    expect((await off({ password: testPassword, code: '000000' })).body.code).toBe('wrong-code')
    expect((await off({ password: testPassword, code: nextCode(api, person) })).status).toBe(204)
    expect((await begin(person)).status).toBe(201)
    expect(await trailOf(person.id)).toEqual(['second-factor.on', 'second-factor.off'])
    expect((await api.mailsTo(person.email)).at(-1)).toMatchObject({ subject: 'Deuxième facteur désactivé' })
  })

  test('the operator resets it: every session ends, and the password alone signs in', async () => {
    const person = await enrol(api, await signUp(api, 'coordinator'))
    expect(await resetSecondFactor(api.deps, person.email.toUpperCase())).toBe(true)
    expect(await whoIs(person.client)).toBeNull()
    expect((await begin(person)).status).toBe(201)
    expect(await trailOf(person.id)).toEqual(['second-factor.on', 'second-factor.reset'])
    expect(await resetSecondFactor(api.deps, person.email)).toBe(false)
  })
})
