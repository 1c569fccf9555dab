import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import {
  aCoordinator,
  anOption,
  aProduction,
  aProject,
  aRequest,
  dayFromNow,
  move,
  request,
  type TestCoordinator,
} from '../test/bookings.ts'
import type { TestAnswer } from '../test/client.ts'
import { aRegistrar, type TestPerson } from '../test/people.ts'

let api: TestApi
let phare: TestPerson
let solene: TestCoordinator
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

const meet = async () => {
  phare = await aProduction(api)
  solene = await aCoordinator(api)
  return aRequest(phare, solene, await aProject(api, phare))
}
const block = (bookingId: string, who = 'company') => solene.client.post('/api/me/blocks', { bookingId, who })

/** What an answer says, without the name of its request and the moment. */
const said = ({ status, body, headers }: TestAnswer) => {
  const kept = [...headers].filter(([name]) => !/request-id|ratelimit/.test(name))
  return { status, body: { ...body, instance: undefined }, headers: kept }
}

describe.each(['company', 'person'] as const)('a blocked %s', (who) => {
  test('gets, to the byte, what a paused profile answers', async () => {
    const { id } = await meet()
    const project = await aProject(api, phare)
    await solene.client.put('/api/me/profile/pause')
    const paused = said(await request(phare, solene, project))
    expect(paused.body).toMatchObject({ status: 409, code: 'not-taking-requests' })
    await solene.client.delete('/api/me/profile/pause')
    expect((await block(id, who)).status).toBe(201)
    expect(said(await request(phare, solene, project))).toEqual(paused)
  })

  test('still sees the profile, the days and the search as before, and is told nothing', async () => {
    const { id } = await meet()
    const days = `from=${dayFromNow(api, 1)}&to=${dayFromNow(api, 9)}`
    const read = async () =>
      Promise.all(
        [
          `/api/coordinators/${solene.slug}`,
          `/api/coordinators/${solene.slug}/availability?${days}`,
          '/api/coordinators?region=FR-BRE',
          `/api/bookings/${id}`,
          '/api/bookings',
        ].map(async (path) => {
          const { items, tookMs: _, ...body } = (await phare.client.get(path)).body
          return { items, ...body }
        }),
      )
    const before = await read()
    const mails = (await api.mailsTo(phare.email)).length
    await block(id, who)
    expect(await read()).toEqual(before)
    expect(await api.mailsTo(phare.email)).toHaveLength(mails)
  })

  test('may ask again once the block is lifted', async () => {
    const { id } = await meet()
    const { body } = await block(id, who)
    expect((await solene.client.delete(`/api/me/blocks/${body.id}`)).status).toBe(204)
    expect((await request(phare, solene, await aProject(api, phare))).status).toBe(201)
    expect((await solene.client.delete(`/api/me/blocks/${body.id}`)).body.code).toBe('block-not-found')
  })
})

test('a second account of a blocked house is not let through', async () => {
  const { id } = await meet()
  const house = (await phare.client.get('/api/companies/current')).body
  const colleague = await aProduction(api, { registration: house.registration })
  const stranger = await aProduction(api)
  expect((await block(id)).status).toBe(201)
  const asked = await request(colleague, solene, await aProject(api, colleague))
  expect(asked.body.code).toBe('not-taking-requests')
  expect((await request(stranger, solene, await aProject(api, stranger))).status).toBe(201)
})

test('a block is of one coordinator and one company: others ask and are asked as before', async () => {
  const { id } = await meet()
  await block(id)
  const project = await aProject(api, phare)
  expect((await request(phare, await aCoordinator(api), project)).status).toBe(201)
  const other = await aProduction(api)
  expect((await request(other, solene, await aProject(api, other))).status).toBe(201)
})

test('what stands with them is shown, ends by nobody but the two, and the moves stay as they are', async () => {
  const asked = await meet()
  const option = await anOption(api, phare, solene, [dayFromNow(api, 50)])
  const { body } = await block(asked.id)
  expect(body).toMatchObject({ who: 'company', name: 'Les Films du Phare fictif' })
  expect(body.live.map(({ id, state }: { id: string; state: string }) => [id, state])).toEqual([
    [asked.id, 'requested'],
    [option.id, 'option'],
  ])
  const declined = await move(solene, asked.id, 'decline', body.live[0].version, { reason: 'other' })
  expect(declined.body.state).toBe('declined')
  const { items } = (await solene.client.get('/api/me/blocks')).body
  expect(items[0].live.map(({ id }: { id: string }) => id)).toEqual([option.id])
  expect((await move(phare, option.id, 'confirm', option.version)).body.state).toBe('confirmed')
})

test('blocking twice is one block, of the company and of the person are two, each found from the booking', async () => {
  const { id } = await meet()
  const first = await block(id)
  expect((await block(id)).body.id).toBe(first.body.id)
  const person = await block(id, 'person')
  expect(person.body).toMatchObject({
    who: 'person',
    name: 'Inès Phare',
    company: 'Les Films du Phare fictif',
  })
  const stranger = await aProduction(api)
  const other = await aRequest(stranger, solene, await aProject(api, stranger))
  const list = async (query = '') => (await solene.client.get(`/api/me/blocks${query}`)).body.items
  expect(await list()).toHaveLength(2)
  expect(await list(`?booking=${id}`)).toHaveLength(2)
  expect(await list(`?booking=${other.id}`)).toEqual([])
})

test('only from one’s own bookings, and the trail says that somebody blocked, never whom', async () => {
  const { id } = await meet()
  const stranger = await aCoordinator(api)
  const answer = await stranger.client.post('/api/me/blocks', { bookingId: id, who: 'company' })
  expect(answer.body.code).toBe('booking-not-found')
  const { body } = await block(id)
  const registrar = await aRegistrar(api)
  const { items } = (await registrar.client.get(`/api/registrar/audit?actor=${solene.id}&kind=block.set`))
    .body
  expect(items).toMatchObject([{ subject: { kind: 'account', id: solene.id }, facts: {} }])
  const company = (await phare.client.get('/api/companies/current')).body
  expect(JSON.stringify(items)).not.toContain(company.id ?? body.id)
})
