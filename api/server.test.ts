import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { createTestDatabase, type TestDatabase } from '@repere/db/test/database.ts'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createTestApi } from './test/api.ts'
import { aCoordinator } from './test/bookings.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const begun = new Set<ChildProcess>()
afterAll(() => {
  for (const child of begun) child.kill('SIGKILL')
})

/** Begins one of our processes as `start` does: with a channel, and a free port. */
const begin = (file: string, env: Record<string, string> = {}) => {
  const { PATH = '' } = process.env
  const child = fork(new URL(file, import.meta.url), {
    env: {
      PATH,
      PORT: '0',
      DATABASE_URL: database.url,
      SEARCH_ENGINE: 'postgres',
      APP_SECRET: 'a secret that only tests know, long enough',
      LOG_LEVEL: 'error',
      ...env,
    },
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  begun.add(child)
  const said: string[] = []
  child.stderr?.on('data', (bytes) => said.push(String(bytes)))
  child.stdout?.on('data', (bytes) => said.push(String(bytes)))
  return { child, said: () => said.join('') }
}

const readyPort = async (child: ChildProcess): Promise<number> => {
  const [message] = await once(child, 'message')
  expect(message).toMatchObject({ ready: true })
  return (message as { port: number }).port
}

test('the server says its port, answers on this machine, and ends cleanly when asked', async () => {
  const { child, said } = begin('./server.ts')
  const port = await readyPort(child)
  const answer = await fetch(`http://127.0.0.1:${port}/api/ready`)
  expect([answer.status, await answer.json()]).toMatchObject([200, { status: 'ready', database: 'up' }])
  child.kill('SIGTERM')
  expect(await once(child, 'exit'), said()).toEqual([0, null])
})

test('a request under way when the end comes is answered, and the next one refused', async () => {
  const { child, said } = begin('./server.ts')
  const port = await readyPort(child)
  const body = '{"email":"nobody@example.test","password":"a password nobody has"}'
  const slow = request({
    host: '127.0.0.1',
    port,
    path: '/api/sessions',
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-length': body.length },
  })
  const answered = once(slow, 'response')
  // The server knows of the request and waits for the rest of it while it is asked to end.
  slow.write(body.slice(0, 20))
  await fetch(`http://127.0.0.1:${port}/api/health`)
  child.kill('SIGTERM')
  await expect.poll(() => fetch(`http://127.0.0.1:${port}/api/health`).catch(() => 'refused')).toBe('refused')
  slow.end(body.slice(20))
  const [answer] = await answered
  expect([answer.statusCode, answer.headers.connection]).toEqual([401, 'close'])
  answer.resume()
  expect(await once(child, 'exit'), said()).toEqual([0, null])
})

test('the worker tells the search server who was published, and stays at it', async () => {
  const api = await createTestApi()
  const { url, key } = inject('meili')
  const { child, said } = begin('./worker.ts', {
    DATABASE_URL: api.database.url,
    SEARCH_ENGINE: 'meilisearch',
    MEILI_URL: url,
    MEILI_KEY: key,
  })
  await readyPort(child)
  const waiting = async () =>
    (await api.database.ownerDb.selectFrom('searchDirty').selectAll().execute()).length
  for (let published = 0; published < 2; published += 1) {
    await aCoordinator(api)
    await expect.poll(waiting, { timeout: 5_000 }).toBe(0)
  }
  child.kill('SIGTERM')
  expect(await once(child, 'exit'), said()).toEqual([0, null])
  await api.close()
})

test('the worker ends cleanly when its parent goes away', async () => {
  const { child, said } = begin('./worker.ts')
  await readyPort(child)
  child.disconnect()
  expect(await once(child, 'exit'), said()).toEqual([0, null])
})

test.each(['./server.ts', './worker.ts'])('a wrong variable stops %s with one sentence', async (file) => {
  const { child, said } = begin(file, { DATABASE_URL: 'mysql://somewhere' })
  expect(await once(child, 'exit')).toEqual([1, null])
  expect(said()).toMatch(/^DATABASE_URL must be [^\n]+\.\n$/)
})
