import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import { signUp } from '../test/people.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

const company = {
  legalName: 'Les Films du Phare fictif',
  country: 'FR',
  registration: '732 829 320 00074',
  agreement: '2642',
  website: 'https://phare.example',
  contactName: 'Ariane Lebrun',
  contactFunction: 'directrice de production',
}

test('a company is described once, unverified, its SIRET kept bare', async () => {
  const { client } = await signUp(api, 'production')
  expect(await client.get('/api/companies/current')).toMatchObject({
    status: 404,
    body: { code: 'company-not-found' },
  })
  const created = await client.post('/api/companies', company)
  expect(created).toMatchObject({
    status: 201,
    body: { registration: '73282932000074', state: 'unverified', contactPhone: null, reason: null },
  })
  expect(await client.get('/api/companies/current')).toMatchObject({ status: 200, body: created.body })
  expect(await client.post('/api/companies', company)).toMatchObject({
    status: 409,
    body: { code: 'company-exists' },
  })
})

describe('what a company says', () => {
  test.each([
    ['a mistyped SIRET', { registration: '73282932000075' }, '/registration'],
    ['a SIREN alone', { registration: '732829320' }, '/registration'],
    ['an unknown country', { country: 'XX' }, '/country'],
    ['an unknown agreement', { agreement: '1234' }, '/agreement'],
    ['a page by http', { website: 'http://phare.example' }, '/website'],
    ['a script as a page', { website: 'javascript:alert(1)' }, '/website'],
    ['a page with a password in it', { website: 'https://me:secret@phare.example' }, '/website'],
    ['no name', { legalName: '  ' }, '/legalName'],
    ['a state of its own choosing', { state: 'verified' }, '/state'],
    ['another account', { accountId: '01980000-0000-7000-8000-000000000001' }, '/accountId'],
  ])('is refused with %s', async (_, more, pointer) => {
    const { client } = await signUp(api, 'production')
    const { status, body } = await client.post('/api/companies', { ...company, ...more })
    expect(status).toBe(400)
    expect(body.errors).toContainEqual(expect.objectContaining({ pointer }))
  })

  test('may come from abroad, with a number of another form', async () => {
    const { client } = await signUp(api, 'production')
    const abroad = {
      ...company,
      country: 'be',
      registration: '0123.456.749',
      agreement: 'foreign',
      website: null,
    }
    expect(await client.post('/api/companies', abroad)).toMatchObject({
      status: 201,
      body: { country: 'BE', registration: '0123.456.749', website: null },
    })
  })

  test('may change, and the trail tells what', async () => {
    const { client, id } = await signUp(api, 'production')
    await client.post('/api/companies', company)
    const changed = await client.put('/api/companies/current', { ...company, contactName: 'Noé Garnier' })
    expect(changed).toMatchObject({ status: 200, body: { contactName: 'Noé Garnier' } })
    const events = await api.database.db
      .selectFrom('event')
      .select(['kind', 'facts'])
      .where('actorId', '=', id)
      .where('subjectKind', '<>', 'account')
      .orderBy('id')
      .execute()
    expect(events.map(({ kind }) => kind)).toEqual(['company.created', 'company.changed'])
    expect(events[1]?.facts).toEqual({ changed: ['contactName'], from: 'unverified', to: 'unverified' })
  })

  test('cannot be changed before it is there', async () => {
    const { client } = await signUp(api, 'production')
    expect(await client.put('/api/companies/current', company)).toMatchObject({
      status: 404,
      body: { code: 'company-not-found' },
    })
  })
})

test('who may not, learns nothing from validation', async () => {
  const { client: coordinator } = await signUp(api, 'coordinator')
  expect((await api.visitor().post('/api/companies', {})).status).toBe(401)
  expect((await coordinator.post('/api/companies', {})).status).toBe(403)
  expect((await coordinator.get('/api/companies/current')).status).toBe(403)
})

test('two first descriptions at once make one company', async () => {
  const { client } = await signUp(api, 'production')
  const answers = await Promise.all([1, 2, 3].map(() => client.post('/api/companies', company)))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409])
})
