import { randomUUID } from 'node:crypto'
import { addDays, type Day } from '@repere/db/vocabulary/day.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import { aProduction, aProject, dayFromNow, request } from '../test/bookings.ts'
import { signUp, type TestPerson } from '../test/people.ts'
import type { MatchesShape, MatchShape } from './contract.ts'

let api: TestApi
let phare: TestPerson
let days: Day[]
const cast = new Map<string, TestPerson & { slug: string }>()
const person = (name: string) => cast.get(name) as TestPerson & { slug: string }

interface Made {
  taken?: Day[]
  regions?: string[]
  languages?: string[]
  level?: 'in-training' | 'experienced'
  timeZone?: string
  confirmed?: boolean
}

/** Somebody published, with a calendar, through the door; a confirmed certification is written as a registrar's decision. */
const add = async (displayName: string, made: Made = {}) => {
  const { taken = [], regions = ['FR-BRE'], languages = ['fr'], level = 'experienced' } = made
  const { timeZone = 'Europe/Paris', confirmed = false } = made
  const one = await signUp(api, 'coordinator', { displayName, locale: 'fr' })
  const profile = { displayName, disciplines: ['intimacy'], levels: { intimacy: level }, regions, timeZone }
  const spoken = languages.map((code) => ({ code, level: 'C1' }))
  const saved = await one.client.put('/api/me/profile', { ...profile, languages: spoken })
  await one.client.put('/api/me/profile/publication', { consent: true })
  const blocks = taken.map((day) => ({ from: day, to: day, kind: 'unavailable', note: 'motif privé' }))
  const calendar = { blocks, weekly: [], knownUntil: dayFromNow(api, 300) }
  expect((await one.client.put('/api/me/availability', calendar)).status).toBe(200)
  if (confirmed) {
    const { body } = await one.client.post('/api/me/credentials', { code: 'IC-CQP-FR' })
    await api.database.db
      .insertInto('credentialDecision')
      .values({ credentialId: body.id, decision: 'confirm', decidedBy: randomUUID() })
      .execute()
  }
  cast.set(displayName, { ...one, slug: saved.body.slug })
}

const matches = async (project: { id: string }, query = ''): Promise<MatchesShape> => {
  const { status, body } = await phare.client.get(`/api/projects/${project.id}/matches${query}`)
  expect(status, JSON.stringify(body)).toBe(200)
  return body
}
const names = (items: readonly MatchShape[]) => items.map(({ displayName }) => displayName)

beforeAll(async () => {
  api = await createTestApi()
  phare = await aProduction(api)
  // Scattered over a change of month.
  days = [20, 21, 25, 26, 33, 40].map((count) => dayFromNow(api, count))
  const [, , third, fourth, fifth, sixth] = days as [Day, Day, Day, Day, Day, Day]
  await add('Maëlle Kervadec', { taken: [fifth, sixth], confirmed: true, timeZone: 'Pacific/Kiritimati' })
  await add('Yann Tréguer', { taken: [third, fourth], timeZone: 'America/Los_Angeles' })
  await add('Lia Novice', { level: 'in-training', taken: [sixth] })
  await add('Nina Lointaine', { regions: ['FR-IDF'] })
})
afterAll(() => api.close())

describe('from a project to people', () => {
  test('while nobody covers all days, the two who do together, each with the days to ask', async () => {
    const found = await matches(await aProject(api, phare, { days }))
    expect(found.days).toEqual(days)
    expect([found.met, found.all.total, found.without]).toEqual([3, 0, null])
    expect(names(found.some.items)).toEqual(['Lia Novice', 'Maëlle Kervadec', 'Yann Tréguer'])
    expect(found.pair).toMatchObject({
      first: { displayName: 'Lia Novice', covers: days.slice(0, 5) },
      second: { displayName: 'Yann Tréguer' },
      secondDays: days.slice(5),
      covered: 6,
    })
  })

  test('says why each is here, in facts alone, and nothing else of them', async () => {
    const found = await matches(await aProject(api, phare, { days }), '?credentialState=confirmed')
    expect(found.some.items).toEqual([
      {
        slug: person('Maëlle Kervadec').slug,
        displayName: 'Maëlle Kervadec',
        titleForm: expect.any(String),
        calendarConfirmedOn: expect.any(String),
        asked: days.map((date, place) => ({ date, state: place < 4 ? 'free' : 'unavailable' })),
        covers: days.slice(0, 4),
        because: {
          days: 4,
          of: 6,
          proof: { code: 'IC-CQP-FR', state: 'confirmed', certification: true },
          regions: ['FR-BRE'],
          remoteOnly: false,
          languages: ['fr'],
          inTraining: false,
        },
      },
    ])
    expect(found.shadows).toMatchObject({
      total: 1,
      beside: { displayName: 'Maëlle Kervadec' },
      items: [{ displayName: 'Lia Novice', because: { inTraining: true } }],
    })
  })

  test('needs no free calendar for days that are not exclusive, and no region for remote ones', async () => {
    const remote = await aProject(api, phare, {
      phases: [
        { kind: 'script-reading', days: days.slice(2), remote: true },
        { kind: 'rehearsal', days: days.slice(0, 2), remote: true, exclusive: true },
      ],
    })
    const found = await matches(remote)
    expect(found.days).toEqual(days.slice(0, 2))
    expect(names(found.all.items).sort()).toEqual([...cast.keys()].sort())
    expect(found.all.items.every(({ because }) => !because.remoteOnly)).toBe(true)

    const mixed = await aProject(api, phare, {
      phases: [
        { kind: 'rehearsal', days: days.slice(4), remote: true, exclusive: true },
        { kind: 'shoot', days: days.slice(0, 2) },
      ],
    })
    const both = await matches(mixed, '?credentialState=declared')
    // Elsewhere, Nina could take the remote days: without any credential she does not meet the asked proof.
    expect(both.met).toBe(1)
    const nina = (await matches(mixed)).some.items.find(({ displayName }) => displayName === 'Nina Lointaine')
    expect(nina).toMatchObject({ covers: days.slice(4), because: { remoteOnly: true, regions: [] } })
  })

  test('says which need is in the way when nobody is left', async () => {
    const found = await matches(await aProject(api, phare, { days, languages: ['fr', 'it'] }))
    expect(found).toMatchObject({
      met: 0,
      all: { total: 0, items: [] },
      pair: null,
      without: {
        region: 0,
        languages: [
          { code: 'fr', count: 0 },
          { code: 'it', count: 3 },
        ],
        days: 0,
      },
    })
  })

  test('leaves out who blocked, paused or unpublished, at the next question', async () => {
    const project = await aProject(api, phare, { days: days.slice(0, 2) })
    expect((await matches(project)).all.total).toBe(3)
    const company = await api.database.db
      .selectFrom('company')
      .select('id')
      .where('accountId', '=', phare.id)
      .executeTakeFirstOrThrow()
    const blocker = await api.database.db
      .selectFrom('coordinator')
      .select('id')
      .where('slug', '=', person('Yann Tréguer').slug)
      .executeTakeFirstOrThrow()
    const { id } = await api.database.db
      .insertInto('contactBlock')
      .values({
        coordinatorId: blocker.id,
        companyId: company.id,
        accountId: null,
        createdAt: api.clock.now(),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    expect(names((await matches(project)).all.items)).not.toContain('Yann Tréguer')
    await api.database.db.deleteFrom('contactBlock').where('id', '=', id).execute()

    await person('Lia Novice').client.delete('/api/me/profile/publication')
    expect(names((await matches(project)).all.items)).not.toContain('Lia Novice')
    await person('Lia Novice').client.put('/api/me/profile/publication', { consent: true })
  })

  test('answers the same twice, and nothing to another production', async () => {
    const project = await aProject(api, phare, { days })
    expect(await matches(project)).toEqual(await matches(project))
    const ecume = await aProduction(api, { legalName: 'Écume fictive' })
    for (const id of [project.id, randomUUID()])
      expect((await ecume.client.get(`/api/projects/${id}/matches`)).body).toMatchObject({
        status: 404,
        code: 'project-not-found',
      })
  })
})

describe('a request for some days', () => {
  test('asks for those alone, of the phases they are in', async () => {
    const project = await aProject(api, phare, {
      phases: [
        { kind: 'shoot', days },
        { kind: 'wrap', days: [addDays(days[5] ?? '', 3)] },
      ],
    })
    const { status, body } = await request(phare, person('Yann Tréguer'), project, { days: days.slice(4) })
    expect(status).toBe(201)
    expect(body).toMatchObject({ days: days.slice(4), exclusiveDays: days.slice(4) })
    expect(body.phases).toMatchObject([{ kind: 'shoot', days: days.slice(4) }])
  })

  test('refuses a day the project does not have', async () => {
    const project = await aProject(api, phare, { days })
    const asked = { days: [days[0], addDays(days[0] ?? '', -1)] }
    expect((await request(phare, person('Yann Tréguer'), project, asked)).body).toMatchObject({
      status: 400,
      errors: [{ pointer: '/days/1' }],
    })
  })
})
