import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import { aCoordinator, aProject, request } from '../test/bookings.ts'
import { aRegistrar, type TestPerson } from '../test/people.ts'
import { aReport, lastMail, meet, ownReports, report, reportedWords, reportsDesk } from '../test/reports.ts'

let api: TestApi
let registrar: TestPerson
beforeAll(async () => {
  api = await createTestApi()
  registrar = await aRegistrar(api)
})
afterAll(() => api.close())

const { decide, measure } = reportsDesk(() => registrar)

describe('reporting', () => {
  test('is received once, however often it is sent at the same moment', async () => {
    const met = await meet(api)
    const answers = await Promise.all(Array.from({ length: 6 }, () => report(met)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409, 409])
    expect(await ownReports(met.solene)).toHaveLength(1)
  })

  test('and a freeze: neither side goes around it by a new request', async () => {
    const { id, phare, solene } = await aReport(api)
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
    const { id, phare, solene } = await aReport(api)
    expect(await lastMail(api, solene)).toMatchObject({ template: 'report-received' })
    expect(await ownReports(solene)).toMatchObject([
      { id, party: 'reporter', words: reportedWords, state: 'open', token: null },
    ])
    expect(await ownReports(phare)).toEqual([])
    expect((await api.mailsTo(phare.email)).map(({ template }) => template)).not.toContain('report-received')
  })

  test('the words lie sealed, and neither mails nor the trail hold them', async () => {
    const { id, phare, solene } = await aReport(api)
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
    const met = await meet(api)
    const { phare, solene } = met
    const profile = { subject: 'profile', slug: solene.slug, bookingId: undefined }
    expect((await report(met, profile, phare)).body).toMatchObject({
      subject: 'profile',
      about: 'Solène d’Arvigny',
    })
    expect((await report(met, profile)).body.code).toBe('coordinator-not-found')
    expect((await report(met, { subject: 'company' })).body).toMatchObject({
      subject: 'company',
      about: 'Les Films du Phare fictif',
    })
  })

  test('the same thing twice is one report while it waits', async () => {
    const met = await aReport(api)
    const { id } = met
    expect((await report(met)).body.code).toBe('report-open')
    await decide(id)
    expect((await report(met)).status).toBe(201)
  })

  test('a stranger’s booking, an unknown reason and empty words are refused', async () => {
    const met = await meet(api)
    expect((await report(met, {}, await aCoordinator(api))).body.code).toBe('booking-not-found')
    expect((await report(met, { reason: 'because' })).body.errors).toMatchObject([{ pointer: '/reason' }])
    expect((await report(met, { words: ' ' })).body.errors).toMatchObject([{ pointer: '/words' }])
  })
})
