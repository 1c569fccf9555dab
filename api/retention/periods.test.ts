import { retentionRules } from '@repere/db/vocabulary/retention.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestApi, type TestApi, testNow } from '../test/api.ts'
import {
  aCoordinator,
  anOption,
  aProduction,
  aProject,
  aRequest,
  dayFromNow,
  move,
} from '../test/bookings.ts'
import { everythingStored } from '../test/everything-stored.ts'
import { aRegistrar, signInAgain, signUp, type TestPerson } from '../test/people.ts'
import { readRetention, sweep } from './service.ts'

let api: TestApi
let registrar: TestPerson
beforeAll(async () => {
  api = await createTestApi()
  registrar = await aRegistrar(api)
})
afterAll(() => api.close())
beforeEach(() => api.clock.set(testNow))

const dueOf = async (rule: string) =>
  (await readRetention(api.deps)).items.find((item) => item.rule === rule) ?? { due: -1, held: -1 }

/** An accepted option and a declined request of new people, ended as said. */
const ended = async () => {
  const coordinator = await aCoordinator(api)
  const production = await aProduction(api)
  const declined = await aRequest(production, coordinator, await aProject(api, production))
  await move(coordinator, declined.id, 'decline', 1, { reason: 'rate' })
  const booked = await anOption(api, production, coordinator, [dayFromNow(api, 40)])
  await move(production, booked.id, 'confirm', booked.version)
  return { coordinator, production, declined, booked }
}

const stay = async ({ client }: TestPerson) => {
  // Nobody idles in these two years: what is tested is the bookings' own time.
  const session = await client.get('/api/sessions/current')
  expect(session.status).toBe(200)
}

const bookingExists = async (id: string) =>
  (await api.database.db.selectFrom('booking').select('id').where('id', '=', id).executeTakeFirst()) !==
  undefined

const keepSeen = (days: number) =>
  api.database.ownerDb
    .updateTable('account')
    .set({ lastSeenOn: dayFromNow(api, days) })
    .execute()

test('a request that led to nothing is forgotten after a year, agreed work after five', async () => {
  const { coordinator, declined, booked } = await ended()
  await stay(coordinator)
  api.clock.advance({ days: 364 })
  await keepSeen(0)
  await sweep(api.deps)
  expect([await bookingExists(declined.id), await bookingExists(booked.id)]).toEqual([true, true])
  api.clock.advance({ days: 2 })
  expect(await dueOf('ended-request')).toMatchObject({ due: 1, held: 0 })
  await sweep(api.deps)
  expect([await bookingExists(declined.id), await bookingExists(booked.id)]).toEqual([false, true])
  // Written down as completed by the clock, then five years on.
  const { settleDue } = await import('../bookings/service.ts')
  await settleDue(api.deps, api.clock.now())
  api.clock.advance({ days: 1_826 })
  await keepSeen(0)
  await sweep(api.deps)
  expect(await bookingExists(booked.id)).toBe(false)
})

test('words are unreadable six months after the last day of work, and the pages say since when', async () => {
  const { coordinator, production, booked } = await ended()
  const read = () => production.client.get(`/api/bookings/${booked.id}`)
  const before = await read()
  expect(before.body.project.title).toBe('Nuits blanches d’août')
  expect(before.body.textsErasedAt).toBeNull()
  api.clock.advance({ days: 40 + 190 })
  await keepSeen(0)
  expect((await readRetention(api.deps)).keys.due).toBeGreaterThan(0)
  await sweep(api.deps)
  const { client: again } = await signInAgain(api, production)
  const { body } = await again.get(`/api/bookings/${booked.id}`)
  expect(body).toMatchObject({ textsErasedAt: api.clock.now().toISOString(), days: before.body.days })
  expect(body.project).toMatchObject({ title: null, codeName: null, brief: null })
  const { body: thread } = await again.get(`/api/bookings/${booked.id}/messages`)
  expect(thread.items.map((item: { body: string | null }) => item.body)).toEqual([null])
  const { body: projects } = await again.get('/api/projects')
  expect(
    projects.items.map(({ textsErasedAt }: { textsErasedAt: string | null }) => textsErasedAt !== null),
  ).toContain(true)
  expect(coordinator.id).not.toBe(production.id)
})

test('what a report is open on is held, and goes once it is closed', async () => {
  const { coordinator, production, declined } = await ended()
  const { id } = await api.database.ownerDb
    .insertInto('report')
    .values({
      subject: 'booking',
      bookingId: declined.id,
      reporterId: coordinator.id,
      reportedId: production.id,
      reason: 'other',
      wordsSealed: api.deps.sealer.forPurpose('report').seal('mots'),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  api.clock.advance({ days: 400 })
  await keepSeen(0)
  expect((await dueOf('ended-request')).held).toBe(1)
  expect((await readRetention(api.deps)).keys.held).toBeGreaterThan(0)
  await sweep(api.deps)
  expect(await bookingExists(declined.id)).toBe(true)
  await api.database.ownerDb.updateTable('report').set({ state: 'closed' }).where('id', '=', id).execute()
  await sweep(api.deps)
  expect(await bookingExists(declined.id)).toBe(false)
})

test('an unused account is warned a month before, kept by a visit, and erased without one', async () => {
  const [absent, back] = [await signUp(api, 'coordinator'), await signUp(api, 'production')]
  const others = await api.database.ownerDb.selectFrom('account').select('id').execute()
  for (const { id } of others.filter((one) => ![absent.id, back.id].includes(one.id)))
    await api.database.ownerDb
      .updateTable('account')
      .set({ lastSeenOn: '2999-01-01' })
      .where('id', '=', id)
      .execute()
  await api.database.ownerDb
    .updateTable('account')
    .set({ lastSeenOn: dayFromNow(api, 0) })
    .where('id', 'in', [absent.id, back.id])
    .execute()
  api.clock.advance({ days: 701 })
  expect(await dueOf('unused-warning')).toMatchObject({ due: 2 })
  await sweep(api.deps)
  await sweep(api.deps)
  const warnings = async ({ email }: TestPerson) =>
    (await api.mailsTo(email)).filter(({ template }) => template === 'account-unused')
  expect([(await warnings(absent)).length, (await warnings(back)).length]).toEqual([1, 1])
  expect((await warnings(absent))[0]?.subject).toBe('Votre compte Repère s’efface dans 30\u00a0jours')
  const { client: visit } = await signInAgain(api, back)
  api.clock.advance({ minutes: 2 })
  await visit.get('/api/sessions/current')
  api.clock.advance({ days: 29 })
  await sweep(api.deps)
  expect((await api.mailsTo(absent.email)).length).toBeGreaterThan(0)
  api.clock.advance({ days: 2 })
  expect(await dueOf('unused-account')).toMatchObject({ due: 1 })
  await sweep(api.deps)
  const left = await api.database.ownerDb
    .selectFrom('account')
    .select('id')
    .where('id', 'in', [absent.id, back.id])
    .execute()
  expect(left).toEqual([{ id: back.id }])
  expect((await api.mailsTo(absent.email)).at(-1)?.template).toBe('account-erased')
})

test('a dry run changes nothing, and counts what the run then does', async () => {
  await ended()
  await signUp(api, 'coordinator', { verified: false })
  api.clock.advance({ days: 366 })
  const before = await everythingStored(api)
  const plan = await readRetention(api.deps)
  expect(await everythingStored(api)).toBe(before)
  expect(plan.items.map(({ rule }) => rule)).toEqual([...retentionRules])
  expect(plan.items.find(({ rule }) => rule === 'unproven-account')?.due).toBe(1)
  await sweep(api.deps)
  const after = await readRetention(api.deps)
  expect(after.items.filter(({ due }) => due > 0)).toEqual([])
  expect(after.keys.due).toBe(0)
})

test('a registrar changes a period within its bounds, and it holds at the next sweep', async () => {
  const { client: anew } = await signInAgain(api, registrar)
  const beyond = await anew.put('/api/registrar/retention', { rule: 'link', days: 90 })
  expect([beyond.status, beyond.body.errors[0].detail]).toEqual([400, 'must lie between 1 and 30'])
  const fixed = await anew.put('/api/registrar/retention', { rule: 'evidence', days: 30 })
  expect(fixed.status).toBe(400)
  expect((await anew.put('/api/registrar/retention', { rule: 'link', days: 1 })).status).toBe(204)
  const { body } = await anew.get('/api/registrar/retention')
  expect(body.items.find(({ rule }: { rule: string }) => rule === 'link')).toMatchObject({
    days: 1,
    changedAt: api.clock.now().toISOString(),
  })
  const { facts } = await api.database.db
    .selectFrom('event')
    .select('facts')
    .where('kind', '=', 'retention.changed')
    .executeTakeFirstOrThrow()
  expect(facts).toEqual({ rule: 'link', from: 7, to: 1 })
})
