import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import { catalogueDesk, cataloguePath as desk } from '../test/catalogue.ts'
import { aRegistrar, signUp, type TestPerson } from '../test/people.ts'

let api: TestApi
let registrar: TestPerson
beforeAll(async () => {
  api = await createTestApi()
  registrar = await aRegistrar(api)
})
afterAll(() => api.close())

const { edit, find, newSkill, retire } = catalogueDesk(() => registrar)

const reference = async () => (await api.visitor().get('/api/reference')).body

describe('an entry', () => {
  test('is added at the end, once per code', async () => {
    const fields = { list: 'tools', nameFr: 'Outil', nameEn: 'Tool', url: 'https://tool.example' }
    const added = await registrar.client.post(desk, { code: 'new-tool', fields })
    expect(added).toMatchObject({ status: 201, body: { code: 'new-tool', version: 1, place: 7 } })
    expect(await registrar.client.post(desk, { code: 'new-tool', fields })).toMatchObject({
      status: 409,
      body: { code: 'code-taken' },
    })
    expect((await reference()).tools.at(-1)).toMatchObject({
      code: 'new-tool',
      nameEn: 'Tool',
      retired: false,
    })
  })

  test.each([['two words'], ['-start'], ['é'], ['x'.repeat(41)], ['']])(
    'has a plain code, not %j',
    async (code) => {
      const fields = { list: 'tools', nameFr: 'Outil', nameEn: 'Tool', url: null }
      expect(await registrar.client.post(desk, { code, fields })).toMatchObject({
        status: 400,
        body: { errors: [{ pointer: '/code' }] },
      })
    },
  )

  test('moves within its list, and the others close up', async () => {
    const last = await find('LABEL-OTV')
    const moved = await registrar.client.put(`${desk}/${last.id}/place`, { version: last.version, place: 2 })
    expect(moved).toMatchObject({ status: 200, body: { place: 2 } })
    const codes = (await reference()).labels.map(({ code }: { code: string }) => code)
    expect(codes.slice(0, 3)).toEqual(['LABEL-ECOPROD', 'LABEL-OTV', 'LABEL-ALBERT'])
  })

  test('that is retired is no longer offered, and stays with who has it', async () => {
    const skill = await newSkill()
    const keeper = await signUp(api, 'coordinator')
    const save = (person: TestPerson) =>
      person.client.put('/api/me/profile', {
        displayName: 'Inès',
        disciplines: ['intimacy'],
        specialisms: [skill.code],
      })
    expect((await save(keeper)).status).toBe(200)
    const retired = await retire(skill, 1)
    expect(retired).toMatchObject({ status: 200, body: { retired: true, heldBy: 1, version: 2 } })
    expect((await save(keeper)).body.specialisms).toEqual([skill.code])
    expect(await save(await signUp(api, 'coordinator'))).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/specialisms/0' }] },
    })
    expect((await reference()).specialisms).toContainEqual(
      expect.objectContaining({ code: skill.code, retired: true }),
    )
  })

  test('a retired credential cannot be declared, and can again once it is offered', async () => {
    const entry = await find('IC-IOS')
    const declare = async () =>
      (await signUp(api, 'coordinator')).client.post('/api/me/credentials', { code: 'IC-IOS' })
    await retire(entry, 1)
    expect(await declare()).toMatchObject({ status: 400, body: { errors: [{ pointer: '/code' }] } })
    await retire(entry, 2, false)
    expect((await declare()).status).toBe(201)
  })

  test('in creation is opened by an act of its own, and held from then on', async () => {
    const entry = await find('EC-CPNEF-FR')
    const { client } = await signUp(api, 'coordinator')
    const declare = () => client.post('/api/me/credentials', { code: 'EC-CPNEF-FR' })
    expect(await declare()).toMatchObject({ status: 409, body: { code: 'credential-in-creation' } })
    expect(await edit(entry, { status: 'active' })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/fields/status' }] },
    })
    const open = (body: object) => registrar.client.post(`${desk}/${entry.id}/opening`, body)
    expect(await open({ version: 1, confirmed: false })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/confirmed' }] },
    })
    expect(await open({ version: 1, confirmed: true })).toMatchObject({
      status: 200,
      body: { fields: { status: 'active' }, version: 2 },
    })
    expect((await declare()).status).toBe(201)
    expect(await open({ version: 2, confirmed: true })).toMatchObject({
      status: 409,
      body: { code: 'decision-not-allowed' },
    })
    const back = await registrar.client.post(`${desk}/${entry.id}/restorations`, { version: 2, restore: 1 })
    expect(back).toMatchObject({ status: 409, body: { code: 'decision-not-allowed' } })
  })
})

test('a label and a tool that were retired stay with who named them, and are refused to others', async () => {
  const save = (person: TestPerson) =>
    person.client.put('/api/me/profile', {
      displayName: 'Noé',
      disciplines: ['eco-production'],
      labels: ['LABEL-EMA'],
      tools: ['eureca'],
    })
  const keeper = await signUp(api, 'coordinator')
  expect((await save(keeper)).status).toBe(200)
  for (const code of ['LABEL-EMA', 'eureca']) {
    const { id, version, heldBy } = await find(code)
    expect(heldBy).toBe(1)
    await retire({ id }, version)
  }
  expect((await save(keeper)).body).toMatchObject({ labels: ['LABEL-EMA'], tools: ['eureca'] })
  const refused = await save(await signUp(api, 'coordinator'))
  expect(refused.status).toBe(400)
  expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
    '/labels/0',
    '/tools/0',
  ])
})
