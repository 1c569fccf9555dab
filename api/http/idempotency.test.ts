import type { Trx } from '@repere/db'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import { signUp } from '../test/people.ts'
import { doOnce } from './idempotency.ts'

let api: TestApi
let accountId: string
beforeAll(async () => {
  api = await createTestApi({ maxConnections: 30 })
  accountId = (await signUp(api, 'production')).id
})
afterAll(() => api.close())

const once = (key: string, request: unknown = { a: 1 }) => ({ accountId, operation: 'test', request, key })

const countWork = () => {
  let done = 0
  const work = async (_trx: Trx) => {
    done += 1
    return { status: 201 as const, body: { made: done } }
  }
  return { work, done: () => done }
}

test('fifty at once and fifty after with one key are one piece of work with one answer', async () => {
  const { work, done } = countWork()
  const atOnce = await Promise.all(Array.from({ length: 50 }, () => doOnce(api.deps, once('k1'), work)))
  const after = []
  for (let again = 0; again < 50; again += 1) after.push(await doOnce(api.deps, once('k1'), work))
  expect(done()).toBe(1)
  expect(new Set([...atOnce, ...after].map((answer) => JSON.stringify(answer)))).toEqual(
    new Set(['{"status":201,"body":{"made":1}}']),
  )
})

test('another body under the same key is refused', async () => {
  const { work } = countWork()
  await doOnce(api.deps, once('k2'), work)
  await expect(doOnce(api.deps, once('k2', { a: 2 }), work)).rejects.toMatchObject({
    code: 'idempotency-key-reused',
  })
})

test('work that failed leaves its key free', async () => {
  const { work, done } = countWork()
  const failing = doOnce(api.deps, once('k3'), () => Promise.reject(new Error('no')))
  await expect(failing).rejects.toThrow('no')
  await doOnce(api.deps, once('k3', { corrected: true }), work)
  expect(done()).toBe(1)
})

test('a second request that waits for more than a second is told the first is under way', async () => {
  const started = Promise.withResolvers<void>()
  const finish = Promise.withResolvers<void>()
  const slow = doOnce(api.deps, once('k4'), async () => {
    started.resolve()
    await finish.promise
    return { status: 200, body: 'slow' }
  })
  await started.promise
  const { work } = countWork()
  await expect(doOnce(api.deps, once('k4'), work)).rejects.toMatchObject({ code: 'request-in-flight' })
  finish.resolve()
  expect(await slow).toEqual({ status: 200, body: 'slow' })
})

test('stored answers are sealed', async () => {
  await doOnce(api.deps, once('k5'), async () => ({ status: 200, body: 'canary-in-an-answer' }))
  const rows = await api.database.ownerDb.selectFrom('idempotency').selectAll().execute()
  expect(Buffer.concat(rows.map(({ answerSealed }) => answerSealed)).includes('canary-in-an-answer')).toBe(
    false,
  )
})
