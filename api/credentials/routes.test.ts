import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import { signUp } from '../test/people.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

const path = '/api/me/credentials'
const cqp = { code: 'IC-CQP-FR', number: 'NUMBER-17', issuedOn: '2026-06-30', expiresOn: null }

/** What no path of the owner can do: a registrar's decision, as the desk would write it. */
const decide = async (credentialId: string, decision: 'confirm' | 'refuse' | 'withdraw', reason = '') => {
  await api.database.db
    .insertInto('credentialDecision')
    .values({ credentialId, decision, reason, decidedBy: credentialId, decidedAt: api.clock.now() })
    .execute()
}

const coordinator = async () => (await signUp(api, 'coordinator')).client

describe('a credential', () => {
  test('may be declared before anything else is said', async () => {
    const client = await coordinator()
    expect((await client.get(path)).body).toEqual({ items: [], total: 0, page: 1, perPage: 1 })
    const declared = await client.post(path, cqp)
    expect(declared).toMatchObject({
      status: 201,
      body: { ...cqp, state: 'declared', shown: true, refused: false, endsOn: null, decision: null },
    })
    expect((await client.get(path)).body.items).toEqual([declared.body])
  })

  test('is declared once', async () => {
    const client = await coordinator()
    await client.post(path, cqp)
    expect(await client.post(path, { ...cqp, number: null })).toMatchObject({
      status: 409,
      body: { code: 'credential-declared' },
    })
  })

  test('that is being created cannot be held', async () => {
    const client = await coordinator()
    const { code } = await api.database.db
      .selectFrom('credentialType')
      .select('code')
      .where('status', '=', 'in-creation')
      .executeTakeFirstOrThrow()
    expect(await client.post(path, { code })).toMatchObject({
      status: 409,
      body: { code: 'credential-in-creation' },
    })
  })

  test.each([
    ['outside the catalogue', { code: 'IC-NONE' }, '/code'],
    ['without a code', { code: undefined }, '/code'],
    ['from the day after tomorrow', { issuedOn: '2027-02-03' }, '/issuedOn'],
    ['that ends before it begins', { expiresOn: '2026-06-29' }, '/expiresOn'],
    ['of a day that does not exist', { issuedOn: '2026-02-30' }, '/issuedOn'],
    ['with a state', { state: 'confirmed' }, '/state'],
    ['with a decision', { validUntil: '2030-01-01' }, '/validUntil'],
  ])('%s is refused', async (_, more, pointer) => {
    const { status, body } = await (await coordinator()).post(path, { ...cqp, ...more })
    expect(status).toBe(400)
    expect(body.errors).toContainEqual(expect.objectContaining({ pointer }))
  })

  test('expires by the clock, the day after it ends', async () => {
    const client = await coordinator()
    await client.post(path, { ...cqp, expiresOn: '2027-02-01' })
    const stateNow = async () => (await client.get(path)).body.items[0].state
    expect(await stateNow()).toBe('declared')
    const start = api.clock.now()
    api.clock.set(new Date('2027-02-02T00:00:00Z'))
    expect(await stateNow()).toBe('expired')
    api.clock.set(start)
  })
})

describe('taking a credential back', () => {
  test('frees its code, and the row stays for the registry', async () => {
    const client = await coordinator()
    const { body } = await client.post(path, cqp)
    expect((await client.delete(`${path}/${body.id}`)).status).toBe(204)
    expect((await client.get(path)).body.total).toBe(0)
    expect((await client.post(path, cqp)).status).toBe(201)
    const row = await api.database.db
      .selectFrom('credential')
      .select('removedAt')
      .where('id', '=', body.id)
      .executeTakeFirst()
    expect(row?.removedAt).toEqual(api.clock.now())
  })

  test('is for its owner alone: others and nobody get the same answer', async () => {
    const { body } = await (await coordinator()).post(path, cqp)
    const stranger = await coordinator()
    const nobody = '01980000-0000-7000-8000-000000000001'
    const answers = await Promise.all([body.id, nobody].map((id) => stranger.delete(`${path}/${id}`)))
    for (const answer of answers)
      expect(answer).toMatchObject({ status: 404, body: { code: 'credential-not-found' } })
    expect((await stranger.delete(`${path}/17`)).status).toBe(400)
  })

  test('is not possible once withdrawn, so that a withdrawal cannot be laundered', async () => {
    const client = await coordinator()
    const { body } = await client.post(path, cqp)
    await decide(body.id, 'confirm')
    await decide(body.id, 'withdraw', 'document-false')
    expect(await client.delete(`${path}/${body.id}`)).toMatchObject({
      status: 409,
      body: { code: 'credential-withdrawn' },
    })
    expect((await client.get(path)).body.items).toMatchObject([
      { state: 'withdrawn', shown: false, decision: { decision: 'withdraw', reason: 'document-false' } },
    ])
  })

  test('does not bring a refused declaration back unchanged', async () => {
    const client = await coordinator()
    const { body } = await client.post(path, cqp)
    await decide(body.id, 'refuse', 'name differs')
    expect((await client.get(path)).body.items).toMatchObject([
      { state: 'declared', refused: true, shown: false, decision: { reason: 'name differs' } },
    ])
    await client.delete(`${path}/${body.id}`)
    expect(await client.post(path, cqp)).toMatchObject({ status: 409, body: { code: 'credential-refused' } })
    expect((await client.post(path, { ...cqp, number: 'NUMBER-18' })).status).toBe(201)
  })
})

test('only coordinators have credentials', async () => {
  const { client: production } = await signUp(api, 'production')
  expect((await api.visitor().post(path, {})).status).toBe(401)
  expect((await production.post(path, {})).status).toBe(403)
  expect((await production.get(path)).status).toBe(403)
  expect((await production.delete(`${path}/17`)).status).toBe(403)
})

test('what was declared and taken back is in the trail, without its number', async () => {
  const { client, id } = await signUp(api, 'coordinator')
  const { body } = await client.post(path, cqp)
  await client.delete(`${path}/${body.id}`)
  const events = await api.database.db
    .selectFrom('event')
    .select(['kind', 'subjectId', 'facts'])
    .where('actorId', '=', id)
    .where('subjectKind', '<>', 'account')
    .orderBy('id')
    .execute()
  expect(events).toEqual([
    { kind: 'credential.declared', subjectId: body.id, facts: { code: 'IC-CQP-FR' } },
    { kind: 'credential.removed', subjectId: body.id, facts: { code: 'IC-CQP-FR' } },
  ])
})
