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
import { aRegistrar, type TestPerson, testPassword } from '../test/people.ts'
import { reportsDesk } from '../test/reports.ts'
import { isHeld } from './service.ts'

let api: TestApi
let registrar: TestPerson
beforeAll(async () => {
  api = await createTestApi()
  registrar = await aRegistrar(api)
})
afterAll(() => api.close())

const { decide, kinds, measure, onDesk } = reportsDesk(() => registrar)
const words = 'Il insiste sur la scène, hors sujet.'

let phare: TestPerson
let solene: TestCoordinator
let bookingId: string
let projectId: string
const meet = async () => {
  phare = await aProduction(api)
  solene = await aCoordinator(api)
  const project = await aProject(api, phare)
  projectId = project.id
  bookingId = (await aRequest(phare, solene, project, { message: 'Bonjour, un mot.' })).id
}

const report = (who: TestPerson = solene, more: object = {}) =>
  who.client.post('/api/reports', { subject: 'messages', bookingId, reason: 'harassment', words, ...more })
const aReport = async () => {
  await meet()
  const { status, body } = await report()
  expect(status, JSON.stringify(body)).toBe(201)
  return body.id as string
}
const own = async (who: TestPerson) => (await who.client.get('/api/me/reports')).body.items
const lastMail = async (who: TestPerson) => (await api.mailsTo(who.email)).at(-1)

describe('reporting', () => {
  test('is received once, however often it is sent at the same moment', async () => {
    await meet()
    const answers = await Promise.all(Array.from({ length: 6 }, () => report()))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409, 409])
    expect(await own(solene)).toHaveLength(1)
  })

  test('and a freeze: neither side goes around it by a new request', async () => {
    const id = await aReport()
    const ask = async () => request(phare, solene, await aProject(api, phare))
    expect((await ask()).status).toBe(201)
    await measure(id, { frozen: true })
    const refused = await ask()
    expect([refused.status, refused.body.code]).toEqual([409, 'booking-frozen'])
    const elsewhere = await request(phare, await aCoordinator(api), await aProject(api, phare))
    expect(elsewhere.status).toBe(201)
    await decide(id)
    expect((await ask()).status).toBe(201)
  })

  test('is received, told so, and shown to whoever reported alone', async () => {
    const id = await aReport()
    expect(await lastMail(solene)).toMatchObject({ template: 'report-received' })
    expect(await own(solene)).toMatchObject([{ id, party: 'reporter', words, state: 'open', token: null }])
    expect(await own(phare)).toEqual([])
    expect((await api.mailsTo(phare.email)).map(({ template }) => template)).not.toContain('report-received')
  })

  test('the words lie sealed, and neither mails nor the trail hold them', async () => {
    const id = await aReport()
    await decide(id)
    const row = await api.database.ownerDb
      .selectFrom('report')
      .select('wordsSealed')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(row.wordsSealed.toString('utf8')).not.toContain('insiste')
    const mails = [...(await api.mailsTo(solene.email)), ...(await api.mailsTo(phare.email))]
    expect(JSON.stringify(mails)).not.toMatch(/insiste|hors sujet/)
  })

  test('a profile by anybody but its owner, a company by a coordinator it asked', async () => {
    await meet()
    const profile = { subject: 'profile', slug: solene.slug, bookingId: undefined }
    expect((await report(phare, profile)).body).toMatchObject({
      subject: 'profile',
      about: 'Solène d’Arvigny',
    })
    expect((await report(solene, profile)).body.code).toBe('coordinator-not-found')
    expect((await report(solene, { subject: 'company' })).body).toMatchObject({
      subject: 'company',
      about: 'Les Films du Phare fictif',
    })
  })

  test('the same thing twice is one report while it waits', async () => {
    const id = await aReport()
    expect((await report()).body.code).toBe('report-open')
    await decide(id)
    expect((await report()).status).toBe(201)
  })

  test('a stranger’s booking, an unknown reason and empty words are refused', async () => {
    await meet()
    expect((await report(await aCoordinator(api))).body.code).toBe('booking-not-found')
    expect((await report(solene, { reason: 'because' })).body.errors).toMatchObject([{ pointer: '/reason' }])
    expect((await report(solene, { words: ' ' })).body.errors).toMatchObject([{ pointer: '/words' }])
  })
})

describe('on the desk', () => {
  test('the queue has the oldest first, names both sides and none of the words', async () => {
    const first = await aReport()
    api.clock.advance({ minutes: 5 })
    const second = await aReport()
    const { items, total } = (await registrar.client.get('/api/registrar/reports?perPage=50')).body
    const ids = items.map(({ id }: { id: string }) => id)
    expect(ids.indexOf(first)).toBeLessThan(ids.indexOf(second))
    expect(total).toBe(items.length)
    expect(items.find(({ id }: { id: string }) => id === first)).toMatchObject({
      reporter: { name: 'Solène d’Arvigny', role: 'coordinator' },
      reported: { name: 'Inès Phare', role: 'production' },
    })
    expect(JSON.stringify(items)).not.toContain('insiste')
  })

  test('the thread is read through a report that waits, and each look is in the trail', async () => {
    const id = await aReport()
    expect((await registrar.client.get(`/api/bookings/${bookingId}/messages`)).status).toBe(403)
    expect(await onDesk(id)).toMatchObject({
      words,
      thread: [{ by: 'production', body: 'Bonjour, un mot.' }],
      booking: { id: bookingId, state: 'requested' },
      outcomes: ['no-action', 'warning', 'booking-stays-frozen', 'account-suspended'],
    })
    await onDesk(id)
    expect(await kinds(id)).toEqual(['report.read', 'report.read', 'report.filed'])
    await decide(id)
    expect(await onDesk(id)).toMatchObject({ thread: null, outcomes: [] })
  })

  test('a frozen booking stands still for both sides until it is lifted', async () => {
    const id = await aReport()
    expect((await measure(id, { frozen: true })).body).toMatchObject({ frozen: true, suspended: false })
    for (const who of [solene, phare]) {
      const { body } = await who.client.get(`/api/bookings/${bookingId}`)
      expect(body).toMatchObject({ frozen: true, allowedMoves: [], blockedMoves: [] })
      const written = await who.client.post(`/api/bookings/${bookingId}/messages`, { body: 'Encore.' })
      expect(written.body).toMatchObject({ status: 409, code: 'booking-frozen' })
    }
    expect((await move(solene, bookingId, 'accept', 1)).body.code).toBe('booking-frozen')
    expect((await move(phare, bookingId, 'withdraw', 1)).body.code).toBe('booking-frozen')
    await measure(id, {})
    expect((await move(solene, bookingId, 'accept', 1)).body.state).toBe('option')
    expect(await kinds(id)).toEqual(['report.thawed', 'report.frozen', 'report.filed'])
  })

  test('a suspended account is signed out everywhere, stays out, and is let in again', async () => {
    const id = await aReport()
    await measure(id, { suspended: true })
    expect((await phare.client.get('/api/sessions/current')).body.account).toBeNull()
    const credentials = { email: phare.email, password: testPassword }
    expect((await api.visitor().post('/api/sessions', credentials)).body.code).toBe('account-suspended')
    expect(await kinds(phare.id)).toContain('account.suspended')
    await decide(id, 'no-action', { ground: 'not-established' })
    expect((await api.visitor().post('/api/sessions', credentials)).status).toBe(201)
    expect(await kinds(phare.id)).toContain('account.restored')
  })

  test('two reports suspend once: the account is back when neither holds it', async () => {
    await meet()
    const first = (await report()).body.id
    const second = (await report(solene, { subject: 'company' })).body.id
    await measure(first, { suspended: true })
    await measure(second, { suspended: true })
    const signIn = async () =>
      (await api.visitor().post('/api/sessions', { email: phare.email, password: testPassword })).status
    await decide(first, 'no-action')
    expect(await signIn()).toBe(403)
    await decide(second, 'warning')
    expect(await signIn()).toBe(201)
  })

  test('a profile has no booking to freeze', async () => {
    await meet()
    const { body } = await report(phare, { subject: 'profile', slug: solene.slug, bookingId: undefined })
    expect((await measure(body.id, { frozen: true })).body.code).toBe('decision-not-allowed')
    expect((await decide(body.id, 'booking-stays-frozen')).body.code).toBe('decision-not-allowed')
    await measure(body.id, { suspended: true })
    expect((await api.visitor().get(`/api/coordinators/${solene.slug}`)).status).toBe(404)
    await decide(body.id)
    expect((await api.visitor().get(`/api/coordinators/${solene.slug}`)).status).toBe(200)
  })
})

describe('the decision', () => {
  test('is sent to both with its reasons, and names nobody who reported', async () => {
    const id = await aReport()
    await decide(id, 'booking-stays-frozen')
    for (const [who, party] of [
      [solene, 'reporter'],
      [phare, 'reported'],
    ] as const) {
      const mail = await lastMail(who)
      expect(mail?.template).toBe('report-decided')
      const [, token = ''] = /\/statements\/(\S+)/.exec(mail?.text ?? '') ?? []
      const { status, body, headers } = await api.visitor().get(`/api/statements/${token}`)
      expect(status).toBe(200)
      expect(headers.get('cache-control')).toBe('no-store')
      expect(body).toMatchObject({
        party,
        decisions: [
          { outcome: 'booking-stays-frozen', ground: 'respect', facts: 'Deux messages hors sujet.' },
        ],
        contest: { possible: true, mine: null },
      })
      expect((await own(who))[0]).toEqual(body)
    }
    const told = JSON.stringify([await lastMail(phare), await own(phare)])
    expect(told).not.toMatch(/Solène|Arvigny/)
    expect((await own(phare))[0]).toMatchObject({ about: null, words: null })
    expect((await phare.client.get(`/api/bookings/${bookingId}`)).body.frozen).toBe(true)
  })

  test('is contested once by each side, decided once more, and then closed', async () => {
    const id = await aReport()
    await decide(id)
    const token = (await own(phare))[0].token
    const contest = (words = 'Ces messages parlaient du plan de travail.') =>
      api.visitor().post(`/api/statements/${token}/contests`, { words })
    expect((await contest()).body).toMatchObject({
      state: 'contested',
      contest: { possible: false, mine: { words: 'Ces messages parlaient du plan de travail.' } },
    })
    expect((await contest()).body).toMatchObject({ status: 409, code: 'contest-over' })
    const { items } = (await registrar.client.get('/api/registrar/reports?state=contested&perPage=50')).body
    expect(items.map((item: { id: string }) => item.id)).toContain(id)
    expect(await onDesk(id)).toMatchObject({
      contests: [{ party: 'reported', words: 'Ces messages parlaient du plan de travail.' }],
      thread: [{}],
    })
    expect((await decide(id, 'no-action')).body).toMatchObject({ state: 'closed', outcomes: [] })
    expect((await decide(id)).body.code).toBe('decision-not-allowed')
    const mine = (await own(solene))[0]
    expect(mine.decisions.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'warning',
      'no-action',
    ])
    const late = await api.visitor().post(`/api/statements/${mine.token}/contests`, { words: 'Non.' })
    expect(late.body.code).toBe('contest-over')
    expect((await lastMail(phare))?.text).toContain('la dernière du registre')
  })

  test('can be contested for thirty days', async () => {
    const id = await aReport()
    await decide(id)
    const { token } = (await own(solene))[0]
    const start = api.clock.now()
    api.clock.advance({ days: 30 })
    const late = await api.visitor().post(`/api/statements/${token}/contests`, { words: 'Trop tard.' })
    expect(late.body.code).toBe('contest-over')
    api.clock.set(start)
  })

  test('no token opens another side’s statement, or one that is not decided', async () => {
    const id = await aReport()
    const read = async (token: string) => (await api.visitor().get(`/api/statements/${token}`)).body.code
    await decide(id)
    const { token } = (await own(solene))[0]
    expect(await read(token.replace('.reporter.', '.reported.'))).toBe('statement-not-found')
    expect(await read(token.slice(0, -1))).toBe('statement-not-found')
    const { body } = await report()
    expect(await read(token.replace(id, body.id))).toBe('statement-not-found')
  })
})

test('what seals a booking is held while a report waits or may be contested', async () => {
  await meet()
  const held = async () =>
    Promise.all([
      isHeld(api.database.db, { bookingId }, api.clock.now()),
      isHeld(api.database.db, { projectId }, api.clock.now()),
    ])
  const start = api.clock.now()
  expect(await held()).toEqual([false, false])
  const { body } = await report()
  expect(await held()).toEqual([true, true])
  await decide(body.id)
  api.clock.advance({ days: 29 })
  expect(await held()).toEqual([true, true])
  api.clock.advance({ days: 2 })
  expect(await held()).toEqual([false, false])
  api.clock.set(start)
})

test('a booking whose deadline passes while it stands still lapses all the same', async () => {
  await meet()
  const option = await anOption(api, phare, solene, [dayFromNow(api, 90)])
  bookingId = option.id
  const { body } = await report()
  await measure(body.id, { frozen: true })
  const start = api.clock.now()
  api.clock.advance({ days: 8 })
  expect((await solene.client.get(`/api/bookings/${option.id}`)).body.state).toBe('expired')
  api.clock.set(start)
})
