import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { workImports } from '../imports/service.ts'
import { sweep } from '../retention/service.ts'
import { createTestApi, freshAddress, type TestApi } from '../test/api.ts'
import { bring, csv, mailedToken, tryOut } from '../test/imports.ts'
import { aRegistrar, signUp, type TestPerson, testPassword } from '../test/people.ts'

let api: TestApi
let registrar: TestPerson
let address: string
let token: string
let importId: string
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

/** Brings a list of one and sends it; answers the import's id. */
const invite = async (email: string): Promise<string> => {
  const { body } = await bring(api, registrar, {
    file: csv(
      ['Nom', 'Courriel', 'Métier', 'Régions', 'Présentation'],
      ['Ada Invitée', email, 'intimité', 'Bretagne', 'Fiction et série'],
    ),
  })
  await tryOut(registrar, body.id)
  await workImports(api.deps)
  await registrar.client.post(`/api/registrar/imports/${body.id}/start`, { reviewed: true })
  await workImports(api.deps)
  return body.id
}

beforeEach(async () => {
  // Sessions of registrars idle out while the clock is moved.
  registrar = await aRegistrar(api)
  address = freshAddress('invited')
  importId = await invite(address)
  token = await mailedToken(api, address).catch(() => '')
})

const claiming = { password: testPassword, displayName: 'Ada d’Essai', locale: 'fr' }
const read = async (which = token) => (await api.visitor().get(`/api/invitations/${which}`)).body
const line = async () => (await registrar.client.get(`/api/registrar/imports/${importId}/rows`)).body.items[0]

test('reading an invitation shows what is held and changes nothing, however often a scanner opens it', async () => {
  for (const _ of [1, 2, 3])
    expect(await read()).toMatchObject({
      state: 'open',
      inviter: 'L’Association fictive',
      person: {
        email: address,
        name: 'Ada Invitée',
        disciplines: ['intimacy'],
        regions: ['FR-BRE'],
        headline: 'Fiction et série',
      },
      hasAccount: false,
    })
  expect((await line()).invitation.state).toBe('open')
})

test('claiming opens an account with a proven address and a private draft, once', async () => {
  const visitor = api.visitor()
  const { status, body } = await visitor.post(`/api/invitations/${token}/account`, claiming)
  expect([status, body.account]).toMatchObject([
    201,
    { email: address, role: 'coordinator', emailVerified: true },
  ])
  const { body: profile } = await visitor.get('/api/me/profile')
  expect(profile).toMatchObject({
    slug: null,
    displayName: 'Ada d’Essai',
    disciplines: ['intimacy'],
    regions: ['FR-BRE'],
    headline: { fr: 'Fiction et série' },
    publishedAt: null,
  })
  expect((await visitor.put('/api/me/profile/publication', { consent: true })).status).toBe(200)
  await visitor.delete('/api/me/profile/publication')
  const again = await api.visitor().post(`/api/invitations/${token}/account`, claiming)
  expect([again.status, again.body.code, again.body.state]).toEqual([409, 'invitation-closed', 'claimed'])
  expect(await line()).toMatchObject({
    name: 'Ada d’Essai',
    email: address,
    invitation: { state: 'claimed' },
  })
  const events = await api.database.ownerDb
    .selectFrom('event')
    .select(['kind', 'facts'])
    .where('actorId', '=', body.account.id)
    .execute()
  expect(events).toContainEqual({ kind: 'invitation.claimed', facts: { import: importId } })
})

test('two windows claim at once: one account', async () => {
  const tries = await Promise.all(
    [1, 2].map(() => api.visitor().post(`/api/invitations/${token}/account`, claiming)),
  )
  expect(tries.map(({ status }) => status).sort()).toEqual([201, 409])
})

test('a common password is refused, and the invitation waits', async () => {
  const { status, body } = await api
    .visitor()
    .post(`/api/invitations/${token}/account`, { ...claiming, password: 'motdepasse1234' })
  expect([status, body.errors[0].pointer]).toEqual([400, '/password'])
  expect((await read()).state).toBe('open')
})

test('who signed up by themselves meanwhile is told so', async () => {
  await api.visitor().post('/api/accounts', { ...claiming, email: address, role: 'production' })
  expect((await read()).hasAccount).toBe(true)
  const { status, body } = await api.visitor().post(`/api/invitations/${token}/account`, claiming)
  expect([status, body.code]).toEqual([409, 'email-taken'])
})

test('« do not write to me again » forgets all but a keyed hash, which later lists meet', async () => {
  expect((await api.visitor().post(`/api/invitations/${token}/refusal`)).status).toBe(204)
  expect(await read()).toMatchObject({ state: 'refused', person: null })
  expect(await api.mailsTo(address)).toEqual([])
  const { body } = await bring(api, registrar, {
    file: csv(['Nom', 'Courriel'], ['Ada', address.toUpperCase()]),
  })
  await tryOut(registrar, body.id)
  await workImports(api.deps)
  const { body: rows } = await registrar.client.get(`/api/registrar/imports/${body.id}/rows`)
  expect(rows.items[0].problems).toEqual([{ code: 'mail-refused', column: null }])
  const stored = JSON.stringify(await api.database.ownerDb.selectFrom('mailRefusal').selectAll().execute())
  expect(stored).not.toContain(address)
})

test('a lapsed invitation is not claimed, but mailed anew to whom it was for', async () => {
  api.clock.advance({ days: 30, minutes: 1 })
  expect((await read()).state).toBe('lapsed')
  const late = await api.visitor().post(`/api/invitations/${token}/account`, claiming)
  expect([late.status, late.body.state]).toEqual([409, 'lapsed'])
  expect((await api.visitor().post(`/api/invitations/${token}/mail`)).status).toBe(202)
  const fresh = await mailedToken(api, address)
  expect((await api.visitor().get(`/api/invitations/${token}`)).status).toBe(404)
  expect((await api.visitor().post(`/api/invitations/${fresh}/account`, claiming)).status).toBe(201)
})

test('a registrar has it mailed again after a day, or takes it back', async () => {
  const { id } = (await line()).invitation
  expect((await registrar.client.post(`/api/registrar/invitations/${id}/mail`)).body.code).toBe(
    'mailed-recently',
  )
  api.clock.advance({ days: 1 })
  registrar = await aRegistrar(api)
  expect((await registrar.client.post(`/api/registrar/invitations/${id}/mail`)).status).toBe(202)
  const fresh = await mailedToken(api, address)
  expect((await registrar.client.delete(`/api/registrar/invitations/${id}`)).status).toBe(204)
  expect((await read(fresh)).state).toBe('revoked')
  expect((await registrar.client.delete(`/api/registrar/invitations/${id}`)).body.code).toBe(
    'invitation-closed',
  )
})

test('thirty days after an import its lines are gone, thirty after its invitations lapse so are they, with their mails', async () => {
  const someone = await signUp(api, 'coordinator')
  api.clock.advance({ days: 31 })
  await sweep(api.deps)
  registrar = await aRegistrar(api)
  expect((await registrar.client.get(`/api/registrar/imports/${importId}/rows`)).body.total).toBe(0)
  expect((await read()).person).not.toBeNull()
  api.clock.advance({ days: 30 })
  await sweep(api.deps)
  expect((await read()).person).toBeNull()
  const mails = await api.database.ownerDb
    .selectFrom('mail')
    .select('id')
    .where('recipient', '=', address)
    .execute()
  expect(mails).toEqual([])
  registrar = await aRegistrar(api)
  expect((await registrar.client.get(`/api/registrar/imports/${importId}`)).body.invited).toBe(1)
  expect(someone.id).toBeTruthy()
})
