import { ownTables } from '@repere/db'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eraseAccount } from '../erasure/service.ts'
import { listOwnRows } from '../exports/repository.ts'
import { createTestApi, type TestApi } from '../test/api.ts'
import { aCoordinator, aProduction, aProject, aRequest } from '../test/bookings.ts'
import { aRegistrar, signUp, type TestPerson } from '../test/people.ts'

let api: TestApi
let registrar: TestPerson
beforeAll(async () => {
  api = await createTestApi()
  registrar = await aRegistrar(api)
})
afterAll(() => api.close())

const declare = async () => {
  const owner = await signUp(api, 'coordinator')
  const { body } = await owner.client.post('/api/me/credentials', { code: 'IC-IPA' })
  return { owner, id: body.id as string }
}
const ask = (id: string, body = 'Quel numéro ?') =>
  registrar.client.post(`/api/registrar/credentials/${id}/questions`, { body })
const answer = ({ client }: TestPerson, id: string, body = 'Le 17.') =>
  client.post(`/api/me/credentials/${id}/answers`, { body })
const queue = async (state: string) => {
  const { items } = (await registrar.client.get(`/api/registrar/credentials?state=${state}&perPage=50`)).body
  return items as { id: string; thread: unknown }[]
}
const stands = async (id: string) => {
  for (const state of ['declared', 'asked', 'refused', 'confirmed'])
    if ((await queue(state)).some((item) => item.id === id)) return state
  return undefined
}

describe('a question about a credential', () => {
  test('makes it wait for its owner, and their answer brings it back to its place', async () => {
    const { owner, id } = await declare()
    await declare()
    expect(await ask(id)).toMatchObject({
      status: 201,
      body: { askedAt: api.clock.now().toISOString(), answeredAt: null, open: true },
    })
    expect(await stands(id)).toBe('asked')
    expect((await registrar.client.get('/api/registrar/desk')).body.credentials).toMatchObject({ asked: 1 })
    const mine = async () => (await owner.client.get('/api/me/credentials')).body.items[0].thread
    expect(await mine()).toMatchObject({ open: true, messages: [{ by: 'registrar', body: 'Quel numéro ?' }] })
    expect((await answer(owner, id)).status).toBe(201)
    expect(await stands(id)).toBe('declared')
    expect((await queue('declared'))[0]?.id).toBe(id)
    expect(await mine()).toMatchObject({
      askedAt: null,
      messages: [{ by: 'registrar' }, { by: 'owner', body: 'Le 17.' }],
    })
  })

  test('is told by a mail without its words, once until it is answered', async () => {
    const { owner, id } = await declare()
    const told = async () =>
      (await api.mailsTo(owner.email)).filter(({ template }) => template === 'inquiry-asked')
    await ask(id, 'Un mot secret.')
    await ask(id, 'Encore un.')
    expect(await told()).toMatchObject([{ subject: expect.stringMatching(/^Une question du registre/) }])
    expect(JSON.stringify(await told())).not.toMatch(/secret/)
    await answer(owner, id)
    await ask(id)
    expect(await told()).toHaveLength(2)
  })

  test('is closed by a decision, and can be asked again after one', async () => {
    const { owner, id } = await declare()
    await ask(id)
    api.clock.advance({ minutes: 1 })
    await registrar.client.post(`/api/registrar/credentials/${id}/decisions`, {
      decision: 'refuse',
      reason: 'Sans réponse.',
    })
    expect(await stands(id)).toBe('refused')
    expect(await answer(owner, id)).toMatchObject({ status: 409, body: { code: 'nothing-asked' } })
    api.clock.advance({ minutes: 1 })
    await ask(id)
    // What is decided keeps its list; its owner is asked all the same.
    expect(await stands(id)).toBe('refused')
    expect((await answer(owner, id)).status).toBe(201)
  })

  test('is answered by its owner alone, who cannot begin a thread', async () => {
    const { owner, id } = await declare()
    expect(await answer(owner, id)).toMatchObject({ status: 409, body: { code: 'nothing-asked' } })
    await ask(id)
    const { owner: stranger } = await declare()
    expect(await answer(stranger, id)).toMatchObject({ status: 404, body: { code: 'credential-not-found' } })
    expect(await answer(owner, id, '  ')).toMatchObject({ status: 400 })
    expect(await answer(owner, id, 'x'.repeat(1_001))).toMatchObject({ status: 400 })
  })

  test('is in the trail without its words, and sealed at rest', async () => {
    const { owner, id } = await declare()
    await ask(id, 'Question-Zorille')
    await answer(owner, id, 'Réponse-Zorille')
    const lines = await api.database.db
      .selectFrom('event')
      .select(['kind', 'actorId', 'facts'])
      .where('subjectId', '=', id)
      .where('kind', 'like', 'inquiry.%')
      .orderBy('id')
      .execute()
    expect(lines).toEqual([
      { kind: 'inquiry.asked', actorId: registrar.id, facts: { again: false } },
      { kind: 'inquiry.answered', actorId: owner.id, facts: {} },
    ])
    const { rows } = await api.database.ownerDb
      .selectFrom('inquiryMessage')
      .select('bodySealed')
      .execute()
      .then((found) => ({ rows: found.map(({ bodySealed }) => bodySealed.toString('latin1')) }))
    expect(rows.join()).not.toContain('Zorille')
  })
})

test('a question about a company works alike, whatever its state', async () => {
  const production = await aProduction(api, { verified: false })
  const { id } = (await production.client.get('/api/companies/current')).body
  expect(await production.client.post('/api/companies/current/answers', { body: 'Moi.' })).toMatchObject({
    status: 409,
    body: { code: 'nothing-asked' },
  })
  await registrar.client.post(`/api/registrar/companies/${id}/questions`, { body: 'Qui êtes-vous ?' })
  const listed = async (state: string) =>
    (await registrar.client.get(`/api/registrar/companies?state=${state}&perPage=50`)).body.items.map(
      (item: { id: string }) => item.id,
    )
  expect(await listed('asked')).toContain(id)
  expect(await listed('unverified')).not.toContain(id)
  expect((await registrar.client.get('/api/registrar/desk')).body.companies).toMatchObject({ asked: 1 })
  expect((await production.client.get('/api/companies/current')).body.thread).toMatchObject({ open: true })
  await production.client.post('/api/companies/current/answers', { body: 'La productrice.' })
  expect(await listed('unverified')).toContain(id)
})

test('threads are handed out to their owner, and gone with them', async () => {
  const production = await aProduction(api)
  const coordinator = await aCoordinator(api)
  await aRequest(production, coordinator, await aProject(api, production))
  const { id } = (await production.client.get('/api/companies/current')).body
  api.clock.advance({ minutes: 1 })
  await registrar.client.post(`/api/registrar/companies/${id}/questions`, { body: 'Qui êtes-vous ?' })
  await production.client.post('/api/companies/current/answers', { body: 'Inès.' })
  const tables = ['inquiry', 'inquiryMessage'] as const
  const left = async () => {
    const rows = await api.database.ownerDb
      .selectFrom('inquiry')
      .select('id')
      .where('companyId', '=', id)
      .execute()
    return rows.length
  }
  const owned = await Promise.all(
    tables.map((table) =>
      api.database.ownerDb
        .transaction()
        .execute((trx) =>
          listOwnRows(
            trx,
            table,
            ownTables().find((one) => one.table === table)?.columns ?? [],
            production.id,
          ),
        ),
    ),
  )
  expect(owned.map((rows) => rows.length)).toEqual([1, 2])
  expect(await left()).toBe(1)
  expect(await eraseAccount(api.deps, production.id, 'operator')).toBe(true)
  expect(await left()).toBe(0)
})
