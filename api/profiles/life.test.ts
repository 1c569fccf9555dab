import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApi, type TestApi, testNow } from '../test/api.ts'
import { aCoordinator, anOption, aProduction, dayFromNow, move } from '../test/bookings.ts'
import { aRegistrar, signUp, type TestPerson, testPassword } from '../test/people.ts'

let api: TestApi
let registrar: TestPerson
beforeAll(async () => {
  api = await createTestApi()
  registrar = await aRegistrar(api)
})
afterAll(() => api.close())

const markers = ['+33 6 11 22 33 44', 'LEGAL-MARKER', 'NOTE-MARKER', 'NUMBER-MARKER', 'RATE-MARKER']

/** A published person whose every private part carries a marker. */
const publish = async (displayName: string) => {
  const person = await signUp(api, 'coordinator')
  const { client } = person
  const { body } = await client.put('/api/me/profile', {
    displayName,
    disciplines: ['intimacy'],
    regions: ['FR-BRE'],
    legalName: 'LEGAL-MARKER',
    phone: '+33 6 11 22 33 44',
    bio: { fr: 'RATE-MARKER' },
    visibility: { bio: 'verified-productions' },
  })
  const credential = await client.post('/api/me/credentials', { code: 'IC-CQP-FR', number: 'NUMBER-MARKER' })
  await client.put('/api/me/availability', {
    blocks: [{ from: '2027-03-08', to: '2027-03-09', kind: 'unavailable', note: 'NOTE-MARKER' }],
    knownUntil: '2027-12-31',
  })
  await client.put('/api/me/profile/publication', { consent: true })
  return { ...person, slug: body.slug as string, credentialId: credential.body.id as string }
}

const decide = (credentialId: string, decision: object) =>
  registrar.client.post(`/api/registrar/credentials/${credentialId}/decisions`, decision)

const page = (slug: string, client = api.visitor()) => client.get(`/api/coordinators/${slug}`)

const badges = async (slug: string) => [
  (await page(slug)).body.credentials,
  (await api.visitor().get('/api/coordinators?region=FR-BRE')).body.items.find(
    (card: { slug: string }) => card.slug === slug,
  ).credentials,
]

test('a profile is public from its publication until the very next request after it is taken back', async () => {
  const person = await publish('Ada Prévost')
  const found = async () => (await api.visitor().get('/api/coordinators?q=prevost')).body.total
  expect(await page(person.slug)).toMatchObject({ status: 200, body: { displayName: 'Ada Prévost' } })
  expect(await found()).toBe(1)
  await person.client.delete('/api/me/profile/publication')
  expect(await page(person.slug)).toMatchObject({ status: 404, body: { code: 'coordinator-not-found' } })
  const days = await api
    .visitor()
    .get(`/api/coordinators/${person.slug}/availability?from=2027-03-08&to=2027-03-09`)
  expect(days.status).toBe(404)
  expect(await found()).toBe(0)
})

test('nothing private is in any public answer, and the preview promises what the page keeps', async () => {
  const person = await publish('Bea Cousin')
  const visitor = api.visitor()
  const answers = await Promise.all([
    page(person.slug),
    visitor.get('/api/coordinators?region=FR-BRE&from=2027-03-08&to=2027-03-10&availability=any'),
    visitor.get('/api/coordinators?q=RATE-MARKER'),
    visitor.get(`/api/coordinators/${person.slug}/availability?from=2027-03-08&to=2027-03-10`),
  ])
  for (const answer of answers) {
    expect(answer.status).toBe(200)
    for (const marker of [...markers, person.email]) expect(JSON.stringify(answer.body)).not.toContain(marker)
  }
  expect(answers[2]?.body.total).toBe(0)
  const preview = await person.client.get('/api/me/profile/preview?as=public')
  // How fast a person answers is told by their bookings, beside what they wrote.
  expect({ ...preview.body, responseTime: null }).toEqual(answers[0]?.body)
})

test('a verified production reads what was kept for verified ones, and still no contact', async () => {
  const person = await publish('Cléo Marin')
  const production = await signUp(api, 'production')
  const { body: company } = await production.client.post('/api/companies', {
    legalName: 'Les Films du Phare fictif',
    country: 'FR',
    registration: '73282932000074',
    agreement: '2642',
    contactName: 'Ariane Lebrun',
    contactFunction: 'directrice de production',
  })
  expect((await page(person.slug, production.client)).body).not.toHaveProperty('bio')
  await registrar.client.post(`/api/registrar/companies/${company.id}/decisions`, { decision: 'verify' })
  const seen = await page(person.slug, production.client)
  expect(seen.body.bio).toEqual({ fr: 'RATE-MARKER' })
  expect(seen.body).not.toHaveProperty('contact')
  expect(JSON.stringify(seen.body)).not.toContain(person.email)
})

test('a production that was accepted reads what was kept for that, until it no longer is; the contact stays in the booking', async () => {
  const person = await aCoordinator(api, { displayName: 'Ciel Lannion' })
  await person.client.put('/api/me/profile', {
    displayName: 'Ciel Lannion',
    disciplines: ['intimacy'],
    regions: ['FR-BRE'],
    phone: '01 99 00 12 34',
    noticeDays: 9,
    workPermits: ['eu-eea'],
    visibility: { noticeDays: 'after-acceptance' },
  })
  const production = await aProduction(api)
  const other = await aProduction(api)
  const seen = async (who: TestPerson) => (await page(person.slug, who.client)).body
  expect(await seen(production)).not.toHaveProperty('noticeDays')
  const { id, version } = await anOption(api, production, person, [dayFromNow(api, 30)])
  expect(await seen(production)).toMatchObject({ noticeDays: 9, workPermits: ['eu-eea'] })
  expect(await seen(production)).not.toHaveProperty('contact')
  for (const stranger of [other, registrar]) expect(await seen(stranger)).not.toHaveProperty('noticeDays')
  expect((await page(person.slug)).body).not.toHaveProperty('noticeDays')
  await move(person, id, 'release', version, { reason: 'other-firm-offer' })
  expect(await seen(production)).not.toHaveProperty('noticeDays')
})

test('search engines are told of the published who chose so, and of nobody else', async () => {
  const person = await publish('Dora Engel')
  const listed = async () => (await api.visitor().get('/api/search-engines')).body.items
  expect(await listed()).toEqual([])
  await person.client.put('/api/me/profile', {
    displayName: 'Dora Engel',
    disciplines: ['intimacy'],
    regions: ['FR-BRE'],
    indexingAllowed: true,
  })
  expect(await listed()).toEqual([{ slug: person.slug, updatedAt: api.clock.now().toISOString() }])
  await person.client.delete('/api/me/profile/publication')
  expect(await listed()).toEqual([])
})

test('a badge is what registrars decided, at the next request, on page and card alike', async () => {
  const { slug, credentialId } = await publish('Dune Lacaze')
  const shown = async () =>
    (await badges(slug)).map((list) => list.map(({ state }: { state: string }) => state))
  expect(await shown()).toEqual([['declared'], ['declared']])
  await decide(credentialId, { decision: 'refuse', reason: 'illegible' })
  expect(await shown()).toEqual([[], []])
  await decide(credentialId, { decision: 'document-seen', reason: 'vu' })
  expect(await shown()).toEqual([['document-seen'], ['document-seen']])
  await decide(credentialId, { decision: 'confirm', reason: 'vu' })
  expect(await shown()).toEqual([['confirmed'], ['confirmed']])
  await decide(credentialId, { decision: 'withdraw', code: 'issuer-withdrew' })
  expect(await shown()).toEqual([[], []])
})

test('a badge ends by the clock, though nobody wrote anything', async () => {
  const { slug, credentialId } = await publish('Elio Garrec')
  await decide(credentialId, { decision: 'confirm', reason: 'vu', validUntil: '2027-02-28' })
  const shown = async () =>
    (await badges(slug)).map((list) => list.map(({ state }: { state: string }) => state))
  api.clock.set(new Date('2027-02-28T23:59:59Z'))
  expect(await shown()).toEqual([['confirmed'], ['confirmed']])
  api.clock.set(new Date('2027-03-01T00:00:00Z'))
  // The page says that it expired; the card holds live badges only.
  expect(await shown()).toEqual([['expired'], []])
  api.clock.set(testNow)
})

test('a suspended account is gone from every public answer', async () => {
  const person = await publish('Fanny Izard')
  await api.database.ownerDb
    .updateTable('account')
    .set({ state: 'suspended' })
    .where('id', '=', person.id)
    .execute()
  expect((await page(person.slug)).status).toBe(404)
  const again = await api.visitor().post('/api/sessions', { email: person.email, password: testPassword })
  expect(again).toMatchObject({ status: 403, body: { code: 'account-suspended' } })
})
