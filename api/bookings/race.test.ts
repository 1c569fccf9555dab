import { daysOf } from '@repere/db/vocabulary/day.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import {
  aCoordinator,
  anOption,
  aProduction,
  aProject,
  aRequest,
  asInput,
  dayFromNow,
  type TestCoordinator,
} from '../test/bookings.ts'
import type { TestAnswer } from '../test/client.ts'
import type { TestPerson } from '../test/people.ts'
import { startServers, type TestServers } from '../test/servers.ts'

const isLong = process.env.REPERE_LONG === '1'
const racers = isLong ? 1_000 : 200
const seeds = Array.from({ length: isLong ? 20 : 2 }, (_, index) => index + 1)

let api: TestApi
let servers: TestServers
let productions: [TestPerson, TestPerson]

beforeAll(async () => {
  // The servers live by the machine’s clock, so the cast does too.
  api = await createTestApi({ now: new Date() })
  servers = await startServers(api)
  productions = [await aProduction(api), await aProduction(api, { legalName: 'Écume fictive' })]
})
afterAll(async () => {
  await servers.close()
  await api.close()
})

/** A small generator of chance, so that a failing seed can be run again. */
const chance = (seed: number) => {
  let state = seed * 2_654_435_761
  return (below: number) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 1_013_904_223) >>> 0
    return state % below
  }
}
const shuffled = <T>(items: readonly T[], pick: (below: number) => number): T[] =>
  items
    .map((item) => ({ item, place: pick(1_000_000) }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item)
const inBatches = async <T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> => {
  const made: T[] = []
  while (made.length < count)
    made.push(
      ...(await Promise.all(
        Array.from({ length: Math.min(8, count - made.length) }, (_, index) => make(made.length + index)),
      )),
    )
  return made
}
const move = (
  person: TestPerson,
  id: string,
  name: string,
  version: number,
  more = {},
): Promise<TestAnswer> => servers.post(person, `/api/bookings/${id}/moves`, { move: name, version, ...more })
const confirmedDays = async (coordinator: TestCoordinator): Promise<string[]> => {
  const rows = await api.database.ownerDb
    .selectFrom('booking')
    .innerJoin('coordinator', 'coordinator.id', 'booking.coordinatorId')
    .select('booking.exclusiveDays')
    .where('coordinator.slug', '=', coordinator.slug)
    .where('booking.state', '=', 'confirmed')
    .execute()
  return rows.flatMap((row) => daysOf(row.exclusiveDays))
}
const tally = (answers: readonly TestAnswer[]) =>
  Object.fromEntries(
    [...Map.groupBy(answers, ({ status, body }) => (status === 200 ? '200' : `${status} ${body.code}`))].map(
      ([outcome, group]) => [outcome, group.length],
    ),
  )

interface Racer {
  what: string
  run: () => Promise<TestAnswer>
}

/**
 * A crowd before one person: firm acceptances of one same day and of staggered ones; options whose productions confirm,
 * challenge, trim and extend; counter-offers; cancellations of what is confirmed; edits of the projects behind it all.
 */
const aCrowd = async (coordinator: TestCoordinator, pick: (below: number) => number): Promise<Racer[]> => {
  const by = (index: number) => productions[index % 2] as TestPerson
  const projectsFor = (days: string[]) =>
    Promise.all(productions.map((production) => aProject(api, production, { days })))
  const same = await projectsFor([dayFromNow(api, 40)])
  const staggered = await Promise.all(
    [0, 1, 2, 3, 4].map((from) => projectsFor([50, 51, 53].map((day) => dayFromNow(api, day + from)))),
  )
  const held = [70, 71, 72, 73].map((day) => [dayFromNow(api, day), dayFromNow(api, day + 1)])
  const firm = (index: number, projects: readonly { id: string }[]) =>
    aRequest(by(index), coordinator, projects[index % 2] as { id: string }, { kind: 'firm' })
  const gone: Racer[] = []
  for (const [index, from] of [90, 91, 92].entries()) {
    const [project] = await projectsFor([dayFromNow(api, from)])
    const { id } = await aRequest(by(0), coordinator, project as { id: string }, { kind: 'firm' })
    const { body } = await coordinator.client.post(`/api/bookings/${id}/moves`, {
      move: 'accept',
      version: 1,
    })
    const canceller = index % 2 ? coordinator : by(0)
    gone.push({
      what: 'cancel',
      run: () => move(canceller, id, 'cancel', body.version, { reason: 'dates-changed' }),
    })
  }
  const options: Racer[] = []
  for (let index = 0; index < racers / 10; index += 1) {
    const { id, version, days } = (await anOption(
      api,
      by(index),
      coordinator,
      held[pick(4)] as string[],
    )) as {
      id: string
      version: number
      days: string[]
    }
    const choice = ['confirm', 'confirm', 'challenge', 'trim', 'extend', 'release'][pick(6)] as string
    const more: Record<string, object> = {
      challenge: { attest: true },
      trim: { days: days.slice(0, 1) },
      extend: { days: 2 },
      release: { reason: 'other' },
    }
    options.push({ what: choice, run: () => move(by(index), id, choice, version, more[choice]) })
  }
  const edits: Racer[] = Array.from({ length: racers / 20 }, (_, index) => {
    const project = staggered[pick(5)]?.[index % 2] as { id: string; phases: { id: string }[] }
    return {
      what: 'edit',
      run: async () => {
        const { body } = await by(index).client.get(`/api/projects/${project.id}`)
        return servers.put(by(index), `/api/projects/${project.id}`, {
          ...asInput(body),
          title: `Nuits ${index}`,
        })
      },
    }
  })
  const left = racers - gone.length - options.length - edits.length
  const requests = await inBatches(left, async (index): Promise<Racer> => {
    const wantsSame = index < racers / 2
    const projects = wantsSame
      ? same
      : index % 9 === 0
        ? await projectsFor([dayFromNow(api, 90 + pick(3))])
        : (staggered[pick(5)] as { id: string }[])
    const { id } = await firm(index, projects)
    if (!wantsSame && index % 4 === 0)
      return { what: 'counter', run: () => move(coordinator, id, 'counter', 1, { employmentForm: 'cdd' }) }
    return { what: 'accept', run: () => move(coordinator, id, 'accept', 1) }
  })
  return [...gone, ...options, ...edits, ...requests]
}

describe.each(seeds)('seed %i', (seed) => {
  const pick = chance(seed)

  test(`of ${racers} firm acceptances of one day at once exactly one wins`, {
    timeout: 120_000,
  }, async () => {
    const coordinator = await aCoordinator(api)
    const day = dayFromNow(api, 60)
    const projects = await Promise.all(
      productions.map((production) => aProject(api, production, { days: [day] })),
    )
    const asked = await inBatches(racers, (index) =>
      aRequest(productions[index % 2] as TestPerson, coordinator, projects[index % 2] as { id: string }, {
        kind: 'firm',
      }),
    )
    const start = performance.now()
    const answers = await Promise.all(
      shuffled(asked, pick).map(({ id }) => move(coordinator, id, 'accept', 1)),
    )
    const took = performance.now() - start
    expect(tally(answers)).toEqual({ '200': 1, '409 dates-taken': racers - 1 })
    expect(await confirmedDays(coordinator)).toEqual([day])
    for (const { status, body } of answers)
      if (status === 409) expect(body).toMatchObject({ taken: [day], free: [] })
    console.info(`R1 firm, seed ${seed}: ${racers} racers in ${Math.round(took)} ms`)
  })

  test(`${racers} moves of every kind at once, on days of their own and shared, confirm no day twice`, {
    timeout: 240_000,
  }, async () => {
    const coordinator = await aCoordinator(api)
    const crowd = await aCrowd(coordinator, pick)
    const start = performance.now()
    const answers = await Promise.all(
      shuffled(crowd, pick).map(async ({ what, run }) => ({ what, ...(await run()) })),
    )
    const took = performance.now() - start
    for (const { what, status, body } of answers)
      expect([200, 409], `${what}: ${JSON.stringify(body)}`).toContain(status)
    const days = await confirmedDays(coordinator)
    expect(new Set(days).size).toBe(days.length)
    // The one day that half of them wanted was free all along: exactly one has it.
    expect(days.filter((day) => day === dayFromNow(api, 40))).toHaveLength(1)
    // Nobody was refused without need: whoever lost a day really meets a confirmation, then or by now.
    const outcomes = tally(answers)
    expect(outcomes['200']).toBeGreaterThan(1)
    console.info(`R1 mixed, seed ${seed}: ${racers} racers in ${Math.round(took)} ms`, outcomes)
  })

  test('of options confirmed at once only the first of each day wins', { timeout: 60_000 }, async () => {
    const coordinator = await aCoordinator(api)
    const day = dayFromNow(api, 100)
    const options: { id: string; version: number }[] = []
    for (let index = 0; index < 24; index += 1)
      options.push(await anOption(api, productions[index % 2] as TestPerson, coordinator, [day]))
    const owner = new Map(options.map(({ id }, index) => [id, productions[index % 2] as TestPerson]))
    const answers = await Promise.all(
      shuffled(options, pick).map(async ({ id, version }) => ({
        id,
        answer: await move(owner.get(id) as TestPerson, id, 'confirm', version),
      })),
    )
    const won = answers.filter(({ answer }) => answer.status === 200)
    expect(won.map(({ id }) => id)).toEqual([options[0]?.id])
    for (const { answer } of answers)
      if (answer.status !== 200) expect(['not-first-option', 'dates-taken']).toContain(answer.body.code)
    expect(await confirmedDays(coordinator)).toEqual([day])
  })

  test('while confirmations are cancelled and options confirmed, a day never has two', {
    timeout: 60_000,
  }, async () => {
    const coordinator = await aCoordinator(api)
    const day = dayFromNow(api, 120)
    const line: { id: string; version: number; by: TestPerson }[] = []
    for (let index = 0; index < 8; index += 1) {
      const by = productions[index % 2] as TestPerson
      line.push({ ...(await anOption(api, by, coordinator, [day])), by })
    }
    for (let round = 0; round < line.length; round += 1) {
      const [first, ...behind] = line.slice(round) as [(typeof line)[number], ...typeof line]
      const confirming = [first, ...behind].map(({ by, id, version }) => move(by, id, 'confirm', version))
      const cancelling = move(first.by, first.id, 'cancel', first.version + 1, { reason: 'dates-changed' })
      const answers = await Promise.all([...confirming, cancelling])
      for (const { status } of answers) expect(status).toBeLessThan(500)
      const days = await confirmedDays(coordinator)
      expect(days.length).toBeLessThanOrEqual(1)
      // The next round begins with the one that now stands first.
      const state = (id: string) => first.by.client.get(`/api/bookings/${id}`)
      const own = (await state(first.id)).body
      if (own.state === 'confirmed')
        await move(first.by, first.id, 'cancel', own.version, { reason: 'other' })
      for (const other of behind) {
        const { body } = await other.by.client.get(`/api/bookings/${other.id}`)
        if (body.state === 'confirmed')
          await move(other.by, other.id, 'cancel', body.version, { reason: 'other' })
        other.version = body.version
      }
    }
  })
})
