import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aProduction, aProject } from './bookings.ts'
import type { TestAnswer } from './client.ts'
import { admits, call, isOpen, rows } from './operation-rows.ts'
import { type Operation, readOperations } from './operations.ts'
import type { TestPerson } from './people.ts'
import { api, callers, nobody, raiseWorld, roleOf, world } from './world.ts'

const { operations } = readOperations()
beforeAll(raiseWorld)
afterAll(() => api.close())

test('every operation has its row, and every row its operation', () => {
  expect(Object.keys(rows).sort()).toEqual(operations.map(({ name }) => name).sort())
})

const operationOf = (name: string): Operation => {
  const operation = operations.find((one) => one.name === name)
  if (!operation) throw new Error(`${name} is not served`)
  return operation
}

/** What an answer says, without the name of its request. */
const said = ({ status, body }: TestAnswer) => ({ status, body: { ...body, instance: undefined } })

const nonsense = { nonsense: true }

describe.each(Object.entries(rows))('%s', (name, row) => {
  test('asks who it is before all else, and admits the named roles alone, whatever is sent', async () => {
    const operation = operationOf(name)
    if (isOpen(operation)) return expect(operation.access).toEqual(['everyone'])
    const refused: unknown[] = []
    for (const caller of callers.filter((one) => !admits(operation, roleOf[one]))) {
      const { status, body } = await call(world[caller], operation, 'not-an-id', nonsense)
      const wanted = caller === 'visitor' ? [401, 'sign-in-required'] : [403, 'wrong-role']
      if (status !== wanted[0] || body?.code !== wanted[1]) refused.push([caller, status, body?.code])
    }
    expect(refused).toEqual([])
  })

  test('says what is wrong with a request before it looks for anything', async () => {
    const operation = operationOf(name)
    const judged = operation.body !== undefined || operation.upload || operation.path.includes('{id}')
    const admitted = callers.find((caller) => caller !== 'visitor' && admits(operation, roleOf[caller]))
    if (!judged || !admitted) return expect(judged && !admitted).toBe(false)
    const { status, body } = await call(world[admitted], operation, 'not-an-id', nonsense)
    expect([status, body.code]).toEqual([400, 'invalid-request'])
    expect(body.errors.length).toBeGreaterThan(0)
  })

  test('what is somebody else’s answers as what does not exist', async () => {
    const operation = operationOf(name)
    if (!row.thing) return expect(operation.path).not.toContain('{')
    const { id, known } = await row.thing()
    const absent = operation.path.includes('{slug}') ? nobody.slug : nobody.id
    const strangers = callers.filter((one) => admits(operation, roleOf[one]) && !known.includes(one))
    for (const stranger of strangers) {
      const theirs = said(await call(world[stranger], operation, id, row.body))
      expect(theirs, stranger).toEqual(said(await call(world[stranger], operation, absent, row.body)))
      expect(theirs.status, stranger).toBe(404)
    }
    for (const knower of known.filter((one) => admits(operation, roleOf[one]))) {
      const { status, body } = await call(world[knower], operation, id, row.body)
      expect([401, 403, 404, 500, 503], `${knower} ${body?.code}`).not.toContain(status)
      const other = await call(world[knower], operation, absent, row.body)
      expect(other.status, knower).toBe(404)
    }
  })
})

test('an account that was suspended is a visitor to every operation', async () => {
  const suspended = await aProduction(api)
  await api.database.ownerDb
    .updateTable('account')
    .set({ state: 'suspended' })
    .where('id', '=', suspended.id)
    .execute()
  for (const operation of operations.filter((one) => !isOpen(one)))
    expect((await call(suspended, operation, nobody.id, rows[operation.name]?.body)).status).toBe(401)
})

test('the gates of a first contact stand in their order: address, then company', async () => {
  const { id } = await aProject(api, world.unverifiedProduction)
  const ask = (person: TestPerson, projectId: string) =>
    person.client.post(
      '/api/bookings',
      { coordinator: world.coordinator.slug, projectId, kind: 'option', message: 'Bonjour' },
      { 'idempotency-key': randomUUID() },
    )
  expect((await ask(world.unverifiedProduction, id)).body.code).toBe('company-not-verified')
  expect((await ask(world.production, id)).body.code).toBe('project-not-found')
  const unproven = await aProduction(api, { emailVerified: false })
  const theirs = await aProject(api, unproven)
  expect((await ask(unproven, theirs.id)).body.code).toBe('email-not-verified')
})
