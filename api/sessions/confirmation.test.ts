import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import { signUp, testPassword } from '../test/people.ts'
import { readSession, requireFresh } from './service.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

const refusal = async (work: () => unknown): Promise<string | undefined> => {
  try {
    await work()
  } catch (problem) {
    return (problem as { code?: string }).code
  }
}

/** What the gate says to the holder of a cookie. */
const gate = (cookie: string) =>
  refusal(async () => {
    const account = await readSession(api.deps, cookie.split('=')[1] ?? '')
    if (account) requireFresh(api.deps, account)
    else throw new Error('nobody')
  })

test('who just came in may go on for ten minutes, then proves again who they are', async () => {
  const { client } = await signUp(api, 'coordinator')
  expect(await gate(client.cookie())).toBeUndefined()
  api.clock.advance({ minutes: 9.9 })
  expect(await gate(client.cookie())).toBeUndefined()
  api.clock.advance({ minutes: 0.1 })
  expect(await gate(client.cookie())).toBe('confirmation-required')
  expect((await client.post('/api/me/confirmation', { password: testPassword })).status).toBe(204)
  expect(await gate(client.cookie())).toBeUndefined()
})

test('a wrong password proves nothing, and a proof counts in its own session alone', async () => {
  const { client, email, id } = await signUp(api, 'production')
  const elsewhere = api.visitor()
  await elsewhere.post('/api/sessions', { email, password: testPassword })
  api.clock.advance({ minutes: 11 })
  const wrong = await client.post('/api/me/confirmation', { password: 'trois moulins bleus' })
  expect(wrong).toMatchObject({
    status: 403,
    body: { code: 'wrong-password', errors: [{ pointer: '/password' }] },
  })
  expect(await gate(client.cookie())).toBe('confirmation-required')
  await client.post('/api/me/confirmation', { password: testPassword })
  expect(await gate(client.cookie())).toBeUndefined()
  expect(await gate(elsewhere.cookie())).toBe('confirmation-required')
  const trail = await api.database.ownerDb
    .selectFrom('event')
    .select(['kind', 'facts'])
    .where('actorId', '=', id)
    .where('kind', '=', 'session.confirmed')
    .execute()
  expect(trail).toEqual([{ kind: 'session.confirmed', facts: { by: 'password' } }])
})
