import { addDays } from '@repere/db/vocabulary/day.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApi, type TestApi, testNow } from '../test/api.ts'
import {
  allowed,
  ask,
  type Model,
  make,
  moveNames,
  ranks,
  takenDays,
  tick,
  type Who,
  who,
} from '../test/booking-model.ts'
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
const reasons: Record<string, Record<string, string>> = {
  decline: { reason: 'not-free' },
  release: { reason: 'other' },
  cancel: { reason: 'other' },
}

type Command = fc.AsyncCommand<Model, Real>

/** After every command the coordinator’s list says of every booking what the model says. */
const compareList = async (model: Model, real: Real): Promise<void> => {
  const confirmed = model.bookings.filter(({ state }) => state === 'confirmed').flatMap(({ days }) => days)
  expect(new Set(confirmed).size).toBe(confirmed.length)
  const { body } = await real.coordinator.client.get('/api/bookings?perPage=50')
  const read = new Map(body.items.map((item: { id: string }) => [item.id, item]))
  for (const [index, booking] of model.bookings.entries())
    expect(toldBy(read.get(real.ids[index]))).toMatchObject(told(model, booking, 'coordinator'))
}

/** At the end of a story everybody opens every page: parties read the same, the other company finds nothing. */
const comparePages = async (model: Model, real: Real): Promise<void> => {
  for (const [index, booking] of model.bookings.entries())
    for (const by of who) {
      const { status, body } = await personOf(real, by).client.get(`/api/bookings/${real.ids[index]}`)
      if (by !== 'coordinator' && by !== booking.company) expect(status).toBe(404)
      else expect(toldBy(body)).toMatchObject(told(model, booking, by))
    }
}

/** What was answered, of the moves that this story knows. */
const toldBy = (answer: unknown) => {
  const body = answer as { allowedMoves: string[] }
  return { ...body, allowedMoves: body.allowedMoves.filter((name) => moveNames.includes(name)) }
}

const told = (model: Model, booking: Model['bookings'][number], by: Who) => {
  const isLive = ['requested', 'option'].includes(booking.state)
  return {
    state: booking.state,
    version: booking.version,
    expiresAt: isLive ? new Date(booking.expiresAt).toISOString() : null,
    rank: ranks(model, booking),
    takenDays: isLive ? takenDays(model, booking) : [],
    allowedMoves: allowed(model, booking, by),
  }
}

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

class Move implements Command {
  readonly pick: number
  readonly by: Who
  readonly name: string
  readonly stale: boolean
  constructor(pick: number, by: Who, name: string, stale: boolean) {
    this.pick = pick
    this.by = by
    this.name = name
    this.stale = stale
  }
  check = (model: Readonly<Model>) => model.bookings.length > 0
  toString = () => `${this.by} makes ${this.name} on booking ${this.pick}${this.stale ? ', stale' : ''}`
  async run(model: Model, real: Real) {
    const index = this.pick % model.bookings.length
    const booking = model.bookings[index] as Model['bookings'][number]
    const version = booking.version + (this.stale ? 1 : 0)
    const answer = await move(
      personOf(real, this.by),
      real.ids[index] ?? '',
      this.name,
      version,
      reasons[this.name],
    )
    const expected = make(model, booking, this.by, this.name, version)
    expect({ status: answer.status, code: answer.body.code }).toEqual({ code: undefined, ...expected })
    await compareList(model, real)
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

const commands = fc.commands(
  [
    fc
      .tuple(
        fc.constantFrom<0 | 1>(0, 1),
        fc.constantFrom<'option' | 'firm'>('option', 'firm'),
        fc.uniqueArray(fc.constantFrom(3, 4, 5, 6, 30, 31, 32), { minLength: 1, maxLength: 3 }),
      )
      .map(([company, kind, offsets]) => new Ask(company, kind, offsets)),
    ...[1, 2, 3].map(() =>
      fc
        .tuple(
          fc.nat(6),
          fc.constantFrom<Who>(...who),
          fc.constantFrom(...moveNames),
          fc.integer({ min: 0, max: 9 }),
        )
        .map(([pick, by, name, stale]) => new Move(pick, by, name, stale === 0)),
    ),
    // Answers that fit are rare by chance alone; these keep the story moving.
    fc.nat(6).map((pick) => new Move(pick, 'coordinator', 'accept', false)),
    fc.nat(6).chain((pick) => fc.constantFrom<Who>(0, 1).map((by) => new Move(pick, by, 'confirm', false))),
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
