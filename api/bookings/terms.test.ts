import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi, testNow } from '../test/api.ts'
import {
  aCoordinator,
  aProduction,
  aProject,
  aRequest,
  dayFromNow,
  move,
  readBooking,
  type TestCoordinator,
} from '../test/bookings.ts'
import type { TestPerson } from '../test/people.ts'

let api: TestApi
let phare: TestPerson
let solene: TestCoordinator

beforeAll(async () => {
  api = await createTestApi()
  phare = await aProduction(api)
  solene = await aCoordinator(api)
})
afterAll(() => api.close())

const lastMail = async (person: TestPerson) => (await api.mailsTo(person.email)).at(-1)?.template
let block = 0
/** Days that no other test of this file asks for. */
const freshDays = (count: number): string[] => {
  block += 5
  return Array.from({ length: count }, (_, index) => dayFromNow(api, 30 + block + index))
}
const rate = (amountCents: number) => ({ amountCents, currency: 'EUR', per: 'day' })
const asked = async (days: string[], kind = 'option') =>
  aRequest(phare, solene, await aProject(api, phare, { days }), { kind, rate: rate(40_000) })

describe('a counter-offer', () => {
  test('names new days and rate, passes the turn, and is accepted by its version', async () => {
    const [a, b, c] = freshDays(3) as [string, string, string]
    const sent = await asked([a, b])
    api.clock.set(new Date(testNow.getTime() + 10 * 3_600_000))
    const countered = await move(solene, sent.id, 'counter', 1, {
      days: [b, c],
      rate: rate(45_000),
      message: 'Plutôt ces jours-là.',
    })
    expect(countered.body).toMatchObject({
      state: 'countered',
      version: 2,
      termsVersion: 2,
      turn: 'production',
      days: [b, c],
      rate: rate(45_000),
      replyBy: '2027-02-04T19:00:00.000Z',
      allowedMoves: [],
      terms: [
        { version: 1, by: 'production', days: [a, b], rate: rate(40_000) },
        { version: 2, by: 'coordinator', days: [b, c], rate: rate(45_000) },
      ],
    })
    expect(await lastMail(phare)).toBe('request-countered')
    const ours = await readBooking(phare, sent.id)
    expect(ours.allowedMoves).toEqual(['accept-counter', 'counter', 'decline', 'withdraw'])
    expect(ours.unreadMessages).toBe(1)
    expect(ours.timeline.at(-1)).toMatchObject({ kind: 'countered', by: 'coordinator', termsVersion: 2 })
    expect((await move(phare, sent.id, 'accept-counter', 2, { termsVersion: 1 })).body).toMatchObject({
      status: 409,
      code: 'booking-changed',
    })
    const accepted = await move(phare, sent.id, 'accept-counter', 2, { termsVersion: 2 })
    expect(accepted.body).toMatchObject({
      state: 'option',
      termsVersion: 2,
      turn: null,
      rank: [
        { date: b, rank: 1, of: 1 },
        { date: c, rank: 1, of: 1 },
      ],
    })
    expect(await lastMail(solene)).toBe('counter-accepted')
    api.clock.set(testNow)
  })

  test('goes back and forth; whoever’s turn it is not is told so', async () => {
    const sent = await asked(freshDays(2), 'firm')
    for (const [by, other, version] of [
      [solene, phare, 1],
      [phare, solene, 2],
      [solene, phare, 3],
    ] as const) {
      const early = await move(other, sent.id, 'counter', version, { rate: rate(1) })
      expect(early.body).toMatchObject({
        code: 'move-not-allowed',
        reason: 'not-your-turn',
      })
      const made = await move(by, sent.id, 'counter', version, { rate: rate(40_000 + version) })
      expect(made.body).toMatchObject({ state: 'countered', termsVersion: version + 1 })
    }
    const seen = await readBooking(phare, sent.id)
    expect(seen.terms.map(({ by }: { by: string }) => by)).toEqual([
      'production',
      'coordinator',
      'production',
      'coordinator',
    ])
    const booked = await move(phare, sent.id, 'accept-counter', 4, { termsVersion: 4 })
    expect(booked.body).toMatchObject({ state: 'confirmed', rate: rate(40_003) })
    expect(await lastMail(solene)).toBe('counter-booked')
  })

  test('is declined with a reason by the side whose turn it is, or withdrawn by the production', async () => {
    const one = await asked(freshDays(1))
    await move(solene, one.id, 'counter', 1, { rate: rate(50_000) })
    expect((await move(solene, one.id, 'decline', 2, { reason: 'rate' })).body.code).toBe('move-not-allowed')
    const declined = await move(phare, one.id, 'decline', 2, { reason: 'rate' })
    expect(declined.body).toMatchObject({ state: 'declined', reason: { code: 'rate' } })
    expect(await lastMail(solene)).toBe('counter-declined')
    const two = await asked(freshDays(1))
    await move(solene, two.id, 'counter', 1, { rate: rate(50_000) })
    await move(phare, two.id, 'counter', 2, { rate: rate(45_000) })
    expect((await move(phare, two.id, 'withdraw', 3)).body).toMatchObject({ state: 'withdrawn' })
  })

  test('resets the short clock, and never goes past the limit', async () => {
    // Its first day begins on 9 February at 23:00 UTC, so that the limit is a day before.
    const sent = await asked([dayFromNow(api, 9)])
    for (const [by, hours, version, replyBy] of [
      [solene, 71, 1, '2027-02-07T08:00:00.000Z'],
      [phare, 142, 2, '2027-02-08T23:00:00.000Z'],
      [solene, 180, 3, '2027-02-08T23:00:00.000Z'],
    ] as const) {
      api.clock.set(new Date(testNow.getTime() + hours * 3_600_000))
      const { body } = await move(by, sent.id, 'counter', version, { rate: rate(30_000 + version) })
      expect(body).toMatchObject({ state: 'countered', replyBy })
    }
    api.clock.set(testNow)
  })

  test('refuses what changes nothing, leaves no day, is not of the booking or comes too soon', async () => {
    const days = freshDays(2)
    const sent = await asked(days)
    const counter = async (more: Record<string, unknown>) =>
      (await move(solene, sent.id, 'counter', 1, more)).body
    expect(await counter({})).toMatchObject({ status: 400, errors: [{ pointer: '/move' }] })
    expect(await counter({ days, rate: rate(40_000) })).toMatchObject({ status: 400 })
    expect(await counter({ days: [] })).toMatchObject({ status: 400, errors: [{ pointer: '/days' }] })
    const phases = (await readBooking(phare, sent.id)).phases as { id: string }[]
    expect(await counter({ phases: phases.map(({ id }) => ({ id, days: [] })) })).toMatchObject({
      status: 400,
      errors: [{ pointer: '/phases' }],
    })
    expect(await counter({ phases: [{ id: '01980000-0000-7000-8000-000000000009', days }] })).toMatchObject({
      status: 400,
      errors: [{ pointer: '/phases/0/id' }],
    })
    expect(await counter({ days: [dayFromNow(api, 1)] })).toMatchObject({ status: 409, code: 'too-late' })
    expect(await counter({ days: [dayFromNow(api, -3)] })).toMatchObject({ status: 409, code: 'too-late' })
    expect(await counter({ rate: rate(1), message: 'Voyez https://exemple.test' })).toMatchObject({
      code: 'links-before-acceptance',
    })
    expect(await readBooking(solene, sent.id)).toMatchObject({
      state: 'requested',
      version: 1,
      termsVersion: 1,
    })
  })

  test('past its deadline lapses for both sides, and can be accepted no more', async () => {
    const sent = await asked(freshDays(1))
    await move(solene, sent.id, 'counter', 1, { rate: rate(50_000) })
    api.clock.advance({ hours: 72 })
    expect(await readBooking(phare, sent.id)).toMatchObject({ state: 'expired', version: 3, turn: null })
    const late = await move(phare, sent.id, 'accept-counter', 2, { termsVersion: 2 })
    expect(late.body).toMatchObject({ status: 409, code: 'booking-expired' })
    api.clock.set(testNow)
  })
})

describe('a trim', () => {
  test('keeps some days and the rank, frees the others, and is another version of the terms', async () => {
    const [a, b, c] = freshDays(3) as [string, string, string]
    const first = await asked([a, b, c])
    await move(solene, first.id, 'accept', 1)
    const ecume = await aProduction(api, { legalName: 'Écume fictive' })
    const second = await aRequest(ecume, solene, await aProject(api, ecume, { days: [b, c] }))
    await move(solene, second.id, 'accept', 1)
    const placedAt = (await readBooking(phare, first.id)).placedAt
    for (const days of [
      [a, b, c],
      [a, dayFromNow(api, 300)],
    ])
      expect((await move(phare, first.id, 'trim', 2, { days })).body).toMatchObject({
        status: 400,
        errors: [{ pointer: expect.stringMatching(/^\/days/) }],
      })
    const trimmed = await move(phare, first.id, 'trim', 2, { days: [a, b] })
    expect(trimmed.body).toMatchObject({
      state: 'option',
      version: 3,
      termsVersion: 2,
      days: [a, b],
      placedAt,
      terms: [{ days: [a, b, c] }, { version: 2, by: 'production', days: [a, b] }],
    })
    expect((await readBooking(ecume, second.id)).rank).toEqual([
      { date: b, rank: 2, of: 2 },
      { date: c, rank: 1, of: 1 },
    ])
    expect(await lastMail(ecume)).toBe('moved-up')
    expect(await lastMail(solene)).toBe('option-trimmed')
    await move(phare, first.id, 'trim', 3, { days: [a] })
    const last = await move(phare, first.id, 'trim', 4, { days: [a] })
    expect(last.body).toMatchObject({ code: 'move-not-allowed', reason: 'needs-several-days' })
  })
})

describe('an extension', () => {
  test('is asked for once, granted, and keeps the rank', async () => {
    const sent = await asked([dayFromNow(api, 200)])
    const option = (await move(solene, sent.id, 'accept', 1)).body
    expect(option.extension).toEqual({ asked: null, count: 0, latest: '2027-02-22T09:00:00.000Z' })
    const extended = await move(phare, sent.id, 'extend', 2, { days: 10 })
    expect(extended.body).toMatchObject({
      expiresAt: option.expiresAt,
      extension: { asked: '2027-02-18T09:00:00.000Z', count: 1 },
    })
    expect(await lastMail(solene)).toBe('extension-asked')
    expect((await move(phare, sent.id, 'extend', 3, { days: 1 })).body).toMatchObject({
      reason: 'needs-no-extension-asked',
    })
    const granted = await move(solene, sent.id, 'accept-extension', 3)
    expect(granted.body).toMatchObject({
      expiresAt: '2027-02-18T09:00:00.000Z',
      placedAt: option.placedAt,
      extension: { asked: null, count: 1 },
    })
    expect(await lastMail(phare)).toBe('extension-accepted')
    expect((await move(phare, sent.id, 'extend', 4, { days: 1 })).body).toMatchObject({
      status: 409,
      code: 'extension-limit',
    })
    expect((await readBooking(phare, sent.id)).blockedMoves).toContainEqual({
      move: 'extend',
      because: 'extension-limit',
    })
  })

  test('is refused without losing the option, and asks for 14 days at most', async () => {
    const sent = await asked([dayFromNow(api, 210)])
    await move(solene, sent.id, 'accept', 1)
    for (const days of [0, 15, 1.5])
      expect((await move(phare, sent.id, 'extend', 2, { days })).status).toBe(400)
    await move(phare, sent.id, 'extend', 2, { days: 14 })
    const refused = await move(solene, sent.id, 'refuse-extension', 3)
    expect(refused.body).toMatchObject({
      state: 'option',
      expiresAt: '2027-02-08T09:00:00.000Z',
      extension: { asked: null },
    })
    expect((await move(solene, sent.id, 'accept-extension', 4)).body).toMatchObject({
      reason: 'needs-extension-asked',
    })
  })

  test('never reaches into the last 48 hours before the first day', async () => {
    const day = dayFromNow(api, 12)
    const sent = await asked([day])
    await move(solene, sent.id, 'accept', 1)
    const latest = new Date(Date.parse(`${day}T00:00:00+01:00`) - 48 * 3_600_000).toISOString()
    expect((await move(phare, sent.id, 'extend', 2, { days: 14 })).body.extension.asked).toBe(latest)
    const near = await asked([dayFromNow(api, 8)])
    const option = await move(solene, near.id, 'accept', 1)
    expect(option.body.extension.latest).toBeNull()
    expect((await move(phare, near.id, 'extend', 2, { days: 1 })).body.code).toBe('extension-limit')
  })
})
