import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import {
  aCoordinator,
  anOption,
  aProduction,
  aProject,
  aRequest,
  dayFromNow,
  move,
  readBooking,
  request,
  type TestCoordinator,
  templatesTo,
} from '../test/bookings.ts'
import type { TestPerson } from '../test/people.ts'
import { effectiveStateAt, listByIds } from './repository.ts'
import { effectiveState } from './rules.ts'
import { settleDue } from './service.ts'
import { toStanding } from './standing.ts'

let api: TestApi
let phare: TestPerson
let ecume: TestPerson
let solene: TestCoordinator

beforeEach(async () => {
  api = await createTestApi()
  phare = await aProduction(api)
  ecume = await aProduction(api, { legalName: 'Écume fictive' })
  solene = await aCoordinator(api)
})
afterEach(() => api.close())

const stored = (id: string) =>
  api.database.db.selectFrom('booking').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const work = () => settleDue(api.deps, api.clock.now())
const minuteBefore = (instant: string) => new Date(Date.parse(instant) - 60_000)

test('with the worker stopped nothing can be accepted past its deadline, and everybody reads that it lapsed', async () => {
  const sent = await aRequest(phare, solene, await aProject(api, phare))
  api.clock.advance({ hours: 72 })
  for (const who of [phare, solene])
    expect(await readBooking(who, sent.id)).toMatchObject({
      state: 'expired',
      version: 2,
      allowedMoves: [],
      expiresAt: null,
      endedAt: '2027-02-04T09:00:00.000Z',
    })
  for (const version of [1, 2])
    expect((await move(solene, sent.id, 'accept', version)).body).toMatchObject({
      status: 409,
      code: 'booking-expired',
    })
  expect(await stored(sent.id)).toMatchObject({ state: 'requested', version: 1 })
  expect((await readBooking(phare, sent.id)).timeline.at(-1)).toEqual({
    at: '2027-02-04T09:00:00.000Z',
    kind: 'expired',
    by: 'clock',
    state: 'expired',
  })
})

test('with the worker stopped a lapsed option holds no day, no rank and no contact', async () => {
  const days = [dayFromNow(api, 40)]
  const first = await anOption(api, phare, solene, days)
  api.clock.advance({ hours: 1 })
  const second = await anOption(api, ecume, solene, days)
  api.clock.set(new Date('2027-02-08T09:00:00Z'))
  expect(await readBooking(phare, first.id)).toMatchObject({
    state: 'expired',
    rank: [],
    contact: null,
    project: { title: 'Nuits blanches d’août' },
  })
  expect(await readBooking(solene, first.id)).toMatchObject({ project: { title: null } })
  expect((await move(phare, first.id, 'confirm', first.version)).body.code).toBe('booking-expired')
  expect(await readBooking(ecume, second.id)).toMatchObject({
    rank: [{ rank: 1, of: 1 }],
    allowedMoves: ['confirm', 'extend', 'release'],
  })
  expect((await move(ecume, second.id, 'confirm', second.version)).body).toMatchObject({ state: 'confirmed' })
})

test('the moment of a deadline is past it, the millisecond before is not', async () => {
  const sent = await aRequest(phare, solene, await aProject(api, phare))
  api.clock.set(new Date('2027-02-04T08:59:59.999Z'))
  expect((await readBooking(solene, sent.id)).allowedMoves).toEqual(['accept', 'counter', 'decline'])
  api.clock.set(new Date('2027-02-04T09:00:00.000Z'))
  expect((await readBooking(solene, sent.id)).allowedMoves).toEqual([])
})

test('the worker writes down what was read already, and tells both sides once', async () => {
  const sent = await aRequest(phare, solene, await aProject(api, phare))
  api.clock.advance({ hours: 80 })
  const before = await readBooking(phare, sent.id)
  for (let round = 0; round < 3; round += 1) await work()
  const after = await readBooking(phare, sent.id)
  expect(after).toEqual(before)
  expect(await stored(sent.id)).toMatchObject({
    state: 'expired',
    version: 2,
    endedAt: new Date('2027-02-04T09:00:00Z'),
  })
  expect((await templatesTo(api, phare)).filter((name) => name === 'request-lapsed')).toHaveLength(1)
  expect((await templatesTo(api, solene)).filter((name) => name === 'request-lapsed')).toHaveLength(1)
})

test('an option that lapses lets the next one move up, once', async () => {
  const days = [dayFromNow(api, 40), dayFromNow(api, 41)]
  await anOption(api, phare, solene, days)
  api.clock.advance({ hours: 1 })
  const second = await anOption(api, ecume, solene, days.slice(1))
  api.clock.set(new Date('2027-02-08T09:30:00Z'))
  await work()
  await work()
  expect((await templatesTo(api, ecume)).filter((name) => name === 'moved-up')).toHaveLength(1)
  expect((await readBooking(ecume, second.id)).timeline).toContainEqual(
    expect.objectContaining({ kind: 'moved-up', days: days.slice(1) }),
  )
})

test('reminders go 48, 24 and 2 hours before to whoever must act, each once', async () => {
  const sent = await aRequest(phare, solene, await aProject(api, phare))
  const reminders = async (who: TestPerson) =>
    (await templatesTo(api, who)).filter((name) => name.startsWith('reminder')).length
  for (const [hours, expected] of [
    [23.9, 0],
    [24, 1],
    [47, 1],
    [48, 2],
    [69, 2],
    [70, 3],
    [71.9, 3],
    [72, 3],
  ] as const) {
    api.clock.set(new Date(Date.parse('2027-02-01T09:00:00Z') + hours * 3_600_000))
    await work()
    await work()
    expect(await reminders(solene), `${hours} hours after it was sent`).toBe(expected)
  }
  expect(await reminders(phare)).toBe(0)
  expect((await readBooking(solene, sent.id)).timeline.map(({ hours }: { hours?: number }) => hours)).toEqual(
    [undefined, 48, 24, 2, undefined],
  )
})

test('a production is reminded to confirm; after a worker’s absence by one mail, not three', async () => {
  const option = await anOption(api, phare, solene, [dayFromNow(api, 40)])
  api.clock.set(new Date('2027-02-08T08:00:00Z'))
  await work()
  await work()
  expect((await templatesTo(api, phare)).filter((name) => name === 'reminder-to-confirm')).toHaveLength(1)
  expect((await readBooking(phare, option.id)).timeline).toContainEqual(
    expect.objectContaining({ kind: 'reminded', hours: 2 }),
  )
})

test('a confirmed booking is done as the second day after its last begins where the coordinator lives', async () => {
  const far = await aCoordinator(api, { timeZone: 'Pacific/Tahiti', displayName: 'Teva Loin' })
  const option = await anOption(api, phare, far, [dayFromNow(api, 3), dayFromNow(api, 4)])
  await move(phare, option.id, 'confirm', option.version)
  const done = '2027-02-07T10:00:00.000Z'
  api.clock.set(minuteBefore(done))
  expect(await readBooking(far, option.id)).toMatchObject({ state: 'confirmed', allowedMoves: ['cancel'] })
  api.clock.set(new Date(done))
  const before = await readBooking(far, option.id)
  expect(before).toMatchObject({ state: 'completed', allowedMoves: [], version: 4 })
  await work()
  expect(await readBooking(far, option.id)).toEqual(before)
  expect((await stored(option.id)).state).toBe('completed')
})

test('every move lets the clock catch up first: what lapsed is written down with it', async () => {
  const lapsing = await aRequest(phare, solene, await aProject(api, phare))
  api.clock.advance({ hours: 71 })
  const fresh = await aRequest(ecume, solene, await aProject(api, ecume))
  api.clock.advance({ hours: 2 })
  expect((await move(solene, fresh.id, 'decline', 1, { reason: 'not-free' })).status).toBe(200)
  expect((await stored(lapsing.id)).state).toBe('expired')
})

test('lists filter by the state as it is now, worker or not', async () => {
  const one = await aRequest(phare, solene, await aProject(api, phare))
  const two = await aRequest(phare, solene, await aProject(api, phare), { replyBy: '2027-02-20T09:00:00Z' })
  const other = await aProject(api, phare)
  const three = await aRequest(phare, solene, other)
  await move(phare, three.id, 'withdraw', 1)
  api.clock.advance({ hours: 100 })
  const list = async (query: string) => {
    const { body } = await phare.client.get(`/api/bookings?${query}`)
    return body.items.map(({ id, state }: { id: string; state: string }) => [id, state])
  }
  expect(await list('')).toEqual([
    [two.id, 'requested'],
    [three.id, 'withdrawn'],
    [one.id, 'expired'],
  ])
  expect(await list('state=requested')).toEqual([[two.id, 'requested']])
  expect(await list('state=expired')).toEqual([[one.id, 'expired']])
  expect(await list('state=expired&state=withdrawn')).toHaveLength(2)
  expect(await list(`project=${other.id}`)).toEqual([[three.id, 'withdrawn']])
  expect((await phare.client.get('/api/bookings?perPage=1&page=2')).body).toMatchObject({
    total: 3,
    page: 2,
    perPage: 1,
  })
  expect((await phare.client.get('/api/bookings?state=lost')).body).toMatchObject({
    status: 400,
    errors: [{ pointer: '/query/state' }],
  })
  expect((await phare.client.get('/api/bookings?sate=lost')).body).toMatchObject({ status: 400 })
})

test('the state that filters count is the state that rules compute, at every hour and in every zone', {
  timeout: 60_000,
}, async () => {
  const zones = ['Pacific/Kiritimati', 'America/Santiago', 'Europe/Paris']
  for (const [index, timeZone] of zones.entries()) {
    const person = await aCoordinator(api, { timeZone, displayName: `Zoé Zone ${index}` })
    for (const kind of ['option', 'firm']) {
      const project = await aProject(api, phare, {
        days: [dayFromNow(api, 5 + index)],
        brief: undefined,
        discipline: 'intimacy',
      })
      const sent = await request(phare, person, project, { kind })
      if (kind === 'option') await move(person, sent.body.id, 'accept', 1)
    }
    const option = await anOption(api, ecume, person, [dayFromNow(api, 8 + index)])
    await move(ecume, option.id, 'confirm', option.version)
  }
  const rows = await listByIds(
    api.database.db,
    (await api.database.db.selectFrom('booking').select('id').execute()).map(({ id }) => id),
  )
  expect(rows.length).toBe(9)
  const seen = new Set<string>()
  for (let quarters = 0; quarters < 4 * 24 * 12; quarters += 3) {
    api.clock.advance({ minutes: 45 })
    const now = api.clock.now()
    const counted = await api.database.db
      .selectFrom('booking')
      .innerJoin('coordinator', 'coordinator.id', 'booking.coordinatorId')
      .select(['booking.id', effectiveStateAt(now).as('state')])
      .execute()
    for (const row of rows) {
      const state = effectiveState(toStanding(row, [], now), now)
      expect(counted.find(({ id }) => id === row.id)?.state).toBe(state)
      seen.add(state)
    }
  }
  expect([...seen].sort()).toEqual(['completed', 'confirmed', 'expired', 'option', 'requested'])
})
