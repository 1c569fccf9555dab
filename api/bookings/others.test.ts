import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import {
  aCoordinator,
  aProduction,
  aProject,
  aRequest,
  dayFromNow,
  move,
  readBooking,
} from '../test/bookings.ts'
import type { TestPerson } from '../test/people.ts'

let api: TestApi
let phare: TestPerson
beforeAll(async () => {
  api = await createTestApi()
  phare = await aProduction(api)
})
afterAll(() => api.close())

const days = () => [dayFromNow(api, 40), dayFromNow(api, 41)]

describe('once somebody is found', () => {
  test('everybody else who was asked for the project is let go, and told by mail', async () => {
    const [found, waiting, holding] = await Promise.all([1, 2, 3].map(() => aCoordinator(api)))
    if (!found || !waiting || !holding) throw new Error('three people are needed')
    const project = await aProject(api, phare, { days: days() })
    const other = await aProject(api, phare, { days: [dayFromNow(api, 60)] })
    const kept = await aRequest(phare, waiting, other)
    const asked = await aRequest(phare, waiting, project)
    const option = await aRequest(phare, holding, project)
    await move(holding, option.id, 'accept', option.version)
    const firm = await aRequest(phare, found, project, { kind: 'firm' })
    await move(found, firm.id, 'accept', firm.version)
    const before = (await api.mailsTo(waiting.email)).length

    const { status, body } = await phare.client.post(`/api/bookings/${firm.id}/others`, {})
    expect([status, body.left]).toEqual([200, []])
    expect(body.told).toHaveLength(2)
    expect(await readBooking(waiting, asked.id)).toMatchObject({
      state: 'withdrawn',
      reason: { code: 'found-someone' },
    })
    expect(await readBooking(holding, option.id)).toMatchObject({
      state: 'released',
      reason: { code: 'found-someone' },
    })
    expect(await readBooking(phare, kept.id)).toMatchObject({ state: 'requested' })
    expect(await api.mailsTo(waiting.email)).toHaveLength(before + 1)
    expect((await phare.client.post(`/api/bookings/${firm.id}/others`, {})).body).toEqual({
      told: [],
      left: [],
    })
  })

  test('and not before; nor by anybody else', async () => {
    const person = await aCoordinator(api)
    const asked = await aRequest(phare, person, await aProject(api, phare, { days: days() }))
    expect((await phare.client.post(`/api/bookings/${asked.id}/others`, {})).body).toMatchObject({
      status: 409,
      code: 'move-not-allowed',
    })
    const stranger = await aProduction(api, { legalName: 'Écume fictive' })
    expect((await stranger.client.post(`/api/bookings/${asked.id}/others`, {})).status).toBe(404)
  })
})

describe('the time people take to answer', () => {
  test('is said of both sides once there are five answers', async () => {
    const person = await aCoordinator(api)
    const company = await aProduction(api, { legalName: 'Lenteur fictive' })
    const timesSeen = async () =>
      (await api.visitor().get(`/api/coordinators/${person.slug}`)).body.responseTime
    let last = ''
    for (const hours of [2, 4, 6, 8, 30]) {
      expect(await timesSeen()).toBeNull()
      const project = await aProject(api, company, { days: [dayFromNow(api, 50 + hours)] })
      const asked = await aRequest(company, person, project)
      api.clock.advance({ hours })
      const { body } = await move(person, asked.id, 'accept', asked.version)
      api.clock.advance({ hours: 12 })
      await move(company, asked.id, 'confirm', body.version)
      last = asked.id
    }
    expect(await timesSeen()).toEqual({ medianHours: 6, answers: 5 })
    expect((await readBooking(company, last)).responseTime).toEqual({ medianHours: 6, answers: 5 })
    expect((await readBooking(person, last)).responseTime).toEqual({ medianHours: 12, answers: 5 })
  })
})
