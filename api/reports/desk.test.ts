import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import { anOption, dayFromNow, move } from '../test/bookings.ts'
import { aRegistrar, type TestPerson, testPassword } from '../test/people.ts'
import { aReport, meet, report, reportedWords, reportsDesk } from '../test/reports.ts'

let api: TestApi
let registrar: TestPerson
beforeAll(async () => {
  api = await createTestApi()
  registrar = await aRegistrar(api)
})
afterAll(() => api.close())

const { decide, kinds, measure, onDesk } = reportsDesk(() => registrar)

describe('on the desk', () => {
  test('the queue has the oldest first, names both sides and none of the words', async () => {
    const { id: first } = await aReport(api)
    api.clock.advance({ minutes: 5 })
    const { id: second } = await aReport(api)
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
    const { id, bookingId } = await aReport(api)
    expect((await registrar.client.get(`/api/bookings/${bookingId}/messages`)).status).toBe(403)
    expect(await onDesk(id)).toMatchObject({
      words: reportedWords,
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
    const { id, phare, solene, bookingId } = await aReport(api)
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
    const { id, phare } = await aReport(api)
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
    const met = await meet(api)
    const { phare } = met
    const first = (await report(met)).body.id
    const second = (await report(met, { subject: 'company' })).body.id
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
    const met = await meet(api)
    const { phare, solene } = met
    const { body } = await report(met, { subject: 'profile', slug: solene.slug, bookingId: undefined }, phare)
    expect((await measure(body.id, { frozen: true })).body.code).toBe('decision-not-allowed')
    expect((await decide(body.id, 'booking-stays-frozen')).body.code).toBe('decision-not-allowed')
    await measure(body.id, { suspended: true })
    expect((await api.visitor().get(`/api/coordinators/${solene.slug}`)).status).toBe(404)
    await decide(body.id)
    expect((await api.visitor().get(`/api/coordinators/${solene.slug}`)).status).toBe(200)
  })
})

test('a booking whose deadline passes while it stands still lapses all the same', async () => {
  const met = await meet(api)
  const { phare, solene } = met
  const option = await anOption(api, phare, solene, [dayFromNow(api, 90)])
  const { body } = await report({ ...met, bookingId: option.id })
  await measure(body.id, { frozen: true })
  const start = api.clock.now()
  api.clock.advance({ days: 8 })
  expect((await solene.client.get(`/api/bookings/${option.id}`)).body.state).toBe('expired')
  api.clock.set(start)
})
