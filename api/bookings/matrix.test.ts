import { type BookingMove, type BookingState, bookingMoves } from '@repere/db/vocabulary/booking.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi, testNow } from '../test/api.ts'
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
} from '../test/bookings.ts'
import { aRegistrar, type TestPerson } from '../test/people.ts'

let api: TestApi
let phare: TestPerson
let ecume: TestPerson
let registrar: TestPerson

beforeAll(async () => {
  api = await createTestApi()
  phare = await aProduction(api)
  ecume = await aProduction(api, { legalName: 'Écume fictive' })
  registrar = await aRegistrar(api)
})
afterAll(() => api.close())

interface Scene {
  id: string
  coordinator: TestCoordinator
}
type Reader = 'coordinator' | 'production'
type Part = (scene: Scene) => Promise<unknown>

/** Two days next week, a fresh person, and a request of the Phare that went through some moves. */
const aScene = async (parts: readonly Part[], kind: 'option' | 'firm', behind: boolean): Promise<Scene> => {
  api.clock.set(testNow)
  await api.database.ownerDb.deleteFrom('rateLimit').execute()
  const coordinator = await aCoordinator(api)
  const days = [dayFromNow(api, 10), dayFromNow(api, 11)]
  if (behind) await anOption(api, ecume, coordinator, days)
  const { id } = await aRequest(phare, coordinator, await aProject(api, phare, { days }), { kind })
  const scene = { id, coordinator }
  for (const part of parts) await part(scene)
  return scene
}

const reasons: Partial<Record<BookingMove, string>> = {
  decline: 'other',
  release: 'other',
  cancel: 'other',
  void: 'other',
}
const bodyOf = (name: BookingMove, booking: { termsVersion: number; days: string[] }) => ({
  ...(reasons[name] && { reason: reasons[name] }),
  ...(name === 'counter' && {
    rate: { amountCents: 30_000 + booking.termsVersion, currency: 'EUR', per: 'day' },
  }),
  ...(name === 'accept-counter' && { termsVersion: booking.termsVersion }),
  ...(name === 'challenge' && { attest: true }),
  ...(name === 'trim' && { days: booking.days.slice(0, 1) }),
  ...(name === 'extend' && { days: 1 }),
  ...(name === 'void' && { note: 'Société fictive.' }),
})
const personOf = ({ coordinator }: Scene, by: Reader | 'registrar'): TestPerson =>
  by === 'coordinator' ? coordinator : by === 'production' ? phare : registrar
const made =
  (by: Reader, name: BookingMove): Part =>
  async (scene) => {
    const booking = await readBooking(personOf(scene, by), scene.id)
    const { status, body } = await move(personOf(scene, by), scene.id, name, booking.version, {
      ...bodyOf(name, booking),
    })
    if (status !== 200) throw new Error(`${name} refused: ${JSON.stringify(body)}`)
  }
const passed =
  (days: number): Part =>
  async () =>
    api.clock.advance({ days })
const voided: Part = async (scene) => {
  const { version } = await readBooking(registrar, scene.id)
  await move(registrar, scene.id, 'void', version, {
    reason: 'false-production',
    note: 'Société fictive.',
  })
}

interface Situation {
  state: BookingState
  kind?: 'option' | 'firm'
  behind?: true
  parts: readonly Part[]
  coordinator: readonly BookingMove[]
  production: readonly BookingMove[]
}

const accepted = made('coordinator', 'accept')
const none = { coordinator: [], production: [] }
const situations: Record<string, Situation> = {
  'asked for an option': {
    state: 'requested',
    parts: [],
    coordinator: ['accept', 'counter', 'decline'],
    production: ['withdraw'],
  },
  'asked firmly behind an option': {
    state: 'requested',
    kind: 'firm',
    behind: true,
    parts: [],
    coordinator: ['counter', 'decline', 'press'],
    production: ['withdraw'],
  },
  'pressed by the coordinator': {
    state: 'requested',
    kind: 'firm',
    behind: true,
    parts: [made('coordinator', 'press')],
    coordinator: ['decline'],
    production: ['withdraw'],
  },
  'countered by the coordinator': {
    state: 'countered',
    parts: [made('coordinator', 'counter')],
    coordinator: [],
    production: ['accept-counter', 'counter', 'decline', 'withdraw'],
  },
  'countered back, firmly': {
    state: 'countered',
    kind: 'firm',
    parts: [
      made('coordinator', 'counter'),
      async (scene) => {
        const { version } = await readBooking(phare, scene.id)
        await move(phare, scene.id, 'counter', version, { employmentForm: 'cddu' })
      },
    ],
    coordinator: ['accept-counter', 'counter', 'decline'],
    production: ['withdraw'],
  },
  'a first option': {
    state: 'option',
    parts: [accepted],
    coordinator: ['release'],
    production: ['confirm', 'trim', 'extend', 'release'],
  },
  'a second option': {
    state: 'option',
    behind: true,
    parts: [accepted],
    coordinator: ['release'],
    production: ['challenge', 'trim', 'extend', 'release'],
  },
  'an option that asks for more time': {
    state: 'option',
    parts: [accepted, made('production', 'extend')],
    coordinator: ['accept-extension', 'refuse-extension', 'release'],
    production: ['confirm', 'trim', 'release'],
  },
  'an option that challenges': {
    state: 'option',
    behind: true,
    parts: [accepted, made('production', 'challenge')],
    coordinator: ['release'],
    production: ['trim', 'release'],
  },
  confirmed: {
    state: 'confirmed',
    kind: 'firm',
    parts: [accepted],
    coordinator: ['cancel'],
    production: ['cancel'],
  },
  completed: { state: 'completed', kind: 'firm', parts: [accepted, passed(13)], ...none },
  declined: { state: 'declined', parts: [made('coordinator', 'decline')], ...none },
  withdrawn: { state: 'withdrawn', parts: [made('production', 'withdraw')], ...none },
  expired: { state: 'expired', parts: [passed(4)], ...none },
  released: { state: 'released', parts: [accepted, made('production', 'release')], ...none },
  cancelled: {
    state: 'cancelled',
    kind: 'firm',
    parts: [accepted, made('production', 'cancel')],
    ...none,
  },
  voided: { state: 'voided', parts: [voided], ...none },
}

const refusedWith = [
  'move-not-allowed',
  'booking-expired',
  'dates-taken',
  'days-held',
  'not-first-option',
  'challenge-open',
  'challenge-ahead',
  'extension-limit',
]

describe.each(Object.entries(situations))('a booking that is %s', (name, situation) => {
  const { state, kind = 'option', behind = false, parts } = situation
  const play = () => aScene(parts, kind, behind)

  test.each(['coordinator', 'production', 'registrar'] as const)(
    'shows the %s the buttons it takes, and refuses every other move with a reason',
    { timeout: 30_000 },
    async (by) => {
      const scene = await play()
      // Registrars are signed out after half an hour, and some of these took days.
      if (by === 'registrar') registrar = await aRegistrar(api)
      const person = personOf(scene, by)
      const booking = await readBooking(person, scene.id)
      expect(booking.state).toBe(state)
      const expected = by === 'registrar' ? (name === 'voided' ? [] : ['void']) : situation[by]
      expect(booking.allowedMoves).toEqual(expected)
      for (const one of bookingMoves.filter((name) => !booking.allowedMoves.includes(name))) {
        const { status, body } = await move(person, scene.id, one, booking.version, bodyOf(one, booking))
        expect(status, `${one}: ${JSON.stringify(body)}`).toBe(409)
        expect(refusedWith, `${one}: ${JSON.stringify(body)}`).toContain(body.code)
        if (body.code === 'move-not-allowed') expect(body.reason).toMatch(/^(not-|needs-)/)
      }
      expect(await readBooking(person, scene.id)).toMatchObject({ state, version: booking.version })
      for (const one of booking.allowedMoves as BookingMove[]) {
        const again = await play()
        if (by === 'registrar') registrar = await aRegistrar(api)
        const there = personOf(again, by)
        const fresh = await readBooking(there, again.id)
        const { status, body } = await move(there, again.id, one, fresh.version, bodyOf(one, fresh))
        expect(status, `${one}: ${JSON.stringify(body)}`).toBe(200)
      }
    },
  )
})
