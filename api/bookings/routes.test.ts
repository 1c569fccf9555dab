import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import {
  aCoordinator,
  anOption,
  aProduction,
  aProject,
  aRequest,
  asInput,
  dayFromNow,
  move,
  readBooking,
  request,
  type TestCoordinator,
} from '../test/bookings.ts'
import type { TestPerson } from '../test/people.ts'

let api: TestApi
let phare: TestPerson
let ecume: TestPerson
let solene: TestCoordinator

beforeAll(async () => {
  api = await createTestApi()
  phare = await aProduction(api)
  ecume = await aProduction(api, { legalName: 'Écume fictive' })
  solene = await aCoordinator(api)
})
afterAll(() => api.close())

/** Days that no other test of this file asks for. */
let next = 20
const freshDays = (count: number): string[] => {
  next += count + 1
  return Array.from({ length: count }, (_, index) => dayFromNow(api, next - count + index))
}

describe('an option', () => {
  test('is asked, accepted and confirmed, and both sides see the same', async () => {
    const days = freshDays(2)
    const project = await aProject(api, phare, { days })
    const sent = await aRequest(phare, solene, project, {
      rate: { amountCents: 45_000, currency: 'EUR', per: 'day' },
    })
    expect(sent).toMatchObject({
      state: 'requested',
      version: 1,
      termsVersion: 1,
      days,
      exclusiveDays: days,
      rank: [],
    })
    const accepted = await move(solene, sent.id, 'accept', 1)
    expect(accepted.body).toMatchObject({
      state: 'option',
      version: 2,
      rank: days.map((date) => ({ date, rank: 1, of: 1 })),
      expiresAt: '2027-02-08T09:00:00.000Z',
      replyBy: null,
      allowedMoves: ['release'],
    })
    expect(await readBooking(phare, sent.id)).toMatchObject({
      state: 'option',
      version: 2,
      allowedMoves: ['confirm', 'trim', 'extend', 'release'],
    })
    const confirmed = await move(phare, sent.id, 'confirm', 2)
    expect(confirmed.body).toMatchObject({
      state: 'confirmed',
      version: 3,
      expiresAt: null,
      allowedMoves: ['cancel'],
    })
    const listed = (await solene.client.get('/api/bookings')).body.items
    expect(listed.find(({ id }: { id: string }) => id === sent.id).latest).toMatchObject({
      kind: 'confirmed',
      by: 'production',
    })
    const [theirs, ours] = [await readBooking(solene, sent.id), await readBooking(phare, sent.id)]
    expect(theirs.latest).toMatchObject({ kind: 'confirmed', by: 'production' })
    for (const part of ['state', 'version', 'days', 'rate', 'phases', 'policy', 'expiresAt'])
      expect(theirs[part]).toEqual(ours[part])
    expect(theirs.timeline.map(({ kind, by, state }: Record<string, string>) => [kind, by, state])).toEqual([
      ['requested', 'production', 'requested'],
      ['accepted', 'coordinator', 'option'],
      ['contact-revealed', 'coordinator', undefined],
      ['contact-revealed', 'production', undefined],
      ['confirmed', 'production', 'confirmed'],
    ])
  })

  test('behind another is second on the days they share, and cannot be confirmed before it', async () => {
    const [a, b, c] = freshDays(3) as [string, string, string]
    const first = await anOption(api, phare, solene, [a, b])
    const second = await anOption(api, ecume, solene, [b, c])
    const seen = await readBooking(ecume, second.id)
    expect(seen.rank).toEqual([
      { date: b, rank: 2, of: 2 },
      { date: c, rank: 1, of: 1 },
    ])
    expect(seen.allowedMoves).toEqual(['challenge', 'trim', 'extend', 'release'])
    expect(seen.blockedMoves).toEqual([{ move: 'confirm', because: 'not-first-option' }])
    expect((await move(ecume, second.id, 'confirm', second.version)).body).toMatchObject({
      status: 409,
      code: 'not-first-option',
    })

    expect((await move(phare, first.id, 'confirm', first.version)).status).toBe(200)
    const late = await move(ecume, second.id, 'confirm', second.version)
    expect(late.body).toMatchObject({ status: 409, code: 'dates-taken', taken: [b], free: [c] })
    const behind = await readBooking(ecume, second.id)
    expect(behind).toMatchObject({ state: 'option', version: second.version, takenDays: [b] })
    expect(behind.timeline.at(-1)).toMatchObject({ kind: 'dates-lost', by: 'clock', days: [b] })
    expect((await api.mailsTo(ecume.email)).at(-1)).toMatchObject({ template: 'dates-lost' })

    const cancelled = await move(phare, first.id, 'cancel', first.version + 1, { reason: 'project-stopped' })
    expect(cancelled.body).toMatchObject({
      state: 'cancelled',
      reason: { code: 'project-stopped', note: null },
    })
    expect((await readBooking(ecume, second.id)).timeline.at(-1)).toMatchObject({
      kind: 'moved-up',
      days: [b],
    })
    expect((await api.mailsTo(ecume.email)).at(-1)).toMatchObject({ template: 'moved-up' })
    expect((await move(ecume, second.id, 'confirm', second.version)).body).toMatchObject({
      state: 'confirmed',
    })
  })

  test('that is released lets the next one move up, who is told', async () => {
    const days = freshDays(1)
    const first = await anOption(api, phare, solene, days)
    const second = await anOption(api, ecume, solene, days)
    const released = await move(solene, first.id, 'release', first.version, {
      reason: 'other-firm-offer',
      note: 'Pardon.',
    })
    expect(released.body).toMatchObject({
      state: 'released',
      reason: { code: 'other-firm-offer', note: 'Pardon.' },
    })
    expect((await readBooking(phare, first.id)).reason).toEqual({ code: 'other-firm-offer', note: 'Pardon.' })
    expect((await readBooking(ecume, second.id)).rank).toEqual([{ date: days[0], rank: 1, of: 1 }])
    expect((await api.mailsTo(phare.email)).at(-1)).toMatchObject({ template: 'option-released' })
    expect((await api.mailsTo(ecume.email)).at(-1)).toMatchObject({ template: 'moved-up' })
  })

  test('holds no day that is shared: remote work and preparation collide with nothing', async () => {
    const days = freshDays(2)
    const phases = [{ kind: 'prep', days }]
    const bookings = []
    for (const production of [phare, ecume]) {
      const project = await aProject(api, production, { phases })
      const sent = await aRequest(production, solene, project, { kind: 'firm' })
      bookings.push((await move(solene, sent.id, 'accept', 1)).body)
    }
    for (const booking of bookings)
      expect(booking).toMatchObject({ state: 'confirmed', exclusiveDays: [], days })
  })
})

describe('a firm request', () => {
  test('is booked by its acceptance, and takes the days from the next', async () => {
    const [a, b] = freshDays(2) as [string, string]
    const one = await aRequest(phare, solene, await aProject(api, phare, { days: [a] }), { kind: 'firm' })
    const other = await aRequest(ecume, solene, await aProject(api, ecume, { days: [a, b] }), {
      kind: 'firm',
    })
    expect((await move(solene, one.id, 'accept', 1)).body).toMatchObject({ state: 'confirmed', version: 2 })
    const refused = await move(solene, other.id, 'accept', 1)
    expect(refused.body).toMatchObject({ status: 409, code: 'dates-taken', taken: [a], free: [b] })
    expect(await readBooking(solene, other.id)).toMatchObject({
      state: 'requested',
      takenDays: [a],
      allowedMoves: ['counter', 'decline'],
      blockedMoves: [{ move: 'accept', because: 'dates-taken' }],
    })
  })

  test('waits while another company holds an option on its days; one’s own option does not stand in the way', async () => {
    const days = freshDays(1)
    const option = await anOption(api, phare, solene, days)
    const firm = await aRequest(ecume, solene, await aProject(api, ecume, { days }), { kind: 'firm' })
    const held = await move(solene, firm.id, 'accept', 1)
    expect(held.body).toMatchObject({ status: 409, code: 'days-held', held: days })
    const own = await aRequest(phare, solene, await aProject(api, phare, { days }), { kind: 'firm' })
    expect((await move(solene, own.id, 'accept', 1)).body).toMatchObject({ state: 'confirmed' })
    expect((await readBooking(phare, option.id)).state).toBe('option')
  })
})

test('a company that confirms over its own other request is not told that another did', async () => {
  const days = freshDays(1)
  const [one, two] = [
    await aRequest(phare, solene, await aProject(api, phare, { days }), { kind: 'firm' }),
    await aRequest(phare, solene, await aProject(api, phare, { days }), { kind: 'firm' }),
  ]
  await move(solene, one.id, 'accept', 1)
  expect((await api.mailsTo(phare.email)).at(-1)).toMatchObject({ template: 'request-booked' })
  expect(await readBooking(phare, two.id)).toMatchObject({ state: 'requested', takenDays: days })
})

describe('a request', () => {
  test('keeps the days it was asked with when the project is edited', async () => {
    const days = freshDays(2)
    const project = await aProject(api, phare, { days })
    const sent = await aRequest(phare, solene, project)
    const { body: stored } = await phare.client.get(`/api/projects/${project.id}`)
    const phases = [{ ...stored.phases[0], days: freshDays(1) }]
    const put = await phare.client.put(`/api/projects/${project.id}`, { ...asInput(stored), phases })
    expect(put.status, JSON.stringify(put.body)).toBe(200)
    expect((await readBooking(solene, sent.id)).days).toEqual(days)
  })

  test('for chosen phases asks for their days alone', async () => {
    const [a, b] = freshDays(2) as [string, string]
    const phases = [
      { kind: 'prep', days: [a] },
      { kind: 'shoot', days: [b] },
    ]
    const project = await aProject(api, phare, { phases })
    const sent = await aRequest(phare, solene, project, { phaseIds: [project.phases[1]?.id] })
    expect(sent).toMatchObject({ days: [b], phases: [{ kind: 'shoot', exclusive: true }] })
    const foreign = await request(phare, solene, project, {
      phaseIds: ['01980000-0000-7000-8000-000000000001'],
    })
    expect(foreign.body).toMatchObject({ status: 400, errors: [{ pointer: '/phaseIds/0' }] })
  })

  test('is declined with a reason that the other side reads', async () => {
    const sent = await aRequest(phare, solene, await aProject(api, phare, { days: freshDays(1) }))
    const without = await move(solene, sent.id, 'decline', 1)
    expect(without.body).toMatchObject({ status: 400, errors: [{ pointer: '/reason' }] })
    expect((await move(solene, sent.id, 'decline', 1, { reason: 'not-free' })).body.state).toBe('declined')
    expect(await readBooking(phare, sent.id)).toMatchObject({
      reason: { code: 'not-free' },
      allowedMoves: [],
    })
    expect((await api.mailsTo(phare.email)).at(-1)).toMatchObject({ template: 'request-declined' })
  })

  test('is withdrawn by the production, and then nothing can be done with it', async () => {
    const sent = await aRequest(phare, solene, await aProject(api, phare, { days: freshDays(1) }))
    expect((await move(phare, sent.id, 'withdraw', 1)).body.state).toBe('withdrawn')
    const late = await move(solene, sent.id, 'accept', 2)
    expect(late.body).toMatchObject({ status: 409, code: 'move-not-allowed', reason: 'not-in-this-state' })
  })

  test('cannot be accepted by the side that sent it', async () => {
    const sent = await aRequest(phare, solene, await aProject(api, phare, { days: freshDays(1) }))
    const own = await move(phare, sent.id, 'accept', 1)
    expect(own.body).toMatchObject({ status: 409, code: 'move-not-allowed', reason: 'not-your-move' })
  })

  test('answered on a stale page is refused as changed', async () => {
    const sent = await aRequest(phare, solene, await aProject(api, phare, { days: freshDays(1) }))
    await move(solene, sent.id, 'accept', 1)
    expect((await move(solene, sent.id, 'accept', 1)).body).toMatchObject({
      status: 409,
      code: 'booking-changed',
    })
    expect((await move(phare, sent.id, 'withdraw', 1)).body).toMatchObject({
      status: 409,
      code: 'booking-changed',
    })
  })

  test('waits 72 hours, or as long as asked, and never beyond a day before its first day', async () => {
    const far = await aProject(api, phare, { days: freshDays(1) })
    expect(await aRequest(phare, solene, far)).toMatchObject({ replyBy: '2027-02-04T09:00:00.000Z' })
    const asked = await aRequest(phare, solene, far, { replyBy: '2027-02-10T12:00:00+01:00' })
    expect(asked).toMatchObject({
      replyBy: '2027-02-10T11:00:00.000Z',
      expiresAt: '2027-02-10T11:00:00.000Z',
    })
    const soon = await aProject(api, phare, { days: [dayFromNow(api, 3)] })
    expect(await aRequest(phare, solene, soon)).toMatchObject({ replyBy: '2027-02-02T23:00:00.000Z' })
    const late = await request(phare, solene, await aProject(api, phare, { days: [dayFromNow(api, 1)] }))
    expect(late.body).toMatchObject({ status: 409, code: 'too-late' })
    const past = await request(phare, solene, far, { replyBy: '2027-01-31T12:00:00Z' })
    expect(past.body).toMatchObject({ status: 400, errors: [{ pointer: '/replyBy' }] })
  })
})
