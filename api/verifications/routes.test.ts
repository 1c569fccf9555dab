import { writeVerificationCode } from '@repere/db/vocabulary/verification-code.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import { aCoordinator, type TestCoordinator } from '../test/bookings.ts'
import { aRegistrar, type TestPerson } from '../test/people.ts'

let api: TestApi
let registrar: TestPerson
beforeAll(async () => {
  api = await createTestApi()
  registrar = await aRegistrar(api)
})
afterAll(() => api.close())

const code = 'IC-BECTU-REG'

const declare = async (owner: TestCoordinator, more: object = {}) => {
  const { body } = await owner.client.post('/api/me/credentials', { code, number: 'B-1', ...more })
  return body.id as string
}

const decide = (id: string, decision: object) =>
  registrar.client.post(`/api/registrar/credentials/${id}/decisions`, decision)

const give = (owner: TestPerson, id: string) => owner.client.post(`/api/me/credentials/${id}/verification`)
const revoke = (owner: TestPerson, id: string) =>
  owner.client.delete(`/api/me/credentials/${id}/verification`)
const verify = (typed: string) => api.visitor().get(`/api/verify/${encodeURIComponent(typed)}`)

/** A published person with a confirmed credential, and its code. */
const shared = async (validUntil?: string) => {
  const owner = await aCoordinator(api)
  const id = await declare(owner)
  await decide(id, { decision: 'confirm', reason: 'liste de l’émetteur', validUntil })
  const { status, body } = await give(owner, id)
  expect(status).toBe(201)
  return { owner, id, code: body.code as string }
}

const unknown = { status: 404, body: { code: 'verification-not-found' } }

test('anybody with the code reads whose, what, by whom and when, and nothing that was not meant for them', async () => {
  const { owner, code: given } = await shared('2028-06-30')
  const { status, body, headers } = await verify(given)
  expect(status).toBe(200)
  expect(body).toEqual({
    displayName: 'Solène d’Arvigny',
    slug: owner.slug,
    credential: expect.objectContaining({ code, country: 'GB', issuer: expect.any(String) }),
    state: 'confirmed',
    issuedOn: null,
    endsOn: '2028-06-30',
    checkedAt: api.clock.now().toISOString(),
    history: [
      { event: 'declared', at: api.clock.now().toISOString() },
      { event: 'confirmed', at: api.clock.now().toISOString() },
    ],
    asOf: api.clock.now().toISOString(),
  })
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('x-robots-tag')).toBe('noindex')
})

test('a code is read however it is typed, and one sign more or less finds nothing', async () => {
  const { code: given } = await shared()
  const plain = given.replaceAll('-', '')
  expect(given).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/)
  const lookAlike = plain.replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('V', 'u')
  for (const typed of [
    plain.toLowerCase(),
    ` ${given.replaceAll('-', ' ')} `,
    given.replaceAll('-', '–'),
    lookAlike,
  ])
    expect((await verify(typed)).status, typed).toBe(200)
  for (const typed of [plain.slice(1), `${plain}0`, `${plain.slice(0, -1)}*`])
    expect(await verify(typed)).toMatchObject(unknown)
})

test('it expires by the clock: the last day it holds, the next it says so', async () => {
  const start = api.clock.now()
  const { code: given } = await shared('2027-02-10')
  api.clock.set(new Date('2027-02-10T23:59:59Z'))
  expect((await verify(given)).body.state).toBe('confirmed')
  api.clock.set(new Date('2027-02-11T00:00:00Z'))
  expect((await verify(given)).body).toMatchObject({ state: 'expired', endsOn: '2027-02-10' })
  api.clock.set(start)
})

test('a withdrawal shows at the next request, without its reason', async () => {
  const { id, code: given } = await shared()
  await decide(id, { decision: 'withdraw', code: 'document-false', reason: 'cachet absent' })
  const { status, body } = await verify(given)
  expect(status).toBe(200)
  expect(body).toMatchObject({ state: 'withdrawn', checkedAt: null })
  expect(body.history.at(-1).event).toBe('withdrawn')
  expect(JSON.stringify(body)).not.toMatch(/document-false|cachet/)
})

test('a code taken back is as unknown as one that never was, and a new one is another', async () => {
  const { owner, id, code: given } = await shared()
  expect((await give(owner, id)).body.code).toBe(given)
  expect((await revoke(owner, id)).status).toBe(204)
  const said = ({ status, body }: { status: number; body: object }) => ({
    status,
    body: { ...body, instance: '' },
  })
  expect(said(await verify(given))).toEqual(said(await verify(writeVerificationCode('0123456789AB'))))
  expect(await revoke(owner, id)).toMatchObject(unknown)
  const { body } = await give(owner, id)
  expect(body.code).not.toBe(given)
  expect(await verify(given)).toMatchObject(unknown)
  expect((await verify(body.code)).status).toBe(200)
})

test('who unpublishes, is suspended or takes the credential back is not found under the code', async () => {
  const { owner, id, code: given } = await shared()
  await owner.client.delete('/api/me/profile/publication')
  expect(await verify(given)).toMatchObject(unknown)
  await owner.client.put('/api/me/profile/publication', { consent: true })
  expect((await verify(given)).status).toBe(200)
  const account = api.database.ownerDb.updateTable('account').where('id', '=', owner.id)
  await account.set({ state: 'suspended' }).execute()
  expect(await verify(given)).toMatchObject(unknown)
  await account.set({ state: 'active' }).execute()
  await owner.client.delete(`/api/me/credentials/${id}`)
  expect(await verify(given)).toMatchObject(unknown)
})

test('no code is given for what nobody checked, what is over, or who is not published', async () => {
  const owner = await aCoordinator(api)
  const id = await declare(owner)
  expect((await give(owner, id)).body.code).toBe('credential-not-checked')
  await decide(id, { decision: 'document-seen', reason: 'vu', validUntil: '2027-02-10' })
  await owner.client.delete('/api/me/profile/publication')
  expect((await give(owner, id)).body.code).toBe('profile-not-published')
  await owner.client.put('/api/me/profile/publication', { consent: true })
  const start = api.clock.now()
  api.clock.set(new Date('2027-02-11T09:00:00Z'))
  expect((await give(owner, id)).body.code).toBe('credential-ended')
  api.clock.set(start)
  await decide(id, { decision: 'withdraw', code: 'issuer-withdrew' })
  expect((await give(owner, id)).body.code).toBe('credential-withdrawn')
})

test('its owner alone lists, gives and takes back a code, and each act is in the trail', async () => {
  const { owner, id, code: given } = await shared()
  const other = await aCoordinator(api)
  expect((await give(other, id)).body.code).toBe('credential-not-found')
  expect(await revoke(other, id)).toMatchObject(unknown)
  expect((await other.client.get('/api/me/verifications')).body.items).toEqual([])
  expect((await owner.client.get('/api/me/verifications')).body.items).toEqual([
    { credentialId: id, code: given, createdAt: api.clock.now().toISOString() },
  ])
  await revoke(owner, id)
  const trail = await registrar.client.get(`/api/registrar/audit?subject=${id}`)
  expect(trail.body.items.map(({ kind }: { kind: string }) => kind)).toEqual([
    'verification.revoked',
    'verification.given',
    'credential.decided',
    'credential.declared',
  ])
})
