import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import { aProduction } from '../test/bookings.ts'
import { signUp } from '../test/people.ts'
import { sweep } from './service.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

const count = async (
  table:
    | 'account'
    | 'coordinator'
    | 'company'
    | 'mail'
    | 'session'
    | 'accountToken'
    | 'idempotency'
    | 'rateLimit',
) => {
  const { rows } = await api.database.ownerDb
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow()
  return rows
}

test('an account whose address nobody proved is gone after seven days with all it wrote, and in the trail by its id', async () => {
  const proven = await signUp(api, 'coordinator')
  const unproven = await signUp(api, 'coordinator', { verified: false })
  await unproven.client.put('/api/me/profile', {
    displayName: 'Nobody',
    disciplines: ['intimacy'],
    languages: [],
  })
  await aProduction(api, { verified: false, emailVerified: false })
  api.clock.advance({ days: 6.9 })
  await sweep(api.deps)
  expect(await count('account')).toBe(3)
  api.clock.advance({ days: 0.2 })
  await sweep(api.deps)
  expect([await count('account'), await count('coordinator'), await count('company')]).toEqual([1, 0, 0])
  expect((await unproven.client.get('/api/sessions/current')).body.account).toBeNull()
  expect((await proven.client.get('/api/sessions/current')).body.account.id).toBe(proven.id)
  const { facts } = await api.database.db
    .selectFrom('event')
    .select('facts')
    .where('subjectId', '=', unproven.id)
    .where('kind', '=', 'account.erased')
    .executeTakeFirstOrThrow()
  expect(facts).toMatchObject({ because: 'unproven' })
})

test('answers, links, counters, ended sessions and bodies of mail have their time', async () => {
  const { id } = await signUp(api, 'production')
  await api.deps.limits.spend('sign-up', ['somebody'])
  await api.database.ownerDb
    .insertInto('idempotency')
    .values({
      accountId: id,
      operation: 'test',
      key: 'k',
      requestDigest: '',
      status: 200,
      answerSealed: Buffer.alloc(30),
      createdAt: api.clock.now(),
    })
    .execute()
  await api.database.ownerDb.updateTable('mail').set({ state: 'kept', sentAt: api.clock.now() }).execute()
  const kept = async () => [
    await count('idempotency'),
    await count('accountToken'),
    await count('session'),
    (await api.mailsTo((await address(id)) ?? '')).length,
  ]
  await sweep(api.deps)
  const [answers, links = 0, sessions = 0, bodies] = await kept()
  expect([answers, links > 0, sessions > 0, bodies]).toEqual([1, true, true, 1])
  api.clock.advance({ days: 1.1 })
  await sweep(api.deps)
  expect((await kept())[0]).toBe(0)
  api.clock.advance({ days: 40 })
  await sweep(api.deps)
  expect(await kept()).toEqual([0, 0, 0, 0])
  expect(await count('rateLimit')).toBe(0)
  expect(await count('mail')).toBeGreaterThan(0)
})

const address = async (id: string) =>
  (await api.database.ownerDb.selectFrom('account').select('email').where('id', '=', id).executeTakeFirst())
    ?.email
