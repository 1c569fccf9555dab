import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import { aRegistrar, type TestPerson } from '../test/people.ts'
import { aReport, lastMail, meet, ownReports, report, reportsDesk } from '../test/reports.ts'
import { isHeld } from './service.ts'

let api: TestApi
let registrar: TestPerson
beforeAll(async () => {
  api = await createTestApi()
  registrar = await aRegistrar(api)
})
afterAll(() => api.close())

const { decide, onDesk } = reportsDesk(() => registrar)

describe('the decision', () => {
  test('is sent to both with its reasons, and names nobody who reported', async () => {
    const { id, phare, solene, bookingId } = await aReport(api)
    await decide(id, 'booking-stays-frozen')
    for (const [who, party] of [
      [solene, 'reporter'],
      [phare, 'reported'],
    ] as const) {
      const mail = await lastMail(api, who)
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
      expect((await ownReports(who))[0]).toEqual(body)
    }
    const told = JSON.stringify([await lastMail(api, phare), await ownReports(phare)])
    expect(told).not.toMatch(/Solène|Arvigny/)
    expect((await ownReports(phare))[0]).toMatchObject({ about: null, words: null })
    expect((await phare.client.get(`/api/bookings/${bookingId}`)).body.frozen).toBe(true)
  })

  test('is contested once by each side, decided once more, and then closed', async () => {
    const { id, phare, solene } = await aReport(api)
    await decide(id)
    const token = (await ownReports(phare))[0].token
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
    const mine = (await ownReports(solene))[0]
    expect(mine.decisions.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'warning',
      'no-action',
    ])
    const late = await api.visitor().post(`/api/statements/${mine.token}/contests`, { words: 'Non.' })
    expect(late.body.code).toBe('contest-over')
    expect((await lastMail(api, phare))?.text).toContain('la dernière du registre')
  })

  test('can be contested for thirty days', async () => {
    const { id, solene } = await aReport(api)
    await decide(id)
    const { token } = (await ownReports(solene))[0]
    const start = api.clock.now()
    api.clock.advance({ days: 30 })
    const late = await api.visitor().post(`/api/statements/${token}/contests`, { words: 'Trop tard.' })
    expect(late.body.code).toBe('contest-over')
    api.clock.set(start)
  })

  test('no token opens another side’s statement, or one that is not decided', async () => {
    const met = await aReport(api)
    const { id, solene } = met
    const read = async (token: string) => (await api.visitor().get(`/api/statements/${token}`)).body.code
    await decide(id)
    const { token } = (await ownReports(solene))[0]
    expect(await read(token.replace('.reporter.', '.reported.'))).toBe('statement-not-found')
    expect(await read(token.slice(0, -1))).toBe('statement-not-found')
    const { body } = await report(met)
    expect(await read(token.replace(id, body.id))).toBe('statement-not-found')
  })
})

test('what seals a booking is held while a report waits or may be contested', async () => {
  const met = await meet(api)
  const { bookingId, projectId } = met
  const held = async () =>
    Promise.all([
      isHeld(api.database.db, { bookingId }, api.clock.now()),
      isHeld(api.database.db, { projectId }, api.clock.now()),
    ])
  const start = api.clock.now()
  expect(await held()).toEqual([false, false])
  const { body } = await report(met)
  expect(await held()).toEqual([true, true])
  await decide(body.id)
  api.clock.advance({ days: 29 })
  expect(await held()).toEqual([true, true])
  api.clock.advance({ days: 2 })
  expect(await held()).toEqual([false, false])
  api.clock.set(start)
})
