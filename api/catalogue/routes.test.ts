import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import { aRegistrar, signUp, type TestPerson } from '../test/people.ts'

let api: TestApi
let registrar: TestPerson
beforeAll(async () => {
  api = await createTestApi()
  registrar = await aRegistrar(api)
})
afterAll(() => api.close())

const desk = '/api/registrar/catalogue'

const find = async (code: string) => {
  const { body } = await registrar.client.get(desk)
  return body.entries.find((entry: { code: string }) => entry.code === code)
}

const edit = (entry: { id: string; version: number; fields: object }, more: object) =>
  registrar.client.put(`${desk}/${entry.id}`, {
    version: entry.version,
    fields: { ...entry.fields, ...more },
  })

const reference = async () => (await api.visitor().get('/api/reference')).body

const trailOf = async (id: string) =>
  (await registrar.client.get(`/api/registrar/audit?subject=${id}`)).body.items

let count = 0
const newSkill = async (more: object = {}) => {
  count += 1
  const fields = { list: 'specialisms', nameFr: 'Savoir', nameEn: 'Skill', discipline: 'intimacy', ...more }
  const { status, body } = await registrar.client.post(desk, { code: `skill-${count}`, fields })
  expect(status, JSON.stringify(body)).toBe(201)
  return body
}

describe('the catalogue on the desk', () => {
  test('shows every list in its order, with who holds what and what is still to be checked', async () => {
    const { body } = await registrar.client.get(desk)
    const lists = body.entries.map(({ fields }: { fields: { list: string } }) => fields.list)
    expect([...new Set(lists)]).toEqual(['credentials', 'labels', 'tools', 'specialisms', 'thresholds'])
    expect(body.entries[0]).toMatchObject({
      code: 'IC-CQP-FR',
      place: 1,
      version: 1,
      retired: false,
      heldBy: 0,
    })
    const toCheck = body.entries.filter(
      ({ fields }: { fields: { confidence?: string } }) => fields.confidence === 'check',
    )
    expect(toCheck.map(({ code }: { code: string }) => code)).toContain('SAG-AFTRA-REGISTRY')
    expect(body.toCheck).toBe(toCheck.length)
    expect((await registrar.client.get(`${desk}?only=to-check`)).body).toEqual({
      entries: toCheck,
      toCheck: toCheck.length,
    })
  })

  test('knows the thresholds that were read, and makes none up', async () => {
    expect((await find('BECTU-REGISTRY')).fields).toMatchObject({
      credentialCode: 'IC-BECTU-REG',
      years: 3,
      credits: 5,
      daysOnSet: null,
      confidence: 'sourced',
    })
    expect((await find('SAG-AFTRA-REGISTRY')).fields).toMatchObject({
      years: null,
      credits: null,
      daysOnSet: null,
      productions: null,
      confidence: 'check',
    })
  })
})

describe('an edit', () => {
  test('is in the reference at once, under another ETag, in the history and in the trail', async () => {
    const visitor = api.visitor()
    const before = await visitor.get('/api/reference')
    const etag = `${before.headers.get('etag')}`
    expect((await visitor.get('/api/reference', { 'if-none-match': etag })).status).toBe(304)
    const entry = await find('LABEL-ALBERT')
    const { status, body } = await edit(entry, { nameFr: 'Label albert', nameEn: 'albert label' })
    expect([status, body.version]).toEqual([200, 2])
    const after = await visitor.get('/api/reference', { 'if-none-match': etag })
    expect(after.status).toBe(200)
    expect(after.body.labels).toContainEqual(
      expect.objectContaining({ code: 'LABEL-ALBERT', nameFr: 'Label albert', nameEn: 'albert label' }),
    )
    const history = (await registrar.client.get(`${desk}/${entry.id}/history`)).body
    expect(history).toMatchObject({
      total: 1,
      items: [
        {
          version: 2,
          change: 'edited',
          changedBy: registrar.id,
          changedAt: api.clock.now().toISOString(),
          before: { nameFr: 'albert', nameEn: 'albert' },
          after: { nameFr: 'Label albert', nameEn: 'albert label' },
        },
      ],
    })
    expect(await trailOf(entry.id)).toMatchObject([
      {
        kind: 'catalogue.edited',
        actor: { id: registrar.id },
        subject: { kind: 'labels' },
        facts: { code: 'LABEL-ALBERT', version: 2 },
      },
    ])
  })

  test('of something somebody else changed meanwhile is refused, and changes nothing', async () => {
    const skill = await newSkill()
    await edit(skill, { nameFr: 'Premier' })
    expect(await edit(skill, { nameFr: 'Second' })).toMatchObject({
      status: 409,
      body: { code: 'catalogue-changed' },
    })
    expect((await registrar.client.get(`${desk}/${skill.id}`)).body).toMatchObject({
      version: 2,
      fields: { nameFr: 'Premier' },
    })
  })

  test('by two registrars in the same instant succeeds once', async () => {
    const skill = await newSkill()
    const answers = await Promise.all(['A', 'B', 'C', 'D'].map((nameFr) => edit(skill, { nameFr })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
  })

  test('that changes nothing leaves no trace', async () => {
    const skill = await newSkill()
    expect((await edit(skill, {})).body.version).toBe(1)
    expect(await trailOf(skill.id)).toHaveLength(1)
  })

  test.each([
    ['an empty name', { nameFr: ' ' }, '/fields/nameFr'],
    ['an unknown field', { colour: 'red' }, '/fields/colour'],
    ['another list', { list: 'tools' }, '/fields/url'],
    ['another profession', { discipline: 'eco-production' }, '/fields/discipline'],
    ['a line of two', { nameEn: 'a\nb' }, '/fields/nameEn'],
    ['too long a name', { nameEn: 'x'.repeat(121) }, '/fields/nameEn'],
  ])('with %s is refused and says where', async (_, more, pointer) => {
    const skill = await newSkill()
    const { status, body } = await edit(skill, more)
    expect([status, body.code]).toEqual([400, 'invalid-request'])
    if (pointer !== '/fields/url')
      expect(body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer)
  })

  test('of a threshold names a credential of the catalogue, and a fact is sourced on a day', async () => {
    const threshold = await find('SAG-AFTRA-REGISTRY')
    expect(await edit(threshold, { credentialCode: 'NO-SUCH' })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/fields/credentialCode' }] },
    })
    expect(await edit(threshold, { daysOnSet: 75, confidence: 'sourced' })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/fields/checkedOn' }] },
    })
    expect(
      await edit(threshold, { daysOnSet: 75, confidence: 'sourced', checkedOn: '2027-01-30' }),
    ).toMatchObject({
      status: 200,
      body: { fields: { daysOnSet: 75 } },
    })
  })
})

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
    const retired = await registrar.client.put(`${desk}/${skill.id}/retirement`, {
      version: 1,
      retired: true,
    })
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
    await registrar.client.put(`${desk}/${entry.id}/retirement`, { version: 1, retired: true })
    expect(await declare()).toMatchObject({ status: 400, body: { errors: [{ pointer: '/code' }] } })
    await registrar.client.put(`${desk}/${entry.id}/retirement`, { version: 2, retired: false })
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

describe('an earlier version', () => {
  const putBack = (id: string, version: number, restore: number) =>
    registrar.client.post(`${desk}/${id}/restorations`, { version, restore })

  test('is put back as the newest one, and nothing of the history is lost', async () => {
    const entry = await find('carbon-clap')
    await edit(entry, { nameFr: 'Autre nom' })
    await registrar.client.put(`${desk}/${entry.id}/retirement`, { version: 2, retired: true })
    const { status, body } = await putBack(entry.id, 3, 1)
    expect(status).toBe(200)
    expect(body).toEqual({ ...entry, version: 4 })
    const { items } = (await registrar.client.get(`${desk}/${entry.id}/history`)).body
    expect(items.map(({ change }: { change: string }) => change)).toEqual(['put-back', 'retired', 'edited'])
    expect((await trailOf(entry.id))[0]).toMatchObject({ kind: 'catalogue.put-back', facts: { restored: 1 } })
    expect((await putBack(entry.id, 4, 3)).body).toMatchObject({
      retired: true,
      fields: { nameFr: 'Autre nom' },
    })
  })

  test('must exist, and not be the present one', async () => {
    const skill = await newSkill()
    for (const restore of [1, 2, 99])
      expect(await putBack(skill.id, 1, restore)).toMatchObject({
        status: 404,
        body: { code: 'version-not-found' },
      })
  })

  test('cannot be rewritten by the application', async () => {
    const { db, ownerDb } = api.database
    await expect(db.deleteFrom('revision').execute()).rejects.toThrow()
    await expect(ownerDb.deleteFrom('revision').execute()).rejects.toThrow('only grows')
  })
})

describe('progress towards registries', () => {
  test('shows a person how far they are, with what is not known left out', async () => {
    const { client } = await signUp(api, 'coordinator')
    await client.put('/api/me/profile', {
      displayName: 'Inès',
      disciplines: ['intimacy'],
      workingSince: 2025,
    })
    const { items } = (await client.get('/api/me/profile/progress')).body
    expect(items.find(({ code }: { code: string }) => code === 'BECTU-REGISTRY')).toMatchObject({
      nameFr: 'Registre Bectu',
      met: false,
      lines: [
        { measure: 'years', needed: 3, have: 2, missing: 1 },
        { measure: 'credits', needed: 5, have: 0, missing: 5 },
      ],
    })
  })

  test('speaks only of registries of the person’s own profession', async () => {
    const { client } = await signUp(api, 'coordinator')
    await client.put('/api/me/profile', { displayName: 'Noé', disciplines: ['eco-production'] })
    expect((await client.get('/api/me/profile/progress')).body).toEqual({ items: [] })
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
    await registrar.client.put(`${desk}/${id}/retirement`, { version, retired: true })
  }
  expect((await save(keeper)).body).toMatchObject({ labels: ['LABEL-EMA'], tools: ['eureca'] })
  const refused = await save(await signUp(api, 'coordinator'))
  expect(refused.status).toBe(400)
  expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
    '/labels/0',
    '/tools/0',
  ])
})
