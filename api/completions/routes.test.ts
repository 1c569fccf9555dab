import { afterEach, beforeEach, expect, test } from 'vitest'
import { settleDue } from '../bookings/service.ts'
import { eraseAccount } from '../erasure/service.ts'
import { createTestApi, type TestApi } from '../test/api.ts'
import {
  aCoordinator,
  anOption,
  aProduction,
  dayFromNow,
  decideOn,
  move,
  type TestCoordinator,
  templatesTo,
} from '../test/bookings.ts'
import { signInAgain, type TestPerson } from '../test/people.ts'

let api: TestApi
let phare: TestPerson
let solene: TestCoordinator
let id: string

beforeEach(async () => {
  api = await createTestApi()
  phare = await aProduction(api)
  solene = await aCoordinator(api)
  const option = await anOption(api, phare, solene, [dayFromNow(api, 3), dayFromNow(api, 4)])
  await move(phare, option.id, 'confirm', option.version)
  id = option.id
})
afterEach(() => api.close())

const path = () => `/api/bookings/${id}/credit`
const answer = (body: object, person = phare) => person.client.put(path(), body)
const read = async (person: TestPerson) => (await person.client.get(path())).body
const profile = async () => (await api.visitor().get(`/api/coordinators/${solene.slug}`)).body
const creditOf = async (person: TestPerson) =>
  (await person.client.get('/api/me/confirmed-credits')).body.items[0]
const choose = async (choice: object) =>
  solene.client.put(`/api/me/confirmed-credits/${(await creditOf(solene)).id}`, choice)
const credits = async () =>
  (await solene.client.get('/api/me/profile/progress')).body.items
    .find(({ code }: { code: string }) => code === 'BECTU-REGISTRY')
    .lines.find(({ measure }: { measure: string }) => measure === 'credits').have
const overdue = () => api.clock.advance({ days: 6 })

test('a booking that is over becomes a credit by one click, silent until its day, and outlives its production', async () => {
  expect((await answer({ outcome: 'confirmed' })).body.code).toBe('booking-not-completed')
  overdue()
  await settleDue(api.deps, api.clock.now())
  expect((await templatesTo(api, phare)).at(-1)).toBe('work-completed')
  expect((await templatesTo(api, solene)).at(-1)).toBe('work-completed')
  expect((await phare.client.get('/api/companies/current/credits')).body.items).toEqual([
    expect.objectContaining({ bookingId: id, daysOnSet: 2, project: 'Nuits blanches d’août' }),
  ])
  expect(await credits()).toBe(0)

  expect((await answer({ outcome: 'confirmed' })).body).toMatchObject({
    outcome: 'confirmed',
    role: 'coordinator',
    daysOnSet: 2,
    title: 'Nuits blanches d’août',
    titleHiddenUntil: '2028-02-05',
    titleHidden: true,
    shown: null,
  })
  expect((await phare.client.get('/api/companies/current/credits')).body.items).toEqual([])
  expect((await templatesTo(api, solene)).at(-1)).toBe('credit-confirmed')
  expect(await credits()).toBe(1)
  // Nothing shows by itself.
  expect(await profile()).toMatchObject({ confirmedCredits: [] })
  expect((await profile()).confirmedDays).toBeUndefined()

  expect((await choose({ shown: true })).status).toBe(200)
  const silent = { kind: 'series', year: 2027, role: 'coordinator', daysOnSet: 2, confidential: true }
  expect(await profile()).toMatchObject({
    confirmedCredits: [{ ...silent, title: null, production: null }],
    confirmedDays: 2,
  })
  api.clock.set(new Date('2028-02-05T22:59:59Z'))
  expect((await profile()).confirmedCredits[0].title).toBeNull()
  api.clock.set(new Date('2028-02-05T23:00:00Z'))
  const told = { title: 'Nuits blanches d’août', production: 'Les Films du Phare fictif' }
  expect((await profile()).confirmedCredits[0]).toMatchObject({ ...told, confidential: false })
  expect((await answer({ outcome: 'not-as-booked' }, await signInAgain(api, phare))).body.code).toBe(
    'credit-settled',
  )

  await eraseAccount(api.deps, phare.id, 'operator')
  expect((await profile()).confirmedCredits[0]).toMatchObject({ ...told, production: null })
  solene = await signInAgain(api, solene)
  expect(await read(solene)).toMatchObject({ outcome: 'confirmed', shown: true })
  await eraseAccount(api.deps, solene.id, 'operator')
  expect(await api.database.db.selectFrom('confirmedCredit').select('titleSealed').execute()).toEqual([])
})

test('a declared credit of the same work gives way to the confirmed one, and its days count once', async () => {
  overdue()
  await solene.client.put('/api/me/profile', { ...(await profileInput()), daysOnSet: 40 })
  const declared = (
    await solene.client.post('/api/me/credits', {
      title: 'Nuits blanches',
      kind: 'series',
      year: 2027,
      role: 'coordination',
    })
  ).body
  await answer({ outcome: 'confirmed', titleHiddenUntil: null })
  await choose({ shown: true })
  expect((await profile()).credits).toHaveLength(1)
  const linked = await choose({ shown: true, creditId: declared.id })
  expect(linked.body).toMatchObject({ shown: true, creditId: declared.id })
  expect(await profile()).toMatchObject({
    credits: [],
    confirmedCredits: [{ production: 'Les Films du Phare fictif' }],
    daysOnSet: 40,
    confirmedDays: 2,
  })
  await solene.client.delete(`/api/me/credits/${declared.id}`)
  expect(await creditOf(solene)).toMatchObject({ shown: true, creditId: null })
  const others = await aCoordinator(api, { displayName: 'Noé Dupré' })
  const theirs = (
    await others.client.post('/api/me/credits', { title: 'X', kind: 'series', year: 2026, role: 'x' })
  ).body
  expect((await choose({ shown: true, creditId: theirs.id })).body.code).toBe('credit-not-found')
})

test('what did not take place as booked counts for nothing, and can be put right for thirty days', async () => {
  overdue()
  expect((await answer({ outcome: 'not-as-booked' })).body).toMatchObject({ role: null, mayAnswer: true })
  expect((await templatesTo(api, solene)).at(-1)).toBe('credit-not-as-booked')
  expect(await creditOf(solene)).toBeUndefined()
  expect(await read(solene)).toMatchObject({ outcome: 'not-as-booked', creditId: null, mayAnswer: false })
  const right = { outcome: 'confirmed', role: 'lead', daysOnSet: 1, titleHiddenUntil: null }
  expect((await answer(right)).body).toMatchObject({ role: 'lead', daysOnSet: 1, titleHidden: false })
  expect((await templatesTo(api, solene)).at(-1)).toBe('credit-corrected')
  await choose({ shown: true })
  const told = await templatesTo(api, solene)
  await answer(right)
  expect(await templatesTo(api, solene)).toEqual(told)
  // Words that the person has not read stand on no profile.
  await answer({ ...right, title: 'À éviter' })
  expect((await profile()).confirmedCredits).toEqual([])
  await choose({ shown: true })
  await answer({ ...right, title: 'À éviter', daysOnSet: 2 })
  expect((await profile()).confirmedCredits).toMatchObject([{ title: 'À éviter', daysOnSet: 2 }])
  await answer({ outcome: 'not-as-booked' })
  expect((await profile()).confirmedCredits).toEqual([])
  api.clock.advance({ days: 31 })
  phare = await signInAgain(api, phare)
  expect((await answer(right)).body.code).toBe('credit-settled')
})

test('nobody else answers, nor a company that lost its verification, and not with days that never were', async () => {
  overdue()
  const ecume = await aProduction(api, { legalName: 'Écume fictive' })
  expect((await answer({ outcome: 'confirmed' }, ecume)).body.code).toBe('booking-not-found')
  expect((await answer({ outcome: 'confirmed' }, solene)).body.code).toBe('wrong-role')
  expect((await answer({ outcome: 'confirmed', daysOnSet: 3 })).body.errors).toMatchObject([
    { pointer: '/daysOnSet' },
  ])
  expect((await answer({ outcome: 'confirmed', comment: 'Parfait' })).status).toBe(400)
  await decideOn(api, phare, 'suspend')
  expect((await answer({ outcome: 'confirmed' })).body.code).toBe('company-not-verified')
  expect(await credits()).toBe(0)
})

const profileInput = async () => {
  const { displayName, disciplines, regions, languages, timeZone } = (
    await solene.client.get('/api/me/profile')
  ).body
  return { displayName, disciplines, regions, languages, timeZone }
}
