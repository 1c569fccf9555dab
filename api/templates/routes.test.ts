import { seedReference } from '@repere/db/seeds/reference.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import { aRegistrar, type TestPerson } from '../test/people.ts'

let api: TestApi
let registrar: TestPerson
beforeAll(async () => {
  api = await createTestApi()
  registrar = await aRegistrar(api)
})
afterAll(() => api.close())

const path = '/api/registrar/templates'
const words = {
  nameFr: 'Date absente',
  nameEn: 'No date',
  textFr: 'La date manque, {person}.',
  textEn: 'The date is missing, {person}.',
  withdrawalCode: null,
}
const add = (more: object = {}) =>
  registrar.client.post(path, { purpose: 'credential-refuse', ...words, ...more })

test('templates are seeded, one or more for each purpose', async () => {
  const { items } = (await registrar.client.get(path)).body
  expect(items.length).toBeGreaterThanOrEqual(20)
  expect(items[0]).toMatchObject({ version: 1, textFr: expect.stringContaining('{') })
})

test('a template is added, edited and retired, and its history says which fields changed', async () => {
  const { status, body } = await add()
  expect(status).toBe(201)
  const one = `${path}/${body.id}`
  const edited = await registrar.client.put(one, { ...words, textEn: 'No date, {person}.', version: 1 })
  expect(edited).toMatchObject({ status: 200, body: { version: 2, textEn: 'No date, {person}.' } })
  const { history } = (await registrar.client.get(one)).body
  expect(history).toMatchObject([
    { kind: 'template.edited', by: registrar.id, changed: ['textEn'] },
    { kind: 'template.added', by: registrar.id, changed: [] },
  ])
  expect((await registrar.client.delete(one)).status).toBe(204)
  for (const answer of [await registrar.client.get(one), await registrar.client.delete(one)])
    expect(answer).toMatchObject({ status: 404, body: { code: 'template-not-found' } })
  const { items } = (await registrar.client.get(path)).body
  expect(items.map(({ id }: { id: string }) => id)).not.toContain(body.id)
})

test('of two registrars who edit at once the second is told', async () => {
  const { body } = await add()
  const save = (textFr: string) =>
    registrar.client.put(`${path}/${body.id}`, { ...words, textFr, version: 1 })
  expect((await save('Premier.')).status).toBe(200)
  expect(await save('Second.')).toMatchObject({ status: 409, body: { code: 'template-changed' } })
})

test.each([
  ['a place that credentials lack', { textFr: 'Bonjour {company}' }, '/textFr'],
  ['no English', { textEn: ' ' }, '/textEn'],
  ['a text longer than a reason', { textFr: 'x'.repeat(401) }, '/textFr'],
  ['a code without a withdrawal', { withdrawalCode: 'document-false' }, '/withdrawalCode'],
  ['an unknown purpose', { purpose: 'credential-verify' }, '/purpose'],
])('a template with %s is refused', async (_, more, pointer) => {
  const { status, body } = await add(more)
  expect(status).toBe(400)
  expect(body.errors).toContainEqual(expect.objectContaining({ pointer }))
})

test('what the seeds brought and a registrar retired stays retired at the next start', async () => {
  const [first] = (await registrar.client.get(path)).body.items
  await registrar.client.delete(`${path}/${first.id}`)
  await seedReference(api.database.ownerDb)
  const { items } = (await registrar.client.get(path)).body
  expect(items.map(({ id }: { id: string }) => id)).not.toContain(first.id)
})
