import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import {
  aCoordinator,
  anOption,
  aProduction,
  dayFromNow,
  decideOn,
  move,
  readBooking,
  type TestCoordinator,
  templatesTo,
} from '../test/bookings.ts'
import type { TestPerson } from '../test/people.ts'
import { settleDue } from './service.ts'

let api: TestApi
let phare: TestPerson
let ecume: TestPerson
let dune: TestPerson
let solene: TestCoordinator

beforeEach(async () => {
  api = await createTestApi()
  phare = await aProduction(api)
  ecume = await aProduction(api, { legalName: 'Écume fictive' })
  dune = await aProduction(api, { legalName: 'Dune fictive' })
  solene = await aCoordinator(api)
})
afterEach(() => api.close())

const work = () => settleDue(api.deps, api.clock.now())
const count = async (person: TestPerson, name: string) =>
  (await templatesTo(api, person)).filter((one) => one === name).length
const challenge = (person: TestPerson, { id, version }: { id: string; version: number }) =>
  move(person, id, 'challenge', version, { attest: true })
/** A first option and a second on the same days. */
const twoOptions = async (days = [dayFromNow(api, 40)]) => {
  const first = await anOption(api, phare, solene, days)
  api.clock.advance({ minutes: 1 })
  return { first, second: await anOption(api, ecume, solene, days) }
}
/** Monday 9 h in Paris plus a minute; a challenge opened then must be answered by Tuesday. */
const tuesday = '2027-02-02T09:01:00.000Z'

describe('a challenge', () => {
  test('gives the first option a working day, and lets the challenger’s own clock wait', async () => {
    const { first, second } = await twoOptions()
    const before = await readBooking(ecume, second.id)
    const opened = await challenge(ecume, second)
    expect(opened.body).toMatchObject({
      state: 'option',
      version: 3,
      challenge: { role: 'challenger', until: tuesday, awaited: 1 },
      rank: [{ rank: 2, of: 2 }],
    })
    expect(opened.body.expiresAt > before.expiresAt).toBe(true)
    const senior = await readBooking(phare, first.id)
    expect(senior).toMatchObject({
      version: 2,
      expiresAt: tuesday,
      challenge: { role: 'challenged', until: tuesday },
      allowedMoves: ['confirm', 'release'],
    })
    expect(senior.timeline).toContainEqual(
      expect.objectContaining({ kind: 'must-answer', by: 'clock', deadline: tuesday }),
    )
    expect(JSON.stringify(senior)).not.toContain('Écume fictive')
    expect(await count(phare, 'must-answer')).toBe(1)
    expect(await count(solene, 'option-challenges')).toBe(1)
  })

  test('must be attested, and is for whoever stands behind alone', async () => {
    const { first, second } = await twoOptions()
    expect((await move(ecume, second.id, 'challenge', second.version)).status).toBe(400)
    expect((await move(ecume, second.id, 'challenge', second.version, { attest: false })).status).toBe(400)
    expect((await challenge(phare, first)).body).toMatchObject({
      code: 'move-not-allowed',
      reason: 'needs-option-ahead',
    })
    expect((await move(solene, second.id, 'challenge', second.version, { attest: true })).body).toMatchObject(
      { code: 'move-not-allowed', reason: 'not-your-move' },
    )
  })

  test('answered by a confirmation is lost: the challenger stands behind as back-up, its clock goes on', async () => {
    const { first, second } = await twoOptions()
    const own = (await readBooking(ecume, second.id)).expiresAt
    await challenge(ecume, second)
    api.clock.advance({ hours: 5 })
    expect((await move(phare, first.id, 'confirm', first.version)).body).toMatchObject({ state: 'confirmed' })
    const after = await readBooking(ecume, second.id)
    expect(after).toMatchObject({
      state: 'option',
      challenge: null,
      takenDays: [dayFromNow(api, 40)],
      expiresAt: new Date(Date.parse(own) + 5 * 3_600_000).toISOString(),
    })
    expect(after.timeline.map(({ kind }: { kind: string }) => kind)).toEqual(
      expect.arrayContaining(['challenged', 'challenge-lost', 'dates-lost']),
    )
    expect(await count(ecume, 'challenge-lost')).toBe(1)
    expect((await move(ecume, second.id, 'confirm', after.version)).body.code).toBe('dates-taken')
  })

  test('answered by a release is won at once', async () => {
    const { first, second } = await twoOptions()
    await challenge(ecume, second)
    const released = await move(phare, first.id, 'release', first.version, { reason: 'not-needed' })
    expect(released.body).toMatchObject({ state: 'released' })
    const won = await readBooking(ecume, second.id)
    expect(won).toMatchObject({ state: 'confirmed', challenge: null, allowedMoves: ['cancel'] })
    expect(won.timeline).toContainEqual(
      expect.objectContaining({ kind: 'challenge-won', by: 'clock', state: 'confirmed' }),
    )
    expect(await count(ecume, 'challenge-won')).toBe(1)
    expect(await count(solene, 'challenge-won')).toBe(1)
    expect(await count(ecume, 'moved-up')).toBe(0)
  })

  test('left without an answer releases the first and confirms the challenger, the worker stopped or not', async () => {
    const day = dayFromNow(api, 40)
    const { first, second } = await twoOptions()
    const third = await anOption(api, dune, solene, [day])
    await challenge(ecume, second)
    api.clock.set(new Date(Date.parse(tuesday) - 1))
    expect(await readBooking(phare, first.id)).toMatchObject({ state: 'option' })
    api.clock.set(new Date(tuesday))
    expect(await readBooking(phare, first.id)).toMatchObject({
      state: 'released',
      version: 3,
      allowedMoves: [],
      endedAt: tuesday,
    })
    const late = await move(phare, first.id, 'confirm', first.version)
    expect(late.body).toMatchObject({ status: 409 })
    expect(await readBooking(ecume, second.id)).toMatchObject({ state: 'confirmed', confirmedAt: tuesday })
    for (let round = 0; round < 3; round += 1) await work()
    expect(await readBooking(phare, first.id)).toMatchObject({ state: 'released', version: 3 })
    expect(await count(phare, 'challenge-lapsed')).toBe(1)
    expect(await count(solene, 'challenge-lapsed')).toBe(1)
    expect(await count(ecume, 'challenge-won')).toBe(1)
    // The third stands behind as back-up, and revives when the second cancels.
    expect(await readBooking(dune, third.id)).toMatchObject({ takenDays: [day] })
    expect(await count(dune, 'dates-lost')).toBe(1)
    expect(await count(dune, 'moved-up')).toBe(0)
    const booked = await readBooking(ecume, second.id)
    await move(ecume, second.id, 'cancel', booked.version, { reason: 'project-stopped' })
    const revived = await readBooking(dune, third.id)
    expect(revived).toMatchObject({ takenDays: [], rank: [{ rank: 1, of: 1 }] })
    expect(revived.allowedMoves).toContain('confirm')
    expect(await count(dune, 'moved-up')).toBe(1)
  })

  test('is won in the list and in a late worker’s hands at the moment of the lapse, not when somebody noticed', async () => {
    const { second } = await twoOptions()
    await challenge(ecume, second)
    api.clock.advance({ days: 3 })
    const { body } = await ecume.client.get('/api/bookings?state=confirmed')
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([second.id])
    expect(await readBooking(ecume, second.id)).toMatchObject({ confirmedAt: tuesday })
  })

  test('targets every option ahead on all its days, and is won when the last is gone', async () => {
    const [a, b] = [dayFromNow(api, 40), dayFromNow(api, 41)]
    const one = await anOption(api, phare, solene, [a])
    const two = await anOption(api, dune, solene, [b])
    const both = await anOption(api, ecume, solene, [a, b])
    expect((await challenge(ecume, both)).body.challenge).toMatchObject({ awaited: 2 })
    await move(phare, one.id, 'release', one.version, { reason: 'other' })
    expect(await readBooking(ecume, both.id)).toMatchObject({ state: 'option', challenge: { awaited: 1 } })
    await move(dune, two.id, 'release', two.version, { reason: 'other' })
    expect(await readBooking(ecume, both.id)).toMatchObject({ state: 'confirmed' })
  })

  test('lost by one confirmation lets the others go on with their own clocks', async () => {
    const [a, b] = [dayFromNow(api, 40), dayFromNow(api, 41)]
    const one = await anOption(api, phare, solene, [a])
    const two = await anOption(api, dune, solene, [b])
    const own = (await readBooking(dune, two.id)).expiresAt
    const both = await anOption(api, ecume, solene, [a, b])
    await challenge(ecume, both)
    await move(phare, one.id, 'confirm', one.version)
    expect(await readBooking(dune, two.id)).toMatchObject({
      challenge: null,
      expiresAt: own,
      state: 'option',
    })
    expect(await count(dune, 'challenge-over')).toBe(1)
  })

  test('is one at a time for an option ahead, and none for who takes part in one', async () => {
    const { first, second } = await twoOptions()
    const third = await anOption(api, dune, solene, [dayFromNow(api, 40)])
    await challenge(ecume, second)
    expect((await challenge(dune, third)).body).toMatchObject({ status: 409, code: 'challenge-ahead' })
    expect((await challenge(ecume, { id: second.id, version: 3 })).body.code).toBe('challenge-open')
    expect(await readBooking(dune, third.id)).toMatchObject({
      blockedMoves: expect.arrayContaining([{ move: 'challenge', because: 'challenge-ahead' }]),
    })
    // Released by the challenger, it is over for the first, and open for the third.
    const released = await move(ecume, second.id, 'release', 3, { reason: 'other' })
    expect(released.status).toBe(200)
    expect(await readBooking(phare, first.id)).toMatchObject({ challenge: null })
    expect((await challenge(dune, third)).body).toMatchObject({ challenge: { awaited: 1 } })
  })

  test('skips weekends: from Friday evening to Monday evening', async () => {
    api.clock.set(new Date('2027-02-05T17:00:00Z'))
    const { second } = await twoOptions()
    expect((await challenge(ecume, second)).body.challenge.until).toBe('2027-02-08T17:01:00.000Z')
  })

  test('is refused when the days come before an answer would', async () => {
    api.clock.set(new Date('2027-02-05T12:00:00Z'))
    const { second } = await twoOptions(['2027-02-09'])
    // Until Monday 13 h 01 in Paris: in time for Tuesday.
    expect((await readBooking(ecume, second.id)).allowedMoves).toContain('challenge')
    api.clock.set(new Date('2027-02-08T09:00:00Z'))
    const late = await challenge(ecume, second)
    expect(late.body).toMatchObject({ status: 409, code: 'challenge-too-late' })
    expect((await readBooking(ecume, second.id)).allowedMoves).not.toContain('challenge')
  })

  test('is over for an option that trims away the days in question', async () => {
    const [a, b] = [dayFromNow(api, 40), dayFromNow(api, 41)]
    const first = await anOption(api, phare, solene, [a, b])
    const second = await anOption(api, ecume, solene, [b])
    await challenge(ecume, second)
    const trimmed = await move(phare, first.id, 'trim', first.version, { days: [a] })
    expect(trimmed.body).toMatchObject({ state: 'option', days: [a], challenge: null })
    expect(await readBooking(ecume, second.id)).toMatchObject({ state: 'confirmed' })
  })

  test('of a company that was suspended meanwhile is not won', async () => {
    const { second } = await twoOptions()
    await challenge(ecume, second)
    await decideOn(api, ecume, 'suspend')
    api.clock.set(new Date(tuesday))
    await work()
    const row = await api.database.db
      .selectFrom('booking')
      .select(['state', 'challengeUntil'])
      .where('id', '=', second.id)
      .executeTakeFirstOrThrow()
    expect(row).toEqual({ state: 'option', challengeUntil: null })
  })

  test('reminds whoever must answer two hours before, once', async () => {
    const { second } = await twoOptions()
    await challenge(ecume, second)
    api.clock.set(new Date(Date.parse(tuesday) - 2 * 3_600_000))
    for (let round = 0; round < 2; round += 1) await work()
    expect(await count(phare, 'reminder-of-challenge')).toBe(1)
  })
})
