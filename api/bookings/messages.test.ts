import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import {
  aCoordinator,
  aProduction,
  aProject,
  aRequest,
  move,
  type TestCoordinator,
} from '../test/bookings.ts'
import type { TestPerson } from '../test/people.ts'
import { hasLink } from './message-rules.ts'

let api: TestApi
let phare: TestPerson
let solene: TestCoordinator

beforeAll(async () => {
  api = await createTestApi()
  phare = await aProduction(api)
  solene = await aCoordinator(api)
})
afterAll(() => api.close())

const asked = async () => aRequest(phare, solene, await aProject(api, phare), { message: 'Bonjour à vous.' })
const write = (who: TestPerson, id: string, body: string) =>
  who.client.post(`/api/bookings/${id}/messages`, { body })
const see = async (who: TestPerson, id: string) => {
  const { items } = await thread(who, id)
  await who.client.put(`/api/bookings/${id}/messages/seen`, { through: items.at(-1).id })
}
const thread = async (who: TestPerson, id: string) =>
  (await who.client.get(`/api/bookings/${id}/messages`)).body

test('the request opens the thread, and each side sees what the other has read', async () => {
  const { id } = await asked()
  expect((await solene.client.get(`/api/bookings/${id}`)).body.unreadMessages).toBe(1)
  api.clock.advance({ minutes: 5 })
  expect((await thread(solene, id)).items).toMatchObject([
    { by: 'production', mine: false, body: 'Bonjour à vous.' },
  ])
  expect((await solene.client.get(`/api/bookings/${id}`)).body.unreadMessages).toBe(1)
  await see(solene, id)
  expect((await solene.client.get(`/api/bookings/${id}`)).body.unreadMessages).toBe(0)
  expect((await write(solene, id, 'Merci.\nJe regarde.')).body).toMatchObject({
    by: 'coordinator',
    mine: true,
  })
  expect(await thread(phare, id)).toMatchObject({
    total: 2,
    items: [
      { mine: true, readAt: api.clock.now().toISOString() },
      { mine: false, body: 'Merci.\nJe regarde.', readAt: null },
    ],
  })
})

test('a mail says that a message waits, once until it is read, and never what it says', async () => {
  const { id } = await asked()
  const count = async () =>
    (await api.mailsTo(phare.email)).filter((mail) => mail.template === 'message-received').length
  const before = await count()
  await write(solene, id, 'canari')
  await write(solene, id, 'et encore')
  expect(await count()).toBe(before + 1)
  expect(JSON.stringify((await api.mailsTo(phare.email)).at(-1))).not.toContain('canari')
  await see(phare, id)
  await write(solene, id, 'une suite')
  expect(await count()).toBe(before + 2)
  await write(solene, id, 'et puis')
  api.clock.advance({ hours: 6 })
  expect(await count()).toBe(before + 2)
  await write(solene, id, 'toujours sans lecture')
  expect(await count()).toBe(before + 3)
})

test('links and addresses wait for acceptance', async () => {
  const { id, version } = await asked()
  const link = 'Le dossier : https://film.example/dossier'
  expect((await write(phare, id, link)).body).toMatchObject({
    status: 400,
    code: 'links-before-acceptance',
    errors: [{ pointer: '/body' }],
  })
  await move(solene, id, 'accept', version)
  expect((await write(phare, id, link)).status).toBe(201)
})

test('after a refusal nothing more is written', async () => {
  const { id, version } = await asked()
  await move(solene, id, 'decline', version, { reason: 'rate' })
  expect((await write(phare, id, 'Et à ce prix ?')).body).toMatchObject({
    status: 409,
    code: 'thread-closed',
  })
  expect((await thread(phare, id)).items).toHaveLength(1)
})

test.each(['', '   ', 'x'.repeat(4_001), 'nul\0'])('%j is no message', async (body) => {
  const { id } = await asked()
  expect((await write(phare, id, body)).body).toMatchObject({ status: 400, errors: [{ pointer: '/body' }] })
})

test.each([
  'https://film.example',
  'HTTP://FILM.EXAMPLE',
  'voir www.film.example',
  'moi@film.paris',
  'bit.ly/abc',
  'drive.google.com',
  'ｗｗｗ.film.example',
  'tel:0199001234',
])('%s is a link', (text) => {
  expect(hasLink(text)).toBe(true)
})

test.each(['Bonjour.Merci', '14 h 30, 8 mars', '380 € brut/jour', 'M. Comte arrive', 'version 2.0', 'etc.'])(
  '%s is no link',
  (text) => {
    expect(hasLink(text)).toBe(false)
  },
)
