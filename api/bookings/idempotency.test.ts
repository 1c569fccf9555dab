import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import { aCoordinator, aProduction, aProject, aRequest, type TestCoordinator } from '../test/bookings.ts'
import type { TestPerson } from '../test/people.ts'
import { startServers, type TestServers } from '../test/servers.ts'

let api: TestApi
let servers: TestServers
let phare: TestPerson
let solene: TestCoordinator
let projectId: string

beforeAll(async () => {
  api = await createTestApi({ now: new Date() })
  servers = await startServers(api)
  phare = await aProduction(api)
  solene = await aCoordinator(api)
  projectId = (await aProject(api, phare)).id
})
afterAll(async () => {
  await servers.close()
  await api.close()
})

const count = async () => {
  const { count } = await api.database.db
    .selectFrom('booking')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
const mails = async () =>
  (await api.mailsTo(solene.email)).filter(({ template }) => template === 'request-received').length
const send = (key: string, more = {}) =>
  servers.post(
    phare,
    '/api/bookings',
    { coordinator: solene.slug, projectId, kind: 'option', message: 'Bonjour', ...more },
    { 'idempotency-key': key },
  )

test('one request sent fifty times at once and fifty times after is one booking and one answer', async () => {
  const [key, rows, told] = [randomUUID(), await count(), await mails()]
  const answers = await Promise.all(Array.from({ length: 50 }, () => send(key)))
  for (let again = 0; again < 50; again += 1) answers.push(await send(key))
  const done = answers.filter(({ status }) => status === 201)
  expect(new Set(done.map(({ body }) => JSON.stringify(body))).size).toBe(1)
  for (const { status, body } of answers)
    if (status !== 201) expect(body).toMatchObject({ status: 409, code: 'request-in-flight' })
  expect(done.length).toBeGreaterThanOrEqual(51)
  expect(await count()).toBe(rows + 1)
  expect(await mails()).toBe(told + 1)
})

test('the same key with another body is refused', async () => {
  const key = randomUUID()
  expect((await send(key)).status).toBe(201)
  expect((await send(key, { message: 'Autre chose' })).body).toMatchObject({
    status: 422,
    code: 'idempotency-key-reused',
  })
})

test('without a key nothing is sent', async () => {
  const rows = await count()
  const body = { coordinator: solene.slug, projectId, kind: 'option', message: 'Bonjour' }
  const { status, body: answer } = await phare.client.post('/api/bookings', body)
  expect({ status, code: answer.code }).toEqual({ status: 400, code: 'idempotency-key-required' })
  expect(await count()).toBe(rows)
})

test('a refused request may be corrected under its key', async () => {
  const key = randomUUID()
  expect((await send(key, { phaseIds: [randomUUID()] })).status).toBe(400)
  expect((await send(key)).status).toBe(201)
})

test('a move repeated with its key answers as it did, whatever happened since', async () => {
  const { id } = await aRequest(phare, solene, { id: projectId })
  const key = { 'idempotency-key': randomUUID() }
  const accept = () => servers.post(solene, `/api/bookings/${id}/moves`, { move: 'accept', version: 1 }, key)
  const answers = await Promise.all([accept(), accept(), accept()])
  answers.push(await accept())
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
  const events = await api.database.db
    .selectFrom('event')
    .select('id')
    .where('subjectId', '=', id)
    .where('kind', '=', 'booking.accepted')
    .execute()
  expect(events).toHaveLength(1)
})

test('a key belongs to its account: another’s same key is another request', async () => {
  const other = await aProduction(api)
  const project = await aProject(api, other)
  const key = randomUUID()
  expect((await send(key)).status).toBe(201)
  const theirs = await servers.post(
    other,
    '/api/bookings',
    { coordinator: solene.slug, projectId: project.id, kind: 'option', message: 'Bonjour' },
    { 'idempotency-key': key },
  )
  expect(theirs.status).toBe(201)
})
