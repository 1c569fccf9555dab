import { afterAll, beforeAll, expect, test } from 'vitest'
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
} from '../test/bookings.ts'
import { aRegistrar, type TestPerson } from '../test/people.ts'

let api: TestApi
let registrar: TestPerson
beforeAll(async () => {
  api = await createTestApi()
  registrar = await aRegistrar(api)
})
afterAll(() => api.close())

/** A production with a request that waits and an option, with two people; a third declined. */
const underWay = async () => {
  const production = await aProduction(api)
  const [asked, held, declined] = [await aCoordinator(api), await aCoordinator(api), await aCoordinator(api)]
  const waiting = await aRequest(production, asked, await aProject(api, production))
  const option = await anOption(api, production, held, [dayFromNow(api, 40)])
  const gone = await aRequest(production, declined, await aProject(api, production))
  await move(declined, gone.id, 'decline', 1, { reason: 'other' })
  const { id } = (await production.client.get('/api/companies/current')).body
  const decide = (decision: string, reason = 'Motif-Chacal') =>
    registrar.client.post(`/api/registrar/companies/${id}/decisions`, { decision, reason })
  return { production, asked, held, declined, waiting, option, decide }
}

const toldOf = async ({ email }: TestPerson) =>
  (await api.mailsTo(email)).filter(({ template }) => template === 'company-standing')

test('a suspension and its end are told to those who have something open with the company, never why', async () => {
  const { production, asked, held, declined, decide } = await underWay()
  await decide('suspend')
  expect((await decide('restore')).status).toBe(201)
  for (const person of [asked, held]) {
    const letters = await toldOf(person)
    expect(letters.map(({ subject }) => subject)).toEqual([
      'Société suspendue par le registre\u00a0: Les Films du Phare fictif',
      'Suspension levée\u00a0: Les Films du Phare fictif',
    ])
    expect(JSON.stringify(letters)).not.toContain('Chacal')
  }
  expect(await toldOf(declined)).toEqual([])
  const own = (await api.mailsTo(production.email)).filter(({ template }) => template === 'company-decided')
  expect(own.map(({ text }) => text.includes('Chacal'))).toEqual([true, true])
})

test('a suspended company reads and leaves, but reaches nobody and is accepted by nobody', async () => {
  const { production, asked, held, waiting, option, decide } = await underWay()
  await decide('suspend')
  const { client } = production
  expect((await client.get('/api/coordinators')).status).toBe(200)
  expect((await client.get(`/api/bookings/${option.id}`)).status).toBe(200)
  const newcomer = await aCoordinator(api)
  const refused = await request(production, newcomer, await aProject(api, production))
  expect(refused.body.code).toBe('company-not-verified')
  expect((await move(production, option.id, 'confirm', option.version)).body.code).toBe(
    'company-not-verified',
  )
  const write = (id: string) => client.post(`/api/bookings/${id}/messages`, { body: 'Toujours là ?' })
  expect((await write(waiting.id)).body.code).toBe('company-suspended')
  expect((await write(option.id)).status).toBe(201)
  expect((await move(asked, waiting.id, 'accept', 1)).body.code).toBe('company-suspended')
  expect((await held.client.post(`/api/bookings/${option.id}/messages`, { body: 'Oui.' })).status).toBe(201)
  expect(
    (await move(production, option.id, 'release', option.version, { reason: 'not-needed' })).status,
  ).toBe(200)
  expect((await move(asked, waiting.id, 'decline', 1, { reason: 'other' })).status).toBe(200)
})
