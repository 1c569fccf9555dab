import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import {
  aCoordinator,
  aProduction,
  aProject,
  aRequest,
  move,
  type TestCoordinator,
} from '../test/bookings.ts'
import type { TestAnswer, TestClient } from '../test/client.ts'
import { aRegistrar, signInAgain, type TestPerson } from '../test/people.ts'

let api: TestApi
let phare: TestPerson
let ecume: TestPerson
let solene: TestCoordinator
let other: TestCoordinator
let registrar: TestPerson
let booking: { id: string; version: number }

beforeAll(async () => {
  api = await createTestApi()
  phare = await aProduction(api)
  ecume = await aProduction(api, { legalName: 'Écume fictive' })
  solene = await aCoordinator(api)
  other = await aCoordinator(api, { displayName: 'Noé Autre' })
  registrar = await aRegistrar(api)
  booking = await aRequest(phare, solene, await aProject(api, phare), { message: 'Bonjour, canari-message.' })
})
afterAll(() => api.close())

const operations: Record<string, (client: TestClient, id: string) => Promise<TestAnswer>> = {
  'GET /bookings/{id}': (client, id) => client.get(`/api/bookings/${id}`),
  'POST /bookings/{id}/moves': (client, id) =>
    client.post(`/api/bookings/${id}/moves`, { move: 'accept', version: 99 }),
  'GET /bookings/{id}/messages': (client, id) => client.get(`/api/bookings/${id}/messages`),
  'POST /bookings/{id}/messages': (client, id) =>
    client.post(`/api/bookings/${id}/messages`, { body: 'Bonjour' }),
}

const without = ({ body }: TestAnswer) => ({ ...body, instance: 'any' })

describe.each(Object.keys(operations))('%s', (name) => {
  const operation = operations[name] as (typeof operations)[string]

  test('asks a visitor to sign in, for a real booking and an invented one alike', async () => {
    for (const id of [booking.id, randomUUID()]) {
      const answer = await operation(api.visitor(), id)
      expect(answer.body).toMatchObject({ status: 401, code: 'sign-in-required' })
    }
  })

  test('answers strangers as if the booking did not exist', async () => {
    for (const stranger of [ecume, other]) {
      const [real, invented] = [
        await operation(stranger.client, booking.id),
        await operation(stranger.client, randomUUID()),
      ]
      expect(real.body).toMatchObject({ status: 404, code: 'booking-not-found' })
      expect(without(real)).toEqual(without(invented))
    }
  })

  test('knows both parties', async () => {
    for (const party of [phare, solene])
      expect((await operation(party.client, booking.id)).status).not.toBe(404)
  })

  test('refuses what is no id before looking for it', async () => {
    const answer = await operation(ecume.client, "1' or true--")
    expect(answer.body).toMatchObject({ status: 400, errors: [{ pointer: '/path/id' }] })
  })
})

test('a list holds one’s own bookings and nobody else’s', async () => {
  for (const party of [phare, solene])
    expect((await party.client.get('/api/bookings')).body).toMatchObject({
      total: 1,
      items: [{ id: booking.id }],
    })
  for (const stranger of [ecume, other])
    expect((await stranger.client.get('/api/bookings')).body).toMatchObject({ total: 0, items: [] })
  expect((await registrar.client.get('/api/bookings')).body).toMatchObject({
    status: 403,
    code: 'wrong-role',
  })
  expect((await api.visitor().get('/api/bookings')).status).toBe(401)
})

test('only productions ask, and only for their own projects', async () => {
  const project = await aProject(api, phare)
  const body = { coordinator: other.slug, projectId: project.id, kind: 'option', message: 'Bonjour' }
  const key = { 'idempotency-key': randomUUID() }
  expect((await api.visitor().post('/api/bookings', body, key)).status).toBe(401)
  expect((await solene.client.post('/api/bookings', body, key)).body).toMatchObject({
    status: 403,
    code: 'wrong-role',
  })
  const foreign = await ecume.client.post('/api/bookings', body, key)
  expect(foreign.body).toMatchObject({ status: 404, code: 'project-not-found' })
  const invented = await ecume.client.post('/api/bookings', { ...body, projectId: randomUUID() }, key)
  expect(without(invented)).toEqual(without(foreign))
})

test('before acceptance each side reads what it may: a code name, no title, no contact', async () => {
  const theirs = (await solene.client.get(`/api/bookings/${booking.id}`)).body
  expect(theirs).toMatchObject({
    party: 'coordinator',
    contact: null,
    project: { id: null, title: null, codeName: 'Projet Écume', described: true, brief: { closedSet: true } },
  })
  const ours = (await phare.client.get(`/api/bookings/${booking.id}`)).body
  expect(ours).toMatchObject({
    party: 'production',
    contact: null,
    project: { title: 'Nuits blanches d’août' },
  })
  for (const secret of [solene.email, '01 99 00 12 34', 'Arvigny-Legal'])
    expect(JSON.stringify(ours)).not.toContain(secret)
  for (const secret of [phare.email, '01 99 00 56 78', 'Nuits blanches'])
    expect(JSON.stringify(theirs)).not.toContain(secret)
})

test('a registrar reads parties, days and state, and none of the words', async () => {
  const { body } = await registrar.client.get(`/api/bookings/${booking.id}`)
  expect(body).toMatchObject({
    party: 'registrar',
    state: 'requested',
    company: { legalName: 'Les Films du Phare fictif' },
    project: { id: null, title: null, codeName: null, brief: null },
    contact: null,
    allowedMoves: ['void'],
  })
  for (const secret of ['Nuits blanches', 'Projet Écume', 'canari-message', solene.email, phare.email])
    expect(JSON.stringify(body)).not.toContain(secret)
  expect((await registrar.client.get(`/api/bookings/${booking.id}/messages`)).body).toMatchObject({
    code: 'wrong-role',
  })
})

test('contact shows from acceptance on, the reveal is told to both, and it goes with the booking', async () => {
  const sent = await aRequest(phare, solene, await aProject(api, phare))
  const accepted = (await move(solene, sent.id, 'accept', 1)).body
  expect(accepted.contact).toMatchObject({ name: 'Inès Phare', email: phare.email, phone: '01 99 00 56 78' })
  expect(accepted.project.title).toBe('Nuits blanches d’août')
  for (let visit = 0; visit < 2; visit += 1)
    expect((await phare.client.get(`/api/bookings/${sent.id}`)).body.contact).toEqual({
      name: 'Solène d’Arvigny',
      function: null,
      legalName: 'Solène Arvigny-Legal',
      email: solene.email,
      phone: '01 99 00 12 34',
    })
  const seen = (await solene.client.get(`/api/bookings/${sent.id}`)).body
  const reveals = seen.timeline.filter(({ kind }: { kind: string }) => kind === 'contact-revealed')
  expect(reveals.map(({ by }: { by: string }) => by)).toEqual(['coordinator', 'production'])
  await move(phare, sent.id, 'release', 2, { reason: 'not-needed' })
  for (const party of [phare, solene])
    expect((await party.client.get(`/api/bookings/${sent.id}`)).body.contact).toBeNull()
})

test('a registrar voids a booking with a reason, and both are told', async () => {
  const sent = await aRequest(phare, solene, await aProject(api, phare))
  const wordless = await move(registrar, sent.id, 'void', 1)
  expect(wordless.body).toMatchObject({ status: 400, errors: [{ pointer: '/reason' }, { pointer: '/note' }] })
  const why = { reason: 'false-production', note: 'Société fictive.' }
  api.clock.advance({ minutes: 11 })
  expect((await move(registrar, sent.id, 'void', 1, why)).body.code).toBe('confirmation-required')
  expect((await move(await signInAgain(api, registrar), sent.id, 'void', 1, why)).body).toMatchObject({
    state: 'voided',
  })
  expect((await phare.client.get(`/api/bookings/${sent.id}`)).body).toMatchObject({
    state: 'voided',
    reason: { code: 'false-production', note: 'Société fictive.' },
    allowedMoves: [],
  })
  for (const party of [phare, solene])
    expect((await api.mailsTo(party.email)).at(-1)).toMatchObject({ template: 'booking-voided' })
  expect((await move(phare, sent.id, 'void', 2, { ...why, note: 'x' })).body).toMatchObject({
    code: 'move-not-allowed',
  })
})

test('no mail holds a title, a scene, a rate, somebody’s words or a contact', async () => {
  const project = await aProject(api, phare, { title: 'canari-titre', codeName: 'canari-code' })
  const more = { rate: { amountCents: 123_456, currency: 'EUR', per: 'day' }, message: 'canari-mot' }
  const sent = await aRequest(phare, solene, project, more)
  const accepted = await move(solene, sent.id, 'accept', 1)
  await phare.client.post(`/api/bookings/${sent.id}/messages`, { body: 'canari-suite' })
  await move(phare, sent.id, 'release', accepted.body.version, { reason: 'other', note: 'canari-note' })
  const mails = [...(await api.mailsTo(solene.email)), ...(await api.mailsTo(phare.email))].slice(-40)
  expect(mails.length).toBeGreaterThan(5)
  for (const { subject, text, html } of mails)
    for (const secret of ['canari-', '1234', '1 234', 'nudity', 'caresses', '01 99 00'])
      expect(subject + text + html, secret).not.toContain(secret)
})

test('texts rest sealed, and the audit trail holds codes only', async () => {
  const { ownerDb } = api.database
  const [projects, messages, events] = await Promise.all([
    ownerDb.selectFrom('project').select(['titleSealed', 'briefSealed']).execute(),
    ownerDb.selectFrom('bookingMessage').select('bodySealed').execute(),
    ownerDb.selectFrom('event').selectAll().execute(),
  ])
  const stored = [
    ...projects.flatMap((row) => [row.titleSealed, row.briefSealed]),
    ...messages.flatMap((row) => row.bodySealed ?? []),
  ]
  for (const sealed of stored) expect(sealed.toString('latin1')).not.toMatch(/canari|Nuits|scenes|Bonjour/)
  for (const secret of ['Nuits', 'canari', 'Solène', 'Phare', '@'])
    expect(JSON.stringify(events)).not.toContain(secret)
})
