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
  type TestCoordinator,
  templatesTo,
} from '../test/bookings.ts'
import type { TestPerson } from '../test/people.ts'

let api: TestApi
let phare: TestPerson
let dune: TestPerson
let solene: TestCoordinator

beforeEach(async () => {
  api = await createTestApi()
  phare = await aProduction(api)
  dune = await aProduction(api, { legalName: 'Dune fictive' })
  solene = await aCoordinator(api)
})
afterEach(() => api.close())

const count = async (person: TestPerson, name: string) =>
  (await templatesTo(api, person)).filter((one) => one === name).length
const aFirmRequest = async () =>
  aRequest(dune, solene, await aProject(api, dune, { days: [dayFromNow(api, 40)] }), {
    kind: 'firm',
    replyBy: '2027-02-20T09:00:00Z',
  })

test('a press asks the options on the days of a firm request, and books it when they are gone', async () => {
  const first = await anOption(api, phare, solene, [dayFromNow(api, 40)])
  const firm = await aFirmRequest()
  const seen = await readBooking(solene, firm.id)
  expect(seen.blockedMoves).toContainEqual({ move: 'accept', because: 'days-held' })
  expect(seen.allowedMoves).toEqual(['counter', 'decline', 'press'])
  const pressed = await move(solene, firm.id, 'press', 1)
  expect(pressed.body).toMatchObject({
    state: 'requested',
    version: 2,
    challenge: { role: 'challenger', awaited: 1, until: '2027-02-02T09:00:00.000Z' },
  })
  expect(await count(phare, 'must-answer')).toBe(1)
  expect(await count(dune, 'request-pressed')).toBe(1)
  expect((await move(solene, firm.id, 'counter', 2, { employmentForm: 'cddu' })).body.code).toBe(
    'challenge-open',
  )
  api.clock.advance({ hours: 24 })
  expect(await readBooking(phare, first.id)).toMatchObject({ state: 'released' })
  expect(await readBooking(dune, firm.id)).toMatchObject({ state: 'confirmed' })
  expect(await count(solene, 'challenge-won')).toBe(1)
})

test('a press withdrawn or declined is over for the options it asked', async () => {
  const first = await anOption(api, phare, solene, [dayFromNow(api, 40)])
  const own = (await readBooking(phare, first.id)).expiresAt
  for (const [who, name, more] of [
    [dune, 'withdraw', {}],
    [solene, 'decline', { reason: 'other' }],
  ] as const) {
    const firm = await aFirmRequest()
    await move(solene, firm.id, 'press', 1)
    await move(who, firm.id, name, 2, more)
    expect(await readBooking(phare, first.id)).toMatchObject({ challenge: null, expiresAt: own })
  }
})

test('a press is for firm requests that meet an option', async () => {
  const asked = await aRequest(dune, solene, await aProject(api, dune, { days: [dayFromNow(api, 40)] }))
  expect((await move(solene, asked.id, 'press', 1)).body.reason).toBe('needs-firm-request')
  const firm = await aFirmRequest()
  expect((await move(solene, firm.id, 'press', 1)).body.reason).toBe('needs-option-ahead')
  expect((await move(dune, firm.id, 'press', 1)).body.reason).toBe('not-your-move')
})
