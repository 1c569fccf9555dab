import { type Trx, toDateRange, toMultirange } from '@repere/db'
import { addProject, type Project } from '@repere/db/test/arrange.ts'
import { createTestDatabase, type TestDatabase } from '@repere/db/test/database.ts'
import { inTimeZones, processZone } from '@repere/db/test/time-zones.ts'
import type { BlockKind } from '@repere/db/vocabulary/block.ts'
import {
  addDays,
  addMonths,
  type Day,
  type DayRange,
  daysBetween,
  daysOf,
  rangesOf,
  weekdayOf,
} from '@repere/db/vocabulary/day.ts'
import { subtract, unite } from '@repere/db/vocabulary/day-ranges.ts'
import { dayStates } from '@repere/db/vocabulary/day-state.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Chance, createChance } from '../test/cast.ts'
import { type Calendar, dayStatesOf, statesBetween } from './calendar.ts'

/** Each with twenty-eight days; all of them in the long rounds. */
// biome-ignore lint/style/noProcessEnv: the one word that tells the long rounds from the short ones
const count = process.env.REPERE_LONG === '1' ? 10_000 : 1_000
/** As many days as a small integer has bits to spare. */
const width = 28

/** A moment, the civil day it is there, and the days looked at: both changes of clocks, 29 February, ends of years, the horizon. */
const stages = [
  { now: new Date('2027-03-27T23:30:00Z'), first: '2027-03-20' },
  { now: new Date('2027-10-30T22:30:00Z'), first: '2027-10-20' },
  { now: new Date('2027-12-31T23:30:00Z'), first: '2027-12-20' },
  { now: new Date('2028-02-28T10:00:00Z'), first: '2028-02-20' },
  { now: new Date('2027-01-11T09:00:00Z'), first: '2027-02-26' },
  { now: new Date('2026-08-31T09:00:00Z'), first: '2028-02-16' },
].map((stage) => ({ ...stage, today: stage.now.toISOString().slice(0, 10) }))

interface Stage {
  now: Date
  today: Day
  first: Day
}

const homes = ['Europe/Paris', 'America/Los_Angeles', 'Pacific/Kiritimati']

interface Played {
  id: string
  stage: Stage
  blocks: (DayRange & { kind: BlockKind })[]
  weekly: { weekday: number; rule: 'unavailable' | 'remote-only' }[]
  confirmed: Day[]
  options: { days: Day[]; expiresAt: Date }[]
  home: string
  /** How many days ago, where the person lives, the calendar was confirmed; null for never. */
  age: number | null
  knownUntil: Day | null
}

const someRange = (chance: Chance, { first }: Stage): DayRange => {
  const from = chance.upTo(width - 1)
  return { from: addDays(first, from), to: addDays(first, Math.min(width - 1, from + chance.upTo(6))) }
}

const scattered = (chance: Chance, stage: Stage): Day[] => [
  ...new Set(Array.from({ length: 1 + chance.upTo(4) }, () => addDays(stage.first, chance.upTo(width - 1)))),
]

const idOf = (index: number) => `019b0000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`

const play = (chance: Chance, index: number): Played => {
  const stage = stages[index % stages.length] as Stage
  return {
    id: idOf(index),
    stage,
    blocks: (['unavailable', 'unavailable', 'tentative', 'available'] as const)
      .filter(() => chance.odds(0.6))
      .map((kind) => ({ kind, ...someRange(chance, stage) })),
    weekly: chance.odds(0.4)
      ? chance
          .some([1, 2, 3, 4, 5, 6, 7], 3)
          .map((weekday) => ({ weekday, rule: chance.pick(['unavailable', 'remote-only'] as const) }))
      : [],
    confirmed: chance.odds(0.4) ? scattered(chance, stage) : [],
    options: Array.from({ length: chance.upTo(2) }, () => ({
      days: scattered(chance, stage),
      expiresAt: new Date(stage.now.getTime() + chance.pick([-1, 0, 1, 864e5])),
    })),
    home: chance.pick(homes),
    age: chance.pick([null, 0, 1, 20, 43, 44, 45, 46, 90]),
    knownUntil: chance.pick([null, stage.today, addDays(stage.first, chance.upTo(width)), '2031-12-31']),
  }
}

const chance = createChance(20_270_311)
const played = Array.from({ length: count }, (_, index) => play(chance, index))

/** An instant on a civil day of that place: its noon, give or take twelve hours of offset never leave the day. */
const noonIn = (zone: string, day: Day): Date => {
  const at = new Date(`${day}T12:00:00Z`)
  const shown = new Date(`${at.toLocaleString('sv-SE', { timeZone: zone }).replace(' ', 'T')}Z`)
  return new Date(at.getTime() - (shown.getTime() - at.getTime()))
}

/** The oracle: a bit for each day of the stage, and the rules in their order as operators of the machine. */
const judge = ({ stage, blocks, weekly, confirmed, options, age, knownUntil }: Played): string => {
  const all = 2 ** width - 1
  const bit = (day: Day) => 1 << daysBetween(stage.first, day)
  const bits = (days: readonly Day[]) => days.reduce((set, day) => set | bit(day), 0)
  const marked = (kind: BlockKind) =>
    blocks.filter((block) => block.kind === kind).reduce((set, block) => set | bits(daysOf([block])), 0)
  const stageDays = Array.from({ length: width }, (_, index) => addDays(stage.first, index))
  const off = bits(stageDays.filter((day) => weekly.some(({ weekday }) => weekday === weekdayOf(day))))
  const live = options
    .filter(({ expiresAt }) => expiresAt > stage.now)
    .reduce((set, { days }) => set | bits(days), 0)
  const horizon = addMonths(stage.today, 18)
  const known = bits(
    stageDays.filter(
      (day) =>
        age !== null &&
        age < 45 &&
        day >= stage.today &&
        day < horizon &&
        knownUntil !== null &&
        day <= knownUntil,
    ),
  )
  const taken = bits(confirmed) | ((marked('unavailable') | off) & ~marked('available'))
  const held = (marked('tentative') | live) & ~taken
  const unknown = all & ~(taken | held | known)
  return stageDays
    .map((day) => (taken & bit(day) ? 'u' : held & bit(day) ? 'o' : unknown & bit(day) ? '?' : 'f'))
    .join('')
}

const letters = { free: 'f', option: 'o', unavailable: 'u', unknown: '?' } as const

/** The same parts put together by the pure algebra, as the projection of the database puts them together. */
const toCalendar = ({ stage, blocks, weekly, confirmed, age, knownUntil }: Played): Calendar => {
  const marked = (kind: BlockKind) => blocks.filter((block) => block.kind === kind)
  return {
    taken: unite(subtract(marked('unavailable'), marked('available')), rangesOf(confirmed)),
    tentative: unite(marked('tentative'), []),
    opened: unite(marked('available'), []),
    weekly: weekly.reduce((mask, { weekday }) => mask | (1 << (weekday - 1)), 0),
    knownUntil,
    staleOn: age === null ? null : addDays(stage.today, 45 - age),
  }
}

const liveDays = ({ options, stage }: Played) =>
  options.filter(({ expiresAt }) => expiresAt > stage.now).flatMap(({ days }) => rangesOf(days))

const daysOfStage = ({ first }: Stage) => Array.from({ length: width }, (_, index) => addDays(first, index))

const purely = (one: Played): string =>
  dayStatesOf(toCalendar(one), liveDays(one), daysOfStage(one.stage), one.stage.today)
    .map((state) => letters[state])
    .join('')

/** The form that documents are drawn in: whole stretches from today on. */
const drawn = (one: Played): string => {
  const { stage } = one
  const end = addMonths(stage.today, 18)
  const states = statesBetween(toCalendar(one), liveDays(one), stage.today, end)
  return daysOfStage(stage)
    .filter((day) => day >= stage.today && day < end)
    .map((day) => letters[states[daysBetween(stage.today, day)] ?? 'unknown'])
    .join('')
}

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  const project = await addProject(database.db)
  await database.ownerDb.transaction().execute((trx) => write(trx, project))
}, 240_000)
afterAll(() => database.drop())

/** All calendars in five statements; between them the planner learns how much there is. */
const write = async (db: Trx, { companyId, projectId, sealingKeyId }: Project): Promise<void> => {
  await sql`set local statement_timeout = '60s'`.execute(db)
  const people = played.map(({ id, home }) => ({ id, home }))
  await sql`
    insert into coordinator (id, slug, display_name, time_zone)
    select id, id::text, 'Personne inventée', home
    from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as made (id uuid, home text)`.execute(db)
  await sql`analyze coordinator`.execute(db)
  const calendars = played.map(({ id, stage, home, age, knownUntil }) => ({
    id,
    known: knownUntil,
    at: age === null ? null : noonIn(home, addDays(stage.today, -age)),
  }))
  await sql`
    insert into calendar (coordinator_id, confirmed_at, known_until)
    select id, at, known from jsonb_to_recordset(${JSON.stringify(calendars)}::jsonb)
      as made (id uuid, at timestamptz, known date)`.execute(db)
  await sql`analyze calendar, coordinator_days`.execute(db)
  const blocks = played.flatMap(({ id, blocks }) =>
    blocks.map((block) => ({ id, kind: block.kind, days: toDateRange(block) })),
  )
  await sql`
    insert into availability_block (coordinator_id, days, kind)
    select id, days, kind from jsonb_to_recordset(${JSON.stringify(blocks)}::jsonb)
      as made (id uuid, days daterange, kind text)`.execute(db)
  await sql`analyze availability_block`.execute(db)
  const rules = played.flatMap(({ id, weekly }) => weekly.map((rule) => ({ id, ...rule })))
  await sql`
    insert into weekly_rule (coordinator_id, weekday, rule)
    select id, weekday, rule from jsonb_to_recordset(${JSON.stringify(rules)}::jsonb)
      as made (id uuid, weekday int, rule text)`.execute(db)
  await sql`analyze weekly_rule`.execute(db)
  const bookings = played.flatMap(({ id, confirmed, options, stage }) => [
    ...(confirmed.length > 0
      ? [{ id, state: 'confirmed', days: toMultirange(rangesOf(confirmed)), at: stage.now, until: null }]
      : []),
    ...options.map(({ days, expiresAt }) => ({
      id,
      state: 'option',
      days: toMultirange(rangesOf(days)),
      at: stage.now,
      until: expiresAt,
    })),
  ])
  await sql`
    insert into booking (coordinator_id, company_id, project_id, sealing_key_id, kind, state, days, exclusive_days,
      phases, policy, reply_by_limit, requested_at, placed_at, confirmed_at, expires_at)
    select id, ${companyId}, ${projectId}, ${sealingKeyId}, 'option', state, days, days, '[]', '{}', at, at, at, at, until
    from jsonb_to_recordset(${JSON.stringify(bookings)}::jsonb)
      as made (id uuid, state text, days datemultirange, at timestamptz, until timestamptz)`.execute(db)
}

/** What the database says of a whole stage, by a session that lives in that zone: a letter a day, a line a person. */
const inPostgres = ({ now, today, first }: Stage, zone: string): Promise<Map<string, string>> =>
  database.db.transaction().execute(async (trx) => {
    await sql`select set_config('timezone', ${zone}, true), set_config('statement_timeout', '60s', true)`.execute(
      trx,
    )
    const ids = played.filter(({ stage }) => stage.first === first).map(({ id }) => id)
    const { rows } = await sql<{ id: string; line: string }>`
      select coordinator_id as id,
        string_agg(case state when 'unknown' then '?' else left(state, 1) end, '' order by day) as line
      from day_states(${ids}::uuid[], ${daysOfStage({ now, today, first })}::date[], ${today}, ${now})
      group by coordinator_id`.execute(trx)
    return new Map(rows.map(({ id, line }) => [id, line]))
  })

inTimeZones(`${count} calendars`, () => {
  test('read the same day by day in pure code, drawn for a document, as bits and in Postgres', async () => {
    const zone = processZone()
    const stored = new Map<string, string>()
    for (const stage of stages) for (const [id, line] of await inPostgres(stage, zone)) stored.set(id, line)
    expect(stored.size).toBe(count)
    const wrong = played.flatMap((one) => {
      const bits = judge(one)
      const days = daysOfStage(one.stage)
      const end = addMonths(one.stage.today, 18)
      const ahead = [...bits].filter((_, index) => {
        const day = days[index] ?? ''
        return day >= one.stage.today && day < end
      })
      const same = purely(one) === bits && stored.get(one.id) === bits && drawn(one) === ahead.join('')
      return same ? [] : [{ one, bits, pure: purely(one), stored: stored.get(one.id), drawn: drawn(one) }]
    })
    expect(wrong.slice(0, 3)).toEqual([])
    expect(wrong).toHaveLength(0)
  }, 240_000)
})

test('the calendars played hold every state, on days to come and gone', () => {
  const seen = new Set(played.map(judge).join(''))
  expect([...seen].sort()).toEqual(dayStates.map((state) => letters[state]).sort())
})
