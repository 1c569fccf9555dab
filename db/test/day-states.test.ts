import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toDateRange } from '../column-types.ts'
import type { Db } from '../connect.ts'
import type { BlockKind } from '../vocabulary/block.ts'
import { addDays, type Day, rangesOf } from '../vocabulary/day.ts'
import type { DayState } from '../vocabulary/day-state.ts'
import { addBlock, addBooking, addCoordinator, addProject, type Project } from './arrange.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'

const today = '2027-01-11'
const now = new Date('2027-01-11T09:00:00Z')
/** A Monday within every horizon of these tests. */
const monday = '2027-03-08'

let database: TestDatabase
let db: Db
let project: Project
beforeAll(async () => {
  database = await createTestDatabase()
  db = database.db
  project = await addProject(db)
})
afterAll(() => database.drop())

const stateOf = async (person: string, day: Day, at = { today, now }): Promise<DayState | undefined> => {
  const { rows } = await sql<{ state: DayState }>`
    select state from day_states(${[person]}::uuid[], ${[day]}::date[], ${at.today}, ${at.now})`.execute(db)
  return rows[0]?.state
}

/** What a calendar may hold on the asked day; put together, the strongest speaks. */
const parts = {
  confirmed: (person: string) => addBooking(db, project, person, [monday]),
  option: (person: string) =>
    addBooking(db, project, person, [monday], {
      state: 'option',
      expiresAt: new Date('2027-01-12T00:00:00Z'),
    }),
  lapsedOption: (person: string) =>
    addBooking(db, project, person, [monday], { state: 'option', expiresAt: now }),
  request: (person: string) =>
    addBooking(db, project, person, [monday], {
      state: 'requested',
      expiresAt: new Date('2027-01-12T00:00:00Z'),
    }),
  remoteBooking: (person: string) => addBooking(db, project, person, [monday], { exclusiveDays: '{}' }),
  weeklyOff: (person: string) => addRule(person, 'unavailable'),
  weeklyRemote: (person: string) => addRule(person, 'remote-only'),
  block: (person: string) => mark(person, 'unavailable'),
  tentative: (person: string) => mark(person, 'tentative'),
  override: (person: string) => mark(person, 'available'),
} satisfies Record<string, (person: string) => Promise<unknown>>

const mark = (person: string, kind: BlockKind) =>
  addBlock(db, person, { kind, days: toDateRange({ from: addDays(monday, -1), to: addDays(monday, 1) }) })

const addRule = (person: string, rule: 'unavailable' | 'remote-only') =>
  db.insertInto('weeklyRule').values({ coordinatorId: person, weekday: 1, rule }).execute()

const addPerson = async (calendar: { confirmedAt?: Date | null; knownUntil?: Day | null } = {}) => {
  const coordinatorId = await addCoordinator(db)
  await db
    .insertInto('calendar')
    .values({ coordinatorId, confirmedAt: now, knownUntil: '2030-12-31', ...calendar })
    .execute()
  return coordinatorId
}

const cases: [parts: (keyof typeof parts)[], state: DayState][] = [
  [[], 'free'],
  [['confirmed'], 'unavailable'],
  [['confirmed', 'override'], 'unavailable'],
  [['confirmed', 'option', 'tentative'], 'unavailable'],
  [['remoteBooking'], 'free'],
  [['block'], 'unavailable'],
  [['block', 'override'], 'free'],
  [['block', 'tentative', 'option'], 'unavailable'],
  [['weeklyOff'], 'unavailable'],
  [['weeklyRemote'], 'unavailable'],
  [['weeklyOff', 'override'], 'free'],
  [['weeklyOff', 'option'], 'unavailable'],
  [['tentative'], 'option'],
  [['override', 'tentative'], 'option'],
  [['option'], 'option'],
  [['option', 'override'], 'option'],
  [['lapsedOption'], 'free'],
  [['request'], 'free'],
]

describe('what others see of a day', () => {
  test.each(cases)('%j reads %s', async (held, state) => {
    const person = await addPerson()
    for (const part of held) await parts[part](person)
    expect(await stateOf(person, monday)).toBe(state)
  })

  const hard = cases.filter(([, state]) => state !== 'free')
  test.each(hard)('%j reads %s in a calendar nobody confirmed lately, too', async (held, state) => {
    const person = await addPerson({ confirmedAt: null, knownUntil: null })
    for (const part of held) await parts[part](person)
    expect(await stateOf(person, monday)).toBe(state)
  })

  test('the days beside keep their own state', async () => {
    const person = await addPerson()
    await parts.confirmed(person)
    expect(await stateOf(person, addDays(monday, -1))).toBe('free')
    expect(await stateOf(person, addDays(monday, 1))).toBe('free')
  })
})

describe('unknown is not free', () => {
  test('without a calendar', async () => {
    expect(await stateOf(await addCoordinator(db), monday)).toBe('unknown')
  })

  test('without a first confirmation, or without a known-until', async () => {
    expect(await stateOf(await addPerson({ confirmedAt: null }), monday)).toBe('unknown')
    expect(await stateOf(await addPerson({ knownUntil: null }), monday)).toBe('unknown')
  })

  test('beyond known-until, which itself is still known', async () => {
    const person = await addPerson({ knownUntil: monday })
    expect(await stateOf(person, monday)).toBe('free')
    expect(await stateOf(person, addDays(monday, 1))).toBe('unknown')
  })

  test('on the 45th day after the calendar was confirmed', async () => {
    const person = await addPerson({ confirmedAt: now })
    const later = (days: number) => ({
      today: addDays(today, days),
      now: new Date(now.getTime() + days * 864e5),
    })
    expect(await stateOf(person, monday, later(44))).toBe('free')
    expect(await stateOf(person, monday, later(45))).toBe('unknown')
  })

  test('counting that day where the person lives', async () => {
    const person = await addPerson({ confirmedAt: new Date('2027-01-10T23:30:00Z') })
    // In Paris it was confirmed on the 11th.
    expect(await stateOf(person, monday, { today: addDays('2027-01-11', 44), now })).toBe('free')
    expect(await stateOf(person, monday, { today: addDays('2027-01-11', 45), now })).toBe('unknown')
  })

  test('of the past, but not of today', async () => {
    const person = await addPerson()
    expect(await stateOf(person, addDays(today, -1))).toBe('unknown')
    expect(await stateOf(person, today)).toBe('free')
  })

  test('from 18 months on', async () => {
    const person = await addPerson()
    expect(await stateOf(person, '2028-07-10')).toBe('free')
    expect(await stateOf(person, '2028-07-11')).toBe('unknown')
  })
})

test('a list of people and days is answered in full, strangers left out', async () => {
  const [first, second] = [await addPerson(), await addPerson()]
  await parts.confirmed(second)
  const stranger = '019a0000-0000-7000-8000-000000000000'
  const { rows } = await sql<{ coordinatorId: string; day: Day; state: DayState }>`
    select * from day_states(${[first, second, stranger]}::uuid[], ${[monday, addDays(monday, 1)]}::date[],
      ${today}, ${now})`.execute(db)
  const answer = Object.fromEntries(rows.map((row) => [`${row.coordinatorId} ${row.day}`, row.state]))
  expect(answer).toEqual({
    [`${first} ${monday}`]: 'free',
    [`${first} ${addDays(monday, 1)}`]: 'free',
    [`${second} ${monday}`]: 'unavailable',
    [`${second} ${addDays(monday, 1)}`]: 'free',
  })
})

test('the projection forgets what is gone', async () => {
  const person = await addPerson()
  const projection = () =>
    db.selectFrom('coordinatorDays').selectAll().where('coordinatorId', '=', person).executeTakeFirst()
  const empty = { coordinatorId: person, taken: [], tentative: [], opened: [], weekly: 0 }
  expect(await projection()).toEqual(empty)
  for (const part of ['block', 'tentative', 'override', 'weeklyOff'] as const) await parts[part](person)
  const booking = await parts.confirmed(person)
  const marked = rangesOf([-1, 0, 1].map((step) => addDays(monday, step)))
  expect(await projection()).toEqual({
    coordinatorId: person,
    taken: rangesOf([monday]),
    tentative: marked,
    opened: marked,
    weekly: 1,
  })
  await db.updateTable('booking').set({ state: 'cancelled' }).where('id', '=', booking).execute()
  await db.deleteFrom('availabilityBlock').where('coordinatorId', '=', person).execute()
  await db.deleteFrom('weeklyRule').where('coordinatorId', '=', person).execute()
  expect(await projection()).toEqual(empty)
})
