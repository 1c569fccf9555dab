import { afterEach, beforeEach, expect, test } from 'vitest'
import { eraseAccount } from '../erasure/service.ts'
import { limits } from '../http/limits.ts'
import { createTestApi, type TestApi } from '../test/api.ts'
import {
  aCoordinator,
  anOption,
  aProduction,
  dayFromNow,
  move,
  type TestCoordinator,
} from '../test/bookings.ts'
import type { TestPerson } from '../test/people.ts'

let api: TestApi
let phare: TestPerson
let ecume: TestPerson
let solene: TestCoordinator
let id: string

beforeEach(async () => {
  api = await createTestApi()
  phare = await aProduction(api)
  ecume = await aProduction(api, { legalName: 'Écume fictive' })
  solene = await aCoordinator(api)
  const option = await anOption(api, phare, solene, [dayFromNow(api, 3)])
  await move(phare, option.id, 'confirm', option.version)
  id = option.id
  api.clock.advance({ days: 6 })
})
afterEach(() => api.close())

const path = () => `/api/bookings/${id}/referee`
const ask = () => solene.client.post(path())
const answer = (consent: boolean) => phare.client.put(path(), { consent })
const confirm = () => phare.client.put(`/api/bookings/${id}/credit`, { outcome: 'confirmed' })
const choose = (audience: string) => solene.client.put(`${path()}/audience`, { audience })
const offeredTo = async (person: TestPerson) =>
  (await person.client.get(`/api/coordinators/${solene.slug}/referees`)).body.items
const wish = (referee: string, person = ecume) =>
  person.client.post(`/api/coordinators/${solene.slug}/referees`, { referee })
const lastTo = async ({ email }: TestPerson) => (await api.mailsTo(email)).at(-1)
const kinds = async () =>
  (
    await api.database.db
      .selectFrom('event')
      .select('kind')
      .where('kind', 'like', '%referee%')
      .orderBy('id')
      .execute()
  ).map(({ kind }) => kind)

test('a referee is asked for, agrees, is put in touch by a yes, and withdraws; every showing is noted', async () => {
  expect((await ask()).body.code).toBe('referee-not-possible')
  await confirm()
  expect((await ask()).body).toMatchObject({
    state: 'asked',
    audience: 'verified-productions',
    mayAsk: false,
  })
  expect((await ask()).body.code).toBe('referee-not-possible')
  expect((await lastTo(phare))?.template).toBe('referee-asked')
  expect(await offeredTo(ecume)).toEqual([])

  expect((await answer(true)).body).toMatchObject({ state: 'agreed', audience: null, requests: [] })
  expect((await lastTo(solene))?.template).toBe('referee-agreed')
  const [offered] = await offeredTo(ecume)
  expect(offered).toMatchObject({ kind: 'series', year: 2027, request: null, contact: null })
  expect(JSON.stringify(offered)).not.toContain('Phare')
  // Neither its own production, nor one that is not verified, nor anybody else is told.
  expect(await offeredTo(phare)).toEqual([])
  expect(await offeredTo(await aProduction(api, { verified: false }))).toEqual([])
  expect((await api.visitor().get(`/api/coordinators/${solene.slug}/referees`)).status).toBe(401)

  expect((await wish(offered.id)).body.items).toMatchObject([{ request: 'asked', contact: null }])
  await wish(offered.id)
  const mail = await lastTo(phare)
  expect(mail?.template).toBe('referee-requested')
  expect(mail?.text).not.toContain('Écume')
  const { requests } = (await phare.client.get(path())).body
  expect(requests).toMatchObject([{ company: 'Écume fictive', name: 'Inès Phare', state: 'asked' }])
  expect((await solene.client.get(path())).body.requests).toEqual([])

  const reply = (agree: boolean, person = phare) =>
    person.client.put(`/api/referee-requests/${requests[0].id}`, { agree })
  expect((await reply(true, ecume)).body.code).toBe('referee-not-found')
  expect((await reply(true)).status).toBe(204)
  expect((await lastTo(ecume))?.template).toBe('referee-agreed')
  const told = { company: 'Les Films du Phare fictif', email: phare.email, phone: '01 99 00 56 78' }
  expect(await offeredTo(ecume)).toMatchObject([{ request: 'agreed', contact: told }])
  await offeredTo(ecume)

  expect((await answer(false)).body).toMatchObject({ state: 'withdrawn', requests: [] })
  expect((await lastTo(solene))?.template).toBe('referee-withdrawn')
  expect(await offeredTo(ecume)).toEqual([])
  expect(await kinds()).toEqual([
    'booking.referee-asked',
    'booking.referee-agreed',
    'referee.requested',
    'referee.contact-agreed',
    'referee.contact-revealed',
    'booking.referee-withdrawn',
  ])
})

test('who is told follows what the person chose and whom they blocked, and an erasure ends it', async () => {
  await confirm()
  await ask()
  await answer(true)
  await choose('after-acceptance')
  expect(await offeredTo(ecume)).toEqual([])
  const option = await anOption(api, ecume, solene, [dayFromNow(api, 30)])
  expect(await offeredTo(ecume)).toHaveLength(1)
  await choose('only-me')
  expect(await offeredTo(ecume)).toEqual([])
  await choose('verified-productions')
  await solene.client.post('/api/me/blocks', { bookingId: option.id, who: 'company' })
  expect(await offeredTo(ecume)).toEqual([])
  const autre = await aProduction(api, { legalName: 'Autre fictive' })
  const [offered] = await offeredTo(autre)
  await wish(offered.id, autre)
  const { db } = api.database
  await db.updateTable('account').set({ state: 'suspended' }).where('id', '=', phare.id).execute()
  expect(await offeredTo(autre)).toEqual([])
  await eraseAccount(api.deps, phare.id, 'operator')
  expect(await offeredTo(autre)).toEqual([])
  expect((await wish(offered.id, autre)).body.code).toBe('referee-not-found')
  expect((await solene.client.get(path())).body).toMatchObject({ state: 'agreed', mayAsk: false })
})

test('a change of mind is told a few times a day, and nothing told keeps the name of somebody erased', async () => {
  await confirm()
  await ask()
  await answer(true)
  const [offered] = await offeredTo(ecume)
  const { items } = (await wish(offered.id)).body
  expect(items).toHaveLength(1)
  const [request] = (await phare.client.get(path())).body.requests
  await phare.client.put(`/api/referee-requests/${request.id}`, { agree: true })
  const told = async () => [
    (await lastTo(ecume))?.text,
    (await ecume.client.get('/api/me/notifications')).body.items,
  ]
  expect(JSON.stringify(await told())).toContain(solene.slug)
  await eraseAccount(api.deps, solene.id, 'operator')
  expect(JSON.stringify(await told())).not.toContain(solene.slug)
  expect((await ecume.client.get('/api/me/notifications')).body.items).toMatchObject([
    { path: '/me/notifications' },
  ])

  await answer(false)
  const { points } = limits['after-work']
  const subject = `${phare.id} ${id}`
  await Promise.allSettled(
    Array.from({ length: points * 100 }, () => api.deps.limits.spend('after-work', [subject])),
  )
  expect((await answer(true)).body.code).toBe('too-many-requests')
  const other = { outcome: 'not-as-booked' }
  expect((await phare.client.put(`/api/bookings/${id}/credit`, other)).body.code).toBe('too-many-requests')
  expect((await confirm()).status).toBe(200)
})
