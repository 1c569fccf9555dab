import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import { aProduction } from '../test/bookings.ts'
import { aRegistrar, signUp, type TestPerson, testPassword } from '../test/people.ts'

let api: TestApi
let registrar: TestPerson
beforeAll(async () => {
  api = await createTestApi()
  registrar = await aRegistrar(api)
})
afterAll(() => api.close())

const desk = '/api/registrar/credentials'
const declared = async ({ locale = 'fr', code = 'IC-IPA', name = 'Tess Exemple' } = {}) => {
  const owner = await signUp(api, 'coordinator', { locale })
  await owner.client.put('/api/me/profile', { displayName: name, disciplines: ['intimacy'] })
  const { body } = await owner.client.post('/api/me/credentials', { code })
  return { owner, id: body.id as string }
}
const stateOf = async ({ client }: TestPerson) => (await client.get('/api/me/credentials')).body.items[0]
const reason = {
  fr: 'Nom de {person} présent sur la liste.',
  en: 'The name of {person} is on the list.',
}
const confirm = (ids: string[]) => ({ items: ids.map((id) => ({ id })), decision: 'confirm', reason })
const linesOfTrail = async (ids: string[]) =>
  api.database.db
    .selectFrom('event')
    .select('subjectId')
    .where('kind', '=', 'credential.decided')
    .where('subjectId', 'in', ids)
    .execute()

describe('one decision on several credentials', () => {
  test('is read over line by line, then taken on each, with its own trail and mail in its own language', async () => {
    const french = await declared({ name: 'Léa Une' })
    const english = await declared({ locale: 'en', name: 'Lea Two' })
    const ids = [french.id, english.id]
    const selected = await registrar.client.get(`${desk}/selection?ids=${ids.join(',')}`)
    expect(selected.body.items.map(({ id }: { id: string }) => id)).toEqual(ids)
    const review = await registrar.client.post(`${desk}/reviews`, confirm(ids))
    expect(review).toMatchObject({
      status: 200,
      body: {
        lines: [
          { id: french.id, because: null, locale: 'fr', reason: 'Nom de Léa Une présent sur la liste.' },
          { id: english.id, because: null, locale: 'en', reason: 'The name of Lea Two is on the list.' },
        ],
      },
    })
    expect(await linesOfTrail(ids)).toEqual([])
    const decided = await registrar.client.post(`${desk}/decisions`, confirm(ids))
    expect(decided).toMatchObject({ status: 201, body: { decided: 2 } })
    expect((await linesOfTrail(ids)).map(({ subjectId }) => subjectId).sort()).toEqual(ids.toSorted())
    expect(await stateOf(french.owner)).toMatchObject({
      state: 'confirmed',
      decision: { reason: 'Nom de Léa Une présent sur la liste.' },
    })
    const [mail] = (await api.mailsTo(english.owner.email)).slice(-1)
    expect(mail?.text).toContain('The name of Lea Two is on the list.')
  })

  test('says of each that cannot why, and decides on none when one of them changed', async () => {
    const [one, other] = [await declared(), await declared()]
    await registrar.client.post(`${desk}/${other.id}/decisions`, { decision: 'refuse', reason: 'non' })
    const withdraw = { ...confirm([one.id, other.id]), decision: 'refuse' }
    const { body } = await registrar.client.post(`${desk}/reviews`, withdraw)
    expect(body.lines.map(({ because }: { because: string | null }) => because)).toEqual([
      null,
      'decision-not-allowed',
    ])
    expect(await registrar.client.post(`${desk}/decisions`, withdraw)).toMatchObject({
      status: 409,
      body: { code: 'selection-changed' },
    })
    expect(await stateOf(one.owner)).toMatchObject({ state: 'declared', refused: false })
    const gone = { ...confirm([one.id, '01980000-0000-7000-8000-0000000000ff']), decision: 'confirm' }
    expect((await registrar.client.post(`${desk}/decisions`, gone)).body.code).toBe('selection-changed')
    expect(await linesOfTrail([one.id])).toEqual([])
  })

  test.each([
    ['nothing selected', { items: [] }, '/items'],
    ['one language only', { reason: { fr: 'vu', en: '' } }, '/reason'],
    ['a refusal without a reason', { decision: 'refuse', reason: { fr: '', en: '' } }, '/reason'],
    ['a withdrawal without its code', { decision: 'withdraw' }, '/code'],
  ])('is refused with %s', async (_, more, pointer) => {
    const { id } = await declared()
    const { status, body } = await registrar.client.post(`${desk}/reviews`, { ...confirm([id]), ...more })
    expect(status).toBe(400)
    expect(body.errors).toContainEqual(expect.objectContaining({ pointer }))
  })

  test('wants to know again who is there, ten minutes after signing in', async () => {
    const late = await aRegistrar(api)
    const { id } = await declared()
    api.clock.advance({ minutes: 11 })
    for (const answer of [
      await late.client.get(`${desk}/selection?ids=${id}`),
      await late.client.post(`${desk}/reviews`, confirm([id])),
      await late.client.post(`${desk}/decisions`, confirm([id])),
    ])
      expect(answer).toMatchObject({ status: 403, body: { code: 'confirmation-required' } })
    await late.client.post('/api/me/confirmation', { password: testPassword })
    expect((await late.client.post(`${desk}/decisions`, confirm([id]))).status).toBe(201)
  })
})

test('several companies are verified together, and none when one cannot be', async () => {
  const { client } = await aRegistrar(api)
  const productions = [
    await aProduction(api, { verified: false }),
    await aProduction(api, { verified: false }),
  ]
  const ids = await Promise.all(
    productions.map(async (one) => (await one.client.get('/api/companies/current')).body.id as string),
  )
  const path = '/api/registrar/companies'
  const verify = { items: ids.map((id) => ({ id })), decision: 'verify', reason: { fr: '', en: '' } }
  expect((await client.get(`${path}/selection?ids=${ids.join(',')}`)).body.items).toHaveLength(2)
  const { body } = await client.post(`${path}/reviews`, verify)
  expect(body.lines.map(({ because }: { because: string | null }) => because)).toEqual([null, null])
  const suspend = { ...verify, decision: 'suspend' }
  expect((await client.post(`${path}/reviews`, suspend)).status).toBe(400)
  expect((await client.post(`${path}/decisions`, verify)).body).toEqual({ decided: 2 })
  expect(await client.post(`${path}/decisions`, verify)).toMatchObject({
    status: 409,
    body: { code: 'selection-changed' },
  })
})
