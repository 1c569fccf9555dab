import { addDays } from '@repere/db/vocabulary/day.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApi, type TestApi, testNow } from '../test/api.ts'
import { ask, isOpen, type Model, type ModelBooking, ranks, takenDays, tick } from '../test/booking-model.ts'
import { allowed, type Made, make, moveNames, type Who, who } from '../test/booking-model-moves.ts'
import { aCoordinator, aProduction, aProject, move, request, type TestCoordinator } from '../test/bookings.ts'
import type { TestPerson } from '../test/people.ts'
import { settleDue } from './service.ts'

const isLong = process.env.REPERE_LONG === '1'
const runs = isLong ? 1_000 : 50
const longestRunMs = 12 * 86_400_000

interface Real {
  coordinator: TestCoordinator
  ids: string[]
}

let api: TestApi
let productions: [TestPerson, TestPerson]

beforeAll(async () => {
  api = await createTestApi()
  productions = [await aProduction(api), await aProduction(api, { legalName: 'Écume fictive' })]
})
afterAll(() => api.close())

const personOf = (real: Real, by: Who): TestPerson =>
  by === 'coordinator' ? real.coordinator : productions[by]

type Command = fc.AsyncCommand<Model, Real>

/** After every command the coordinator’s list says of every booking what the model says. */
const compareList = async (model: Model, real: Real): Promise<void> => {
  const confirmed = model.bookings.filter(({ state }) => state === 'confirmed').flatMap(({ days }) => days)
  expect(new Set(confirmed).size).toBe(confirmed.length)
  const { body } = await real.coordinator.client.get('/api/bookings?perPage=50')
  const read = new Map(body.items.map((item: { id: string }) => [item.id, item]))
  for (const [index, booking] of model.bookings.entries())
    expect(read.get(real.ids[index])).toMatchObject(told(model, booking, 'coordinator'))
}

/** At the end of a story everybody opens every page: parties read the same, the other company finds nothing. */
const comparePages = async (model: Model, real: Real): Promise<void> => {
  for (const [index, booking] of model.bookings.entries())
    for (const by of who) {
      const { status, body } = await personOf(real, by).client.get(`/api/bookings/${real.ids[index]}`)
      if (by !== 'coordinator' && by !== booking.company) expect(status).toBe(404)
      else {
        expect(body).toMatchObject({ ...told(model, booking, by), termsVersion: booking.termsVersion })
        expect(body.terms).toHaveLength(booking.termsVersion)
      }
    }
}

const told = (model: Model, booking: ModelBooking, by: Who) => ({
  state: booking.state,
  version: booking.version,
  days: booking.days,
  turn: ['requested', 'countered'].includes(booking.state) ? booking.turn : null,
  expiresAt: isOpen(booking) ? new Date(booking.expiresAt).toISOString() : null,
  challenge: booking.challenge
    ? {
        role: booking.challenge.by ? 'challenged' : 'challenger',
        until: new Date(booking.challenge.until).toISOString(),
      }
    : null,
  rank: ranks(model, booking),
  takenDays: isOpen(booking) ? takenDays(model, booking) : [],
  allowedMoves: allowed(model, booking, by),
})

class Ask implements Command {
  readonly company: 0 | 1
  readonly kind: 'option' | 'firm'
  readonly offsets: number[]
  constructor(company: 0 | 1, kind: 'option' | 'firm', offsets: number[]) {
    this.company = company
    this.kind = kind
    this.offsets = [...offsets].sort((a, b) => a - b)
  }
  check = (model: Readonly<Model>) => model.bookings.length < 7
  toString = () => `company ${this.company} asks ${this.kind} for ${this.offsets}`
  async run(model: Model, real: Real) {
    const days = this.offsets.map((offset) => addDays('2027-02-01', offset))
    const production = productions[this.company]
    const answer = await request(production, real.coordinator, await aProject(api, production, { days }), {
      kind: this.kind,
    })
    const expected = ask(model, this.company, this.kind, days)
    expect({ status: answer.status, code: answer.body.code }).toEqual({ code: undefined, ...expected })
    if (answer.status === 201) real.ids.push(answer.body.id)
    await compareList(model, real)
  }
}

/** A move as somebody would make it who read the booking just before, or long ago. */
interface Wish {
  pick: number
  by: Who
  name: string
  stale: boolean
}

const saidOf = ({ by, name, pick, stale }: Wish) =>
  `${by} makes ${name} on booking ${pick}${stale ? ', stale' : ''}`

const inputOf = (booking: ModelBooking, { name, stale }: Wish): Made & { version: number } => ({
  name,
  version: booking.version + (stale ? 1 : 0),
  rate: 10_000 * booking.termsVersion,
  extendBy: 3,
})

const bodyOf = (booking: ModelBooking, { name, rate, extendBy }: Made): Record<string, unknown> => ({
  ...(['decline', 'release', 'cancel'].includes(name) && { reason: 'other' }),
  ...(name === 'counter' && { rate: { amountCents: rate, currency: 'EUR', per: 'day' } }),
  ...(name === 'accept-counter' && { termsVersion: booking.termsVersion }),
  ...(name === 'challenge' && { attest: true }),
  ...(name === 'extend' && { days: extendBy }),
  // What cannot be trimmed any more is refused before its days are looked at.
  ...(name === 'trim' && { days: booking.days.length > 1 ? booking.days.slice(0, -1) : booking.days }),
})

const bookingAt = (model: Model, { pick }: Wish) =>
  model.bookings[pick % model.bookings.length] as ModelBooking

const send = async (model: Model, real: Real, wish: Wish) => {
  const booking = bookingAt(model, wish)
  const made = inputOf(booking, wish)
  const id = real.ids[wish.pick % model.bookings.length] ?? ''
  const { status, body } = await move(
    personOf(real, wish.by),
    id,
    wish.name,
    made.version,
    bodyOf(booking, made),
  )
  return { status, code: body.code }
}

const saidBy = (answer: { status: number; code?: string } | undefined) =>
  `${answer?.status} ${answer?.code ?? 'done'}`

class Move implements Command {
  readonly wish: Wish
  constructor(wish: Wish) {
    this.wish = wish
  }
  check = (model: Readonly<Model>) => model.bookings.length > 0
  toString = () => saidOf(this.wish)
  async run(model: Model, real: Real) {
    const booking = bookingAt(model, this.wish)
    const made = inputOf(booking, this.wish)
    const answer = await send(model, real, this.wish)
    expect(answer).toEqual({ code: undefined, ...make(model, booking, this.wish.by, made) })
    await compareList(model, real)
  }
}

/** Two moves at once: answered, and leaving everything, as if one had come before the other. */
class Both implements Command {
  readonly wishes: readonly [Wish, Wish]
  constructor(one: Wish, other: Wish) {
    this.wishes = [one, other]
  }
  check = (model: Readonly<Model>) => model.bookings.length > 0
  toString = () => `at once: ${this.wishes.map(saidOf).join('; ')}`
  async run(model: Model, real: Real) {
    const [first, second] = this.wishes
    const inputs = new Map(this.wishes.map((wish) => [wish, inputOf(bookingAt(model, wish), wish)]))
    const told = [first, second].map((order) => {
      const copy = structuredClone(model)
      const inTurn = order === first ? [first, second] : [second, first]
      const answers = new Map(
        inTurn.map((wish) => {
          const made = inputs.get(wish) as Made & { version: number }
          return [wish, make(copy, bookingAt(copy, wish), wish.by, made)]
        }),
      )
      return { copy, answers: this.wishes.map((wish) => saidBy(answers.get(wish))) }
    })
    const answers = (await Promise.all(this.wishes.map((wish) => send(model, real, wish)))).map(saidBy)
    const fitting = told.filter((one) => one.answers.join() === answers.join())
    const failures: unknown[] = []
    for (const { copy } of fitting)
      try {
        await compareList(copy, real)
        Object.assign(model, copy)
        return
      } catch (error) {
        failures.push(error)
      }
    throw (
      failures[0] ??
      new Error(`no order explains ${JSON.stringify({ answers, told: told.map((one) => one.answers) })}`)
    )
  }
}

class Wait implements Command {
  readonly hours: number
  readonly work: boolean
  constructor(hours: number, work: boolean) {
    this.hours = hours
    this.work = work
  }
  check = (model: Readonly<Model>) => model.now + this.hours * 3_600_000 - testNow.getTime() < longestRunMs
  toString = () => `${this.hours} h pass${this.work ? ', the worker works' : ''}`
  async run(model: Model, real: Real) {
    api.clock.advance({ hours: this.hours })
    model.now = api.clock.now().getTime()
    if (this.work) await settleDue(api.deps, api.clock.now())
    tick(model)
    await compareList(model, real)
  }
}

const anyWish = fc.record({
  pick: fc.nat(6),
  by: fc.constantFrom<Who>(...who),
  name: fc.constantFrom(...moveNames),
  stale: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
})
const wishFor = (name: string, by: readonly Who[]) =>
  fc.record({
    pick: fc.nat(6),
    by: fc.constantFrom<Who>(...by),
    name: fc.constant(name),
    stale: fc.constant(false),
  })
const companies = [0, 1] as const
/** Answers that fit are rare by chance alone; these keep the story moving. */
const likely = fc.oneof(
  wishFor('accept', ['coordinator']),
  wishFor('confirm', companies),
  wishFor('counter', who),
  wishFor('accept-counter', who),
  wishFor('challenge', companies),
  wishFor('press', ['coordinator']),
  wishFor('extend', companies),
  wishFor('accept-extension', ['coordinator']),
  wishFor('trim', companies),
  wishFor('release', who),
)
const commands = fc.commands(
  [
    ...[1, 2].map(() =>
      fc
        .tuple(
          fc.constantFrom<0 | 1>(0, 1),
          fc.constantFrom<'option' | 'firm'>('option', 'firm'),
          fc.uniqueArray(fc.constantFrom(3, 4, 5, 6, 30, 31, 32), { minLength: 1, maxLength: 3 }),
        )
        .map(([company, kind, offsets]) => new Ask(company, kind, offsets)),
    ),
    anyWish.map((wish) => new Move(wish)),
    ...[1, 2].map(() => wishFor('accept', ['coordinator']).map((wish) => new Move(wish))),
    ...[1, 2, 3].map(() => likely.map((wish) => new Move(wish))),
    ...[1, 2].map(() =>
      fc.tuple(fc.oneof(likely, anyWish), likely).map(([one, other]) => new Both(one, other)),
    ),
    fc.tuple(fc.constantFrom(1, 25, 73), fc.boolean()).map(([hours, work]) => new Wait(hours, work)),
  ],
  { maxCommands: isLong ? 50 : 20, size: 'max' },
)

test(`bookings behave as the plainest telling of them, ${runs} stories long`, {
  timeout: 60_000 + runs * 3_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(commands, async (story) => {
      api.clock.set(testNow)
      // A new coordinator for each story: more than one address may sign up in an hour.
      await api.database.ownerDb.deleteFrom('rateLimit').execute()
      const coordinator = await aCoordinator(api)
      const model: Model = { now: testNow.getTime(), placed: 0, bookings: [] }
      const real: Real = { coordinator, ids: [] }
      await fc.asyncModelRun(() => ({ model, real }), story)
      await comparePages(model, real)
    }),
    { numRuns: runs, endOnFailure: !isLong },
  )
})
