import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi, testNow } from '../test/api.ts'
import { signUp } from '../test/people.ts'
import { profilePath as path, fullProfile as profile } from '../test/profiles.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

describe('publishing', () => {
  const published = () => api.database.db.selectFrom('publishedCoordinator').selectAll().execute()

  test('asks for consent, then a proven address, then what is missing, in this order', async () => {
    const { client } = await signUp(api, 'coordinator', { verified: false })
    expect((await client.put(`${path}/publication`, {})).status).toBe(400)
    expect((await client.put(`${path}/publication`, { consent: false })).status).toBe(400)
    expect(await client.put(`${path}/publication`, { consent: true })).toMatchObject({
      status: 403,
      body: { code: 'email-not-verified' },
    })
    const { client: proven } = await signUp(api, 'coordinator')
    await proven.put(path, { displayName: 'Zoé' })
    expect(await proven.put(`${path}/publication`, { consent: true })).toMatchObject({
      status: 409,
      body: { code: 'profile-incomplete', missing: ['disciplines', 'regions'] },
    })
    expect(await published()).toEqual([])
  })

  test('is an act that is kept, and taken back at once', async () => {
    const { client, id } = await signUp(api, 'coordinator')
    await client.put(path, profile)
    expect(await client.put(`${path}/publication`, { consent: true })).toMatchObject({
      status: 200,
      body: { published: true, publishedAt: api.clock.now().toISOString() },
    })
    expect(await published()).toHaveLength(1)
    // A second click changes nothing.
    expect((await client.put(`${path}/publication`, { consent: true })).status).toBe(200)
    expect((await client.delete(`${path}/publication`)).body).toMatchObject({
      published: false,
      publishedAt: null,
    })
    expect(await published()).toEqual([])
    const consents = await api.database.db
      .selectFrom('consent')
      .selectAll()
      .where('accountId', '=', id)
      .execute()
    expect(consents).toMatchObject([
      { kind: 'publication', givenAt: api.clock.now(), withdrawnAt: api.clock.now() },
    ])
    const events = await api.database.db
      .selectFrom('event')
      .select('kind')
      .where('actorId', '=', id)
      .where('subjectKind', '<>', 'account')
      .orderBy('id')
      .execute()
    expect(events.map(({ kind }) => kind)).toEqual([
      'profile.saved',
      'profile.published',
      'profile.unpublished',
    ])
  })

  test('once done, the profile cannot lose what it needs', async () => {
    const { client } = await signUp(api, 'coordinator')
    await client.put(path, profile)
    await client.put(`${path}/publication`, { consent: true })
    expect(await client.put(path, { ...profile, regions: [] })).toMatchObject({
      status: 409,
      body: { code: 'profile-incomplete', missing: ['regions'] },
    })
    expect((await client.get(path)).body.regions).toEqual(profile.regions)
  })

  test('a pause stays on the profile until it is lifted', async () => {
    const { client } = await signUp(api, 'coordinator')
    await client.put(path, profile)
    const pausedAt = api.clock.now().toISOString()
    expect((await client.put(`${path}/pause`)).body).toMatchObject({ paused: true, pausedAt })
    api.clock.advance({ hours: 1 })
    expect((await client.put(`${path}/pause`)).body).toMatchObject({ paused: true, pausedAt })
    expect((await client.delete(`${path}/pause`)).body).toMatchObject({ paused: false, pausedAt: null })
  })

  test('a pause with a last day ends by itself the day after, where the person lives', async () => {
    const person = await signUp(api, 'coordinator')
    const { client } = person
    await client.put(path, { ...profile, timeZone: 'Pacific/Kiritimati' })
    // There it is the 2nd by now.
    expect((await client.put(`${path}/pause`, { until: '2027-02-01' })).body.errors).toEqual([
      { pointer: '/until', detail: expect.stringContaining('to come') },
    ])
    const paused = { paused: true, pausedAt: api.clock.now().toISOString(), pausedUntil: '2027-02-03' }
    expect((await client.put(`${path}/pause`, { until: '2027-02-03' })).body).toMatchObject(paused)
    api.clock.set(new Date('2027-02-03T09:59:59Z'))
    expect((await client.get(path)).body).toMatchObject(paused)
    api.clock.set(new Date('2027-02-03T10:00:00Z'))
    const over = { paused: false, pausedAt: null, pausedUntil: null }
    expect((await client.get(path)).body).toMatchObject(over)
    expect((await client.put(`${path}/pause`)).body).toMatchObject({
      paused: true,
      pausedAt: api.clock.now().toISOString(),
      pausedUntil: null,
    })
    api.clock.set(testNow)
  })
})
