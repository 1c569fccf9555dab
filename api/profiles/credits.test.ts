import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi, testNow } from '../test/api.ts'
import { aCoordinator, type TestCoordinator } from '../test/bookings.ts'
import type { TestClient } from '../test/client.ts'
import { signUp } from '../test/people.ts'
import { moveTo } from './credit-rules.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

const path = '/api/me/credits'

const credit = {
  title: 'Les Marées lentes',
  kind: 'feature',
  year: 2025,
  role: 'coordination d’intimité',
  production: 'Films de l’Estran fictif',
  link: 'https://estran.example/marees',
}

const silent = {
  title: 'Titre tenu secret',
  kind: 'series',
  year: 2026,
  role: 'coordination d’intimité',
  production: 'Société tenue secrète',
  link: 'https://secret.example/serie',
  confidentialUntil: '2027-06-30',
}

const titles = async (client: TestClient) =>
  (await client.get(path)).body.items.map(({ title }: { title: string }) => title)

const onPage = async ({ slug }: TestCoordinator, client = api.visitor()) =>
  (await client.get(`/api/coordinators/${slug}`)).body.credits

describe('the list of credits', () => {
  test('holds what was added, the newest first, and is read back as written', async () => {
    const { client } = await signUp(api, 'coordinator')
    expect(await client.get(path)).toMatchObject({ status: 200, body: { items: [], total: 0 } })
    const added = await client.post(path, credit)
    expect(added).toMatchObject({
      status: 201,
      body: { ...credit, confidential: false, confidentialUntil: null },
    })
    await client.post(path, silent)
    expect(await titles(client)).toEqual([silent.title, credit.title])
  })

  test('is rewritten, reordered and emptied, one by one', async () => {
    const { client } = await signUp(api, 'coordinator')
    const ids: string[] = []
    for (const title of ['A', 'B', 'C']) ids.push((await client.post(path, { ...credit, title })).body.id)
    const [a, b, c] = ids
    const moved = await client.put(`${path}/${a}/position`, { position: 0 })
    expect(moved.body.items.map(({ id }: { id: string }) => id)).toEqual([a, c, b])
    await client.put(`${path}/${a}/position`, { position: 100 })
    expect(await titles(client)).toEqual(['C', 'B', 'A'])
    expect(await client.put(`${path}/${b}`, { ...credit, title: 'B bis' })).toMatchObject({
      status: 200,
      body: { title: 'B bis' },
    })
    expect(await titles(client)).toEqual(['C', 'B bis', 'A'])
    expect((await client.delete(`${path}/${c}`)).status).toBe(204)
    expect((await client.delete(`${path}/${c}`)).body.code).toBe('credit-not-found')
    expect(await titles(client)).toEqual(['B bis', 'A'])
  })

  test('ends at a hundred', async () => {
    const { client } = await signUp(api, 'coordinator')
    for (let count = 0; count < 100; count += 1) await client.post(path, credit)
    expect(await client.post(path, credit)).toMatchObject({ status: 409, body: { code: 'credits-full' } })
    expect((await client.get(path)).body.total).toBe(100)
  })

  test.each([
    ['no title', { title: ' ' }, '/title'],
    ['a kind that is none', { kind: 'home-video' }, '/kind'],
    ['a year far ahead', { year: 2029 }, '/year'],
    ['a silence that is over', { confidentialUntil: '2027-01-31' }, '/confidentialUntil'],
    ['a silence for ever', { confidentialUntil: '2099-01-01' }, '/confidentialUntil'],
    ['a link that runs', { link: 'javascript:alert(1)' }, '/link'],
    ['a confirmation', { confirmed: true }, '/confirmed'],
  ])('refuses %s', async (_, more, pointer) => {
    const { client } = await signUp(api, 'coordinator')
    const { status, body } = await client.post(path, { ...credit, ...more })
    expect(status).toBe(400)
    expect(body.errors).toContainEqual(expect.objectContaining({ pointer }))
    expect((await client.get(path)).body.total).toBe(0)
  })

  test('moving keeps everybody, in the order of the others', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid(), { minLength: 1 }), fc.nat(), fc.nat(120), (ids, pick, place) => {
        const id = ids[pick % ids.length] ?? ''
        const moved = moveTo(ids, id, place)
        expect(moved.indexOf(id)).toBe(Math.min(place, ids.length - 1))
        expect(moved.filter((other) => other !== id)).toEqual(ids.filter((other) => other !== id))
      }),
    )
  })
})

describe('a confidential title', () => {
  test('shows to nobody else until its last day has ended where the person lives, then to all, by the clock', async () => {
    const person = await aCoordinator(api, { displayName: 'Ysé Malo', timeZone: 'America/Guadeloupe' })
    await person.client.post(path, silent)
    const seen = { kind: 'series', year: 2026, role: silent.role, title: null, production: null, link: null }
    expect(await onPage(person)).toEqual([{ ...seen, confidential: true }])
    expect((await person.client.get('/api/me/profile/preview?as=me')).body.credits[0].title).toBe(
      silent.title,
    )
    // The last day has ended in Paris, not yet in Guadeloupe.
    api.clock.set(new Date('2027-07-01T03:59:59Z'))
    expect(await onPage(person)).toEqual([{ ...seen, confidential: true }])
    api.clock.set(new Date('2027-07-01T04:00:00Z'))
    expect(await onPage(person)).toMatchObject([
      { title: silent.title, link: silent.link, confidential: false },
    ])
    api.clock.set(testNow)
  })

  test('lies sealed in the database, and comes out when its owner lifts the silence', async () => {
    const { client } = await signUp(api, 'coordinator')
    const { body } = await client.post(path, silent)
    const stored = async () =>
      (
        await sql<{ text: string }>`select c::text as text from credit c where id = ${body.id}`.execute(
          api.database.ownerDb,
        )
      ).rows[0]?.text
    for (const word of ['secret', 'secrète', Buffer.from('Titre tenu').toString('hex')])
      expect(await stored()).not.toContain(word)
    await client.put(`${path}/${body.id}`, { ...silent, confidentialUntil: null })
    expect(await stored()).toContain(silent.title)
  })
})

test('the list as a whole is for whom its owner says', async () => {
  const person = await aCoordinator(api, { displayName: 'Oona Fabre' })
  await person.client.post(path, credit)
  expect(await onPage(person)).toHaveLength(1)
  const { body: profile } = await person.client.get('/api/me/profile')
  await person.client.put('/api/me/profile', {
    displayName: profile.displayName,
    disciplines: ['intimacy'],
    regions: ['FR-BRE'],
    visibility: { credits: 'verified-productions' },
  })
  expect(await onPage(person)).toBeUndefined()
})
