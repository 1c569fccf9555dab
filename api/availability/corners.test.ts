import { daysOf } from '@repere/db/vocabulary/day.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import { aCoordinator, aProduction, aProject, aRequest, move } from '../test/bookings.ts'
import { type TestPerson, testPassword } from '../test/people.ts'

let api: TestApi
let production: TestPerson
beforeAll(async () => {
  api = await createTestApi()
  api.clock.set(new Date('2027-09-01T09:00:00Z'))
  production = await aProduction(api)
})
afterAll(() => api.close())

/** Scattered over a change of clocks in autumn and in spring, the end of a year and a 29 February. */
const scattered = [
  '2027-10-30',
  '2027-10-31',
  '2027-12-31',
  '2028-01-01',
  '2028-02-28',
  '2028-02-29',
  '2028-03-25',
  '2028-03-26',
]

test.each(['Europe/Paris', 'America/Los_Angeles', 'Pacific/Kiritimati'])(
  'scattered days of a booking are taken, and their neighbours free, for somebody who lives in %s',
  async (timeZone) => {
    const person = await aCoordinator(api, { timeZone, displayName: `Jours ${timeZone}` })
    await person.client.put('/api/me/availability', { knownUntil: '2028-12-31' })
    const project = await aProject(api, production, { days: scattered })
    const { id, version } = await aRequest(production, person, project, { kind: 'firm' })
    expect((await move(person, id, 'accept', version)).body).toMatchObject({ state: 'confirmed' })
    const taken: string[] = []
    for (const [from, to] of [
      ['2027-10-01', '2028-02-29'],
      ['2028-03-01', '2028-04-30'],
    ] as const) {
      const { body } = await person.client.get(`/api/me/availability/days?from=${from}&to=${to}`)
      expect(body.days.map(({ date }: { date: string }) => date)).toEqual(daysOf([{ from, to }]))
      for (const { date, state } of body.days) {
        expect(['free', 'unavailable'], date).toContain(state)
        if (state === 'unavailable') taken.push(date)
      }
    }
    expect(taken).toEqual(scattered)
  },
)

test('45 days are counted where the person lives, across a change of clocks and a 29 February', async () => {
  const person = await aCoordinator(api, { timeZone: 'America/Los_Angeles', displayName: 'Los Angeles' })
  // The 10th of February at eleven in the evening there, the 11th in Paris.
  api.clock.set(new Date('2028-02-11T07:00:00Z'))
  await person.client.post('/api/sessions', { email: person.email, password: testPassword })
  const { body } = await person.client.put('/api/me/availability', { knownUntil: '2028-12-31' })
  expect(body.staleOn).toBe('2028-03-26')
  const stateAt = async (instant: string) => {
    api.clock.set(new Date(instant))
    await person.client.post('/api/sessions', { email: person.email, password: testPassword })
    const { body } = await person.client.get('/api/me/availability/days?from=2028-05-02&to=2028-05-02')
    return body.days[0].state
  }
  expect(await stateAt('2028-03-26T06:59:59Z')).toBe('free')
  expect(await stateAt('2028-03-26T07:00:00Z')).toBe('unknown')
})
