import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import { catalogueDesk, cataloguePath as desk } from '../test/catalogue.ts'
import { aRegistrar, type TestPerson } from '../test/people.ts'

let api: TestApi
let registrar: TestPerson
beforeAll(async () => {
  api = await createTestApi()
  registrar = await aRegistrar(api)
})
afterAll(() => api.close())

const { edit, find, newSkill, retire, trailOf } = catalogueDesk(() => registrar)

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

describe('an earlier version', () => {
  const putBack = (id: string, version: number, restore: number) =>
    registrar.client.post(`${desk}/${id}/restorations`, { version, restore })

  test('is put back as the newest one, and nothing of the history is lost', async () => {
    const entry = await find('carbon-clap')
    await edit(entry, { nameFr: 'Autre nom' })
    await retire(entry, 2)
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
