import { createTestDatabase, type TestDatabase } from '@repere/db/test/database.ts'
import { inTimeZones } from '@repere/db/test/time-zones.ts'
import { addDays, type Day, daysOf, toDayNumber } from '@repere/db/vocabulary/day.ts'
import type { DayState } from '@repere/db/vocabulary/day-state.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPeople } from '../postgres/people.ts'
import { addPeople } from '../test/add-people.ts'
import { createChance, now, randomSketch, type Sketch, today } from '../test/cast.ts'
import { dayState } from '../test/oracle.ts'
import { dayStatesOf, horizonOf } from './calendar.ts'
import { toDocument } from './document.ts'
import { createLexicon } from './lexicon.ts'
import { isPaused, type Person } from './person.ts'

let database: TestDatabase
let people: Map<string, Sketch>
let read: Person[]
beforeAll(async () => {
  database = await createTestDatabase()
  const chance = createChance(45)
  people = await addPeople(
    database.db,
    Array.from({ length: 120 }, () => ({ ...randomSketch(chance), published: true, suspended: false })),
  )
  read = await readPeople(database.db, [...people.keys()], 'all')
}, 60_000)
afterAll(() => database.drop())

/** Around the playground of the random calendars, around today, and around the horizon. */
const asked: Day[] = [
  ...daysOf([{ from: addDays(today, -2), to: addDays(today, 2) }]),
  ...daysOf([{ from: '2027-02-20', to: '2027-04-20' }]),
  ...daysOf([{ from: '2028-07-08', to: '2028-07-14' }]),
]

const liveOptions = ({ options }: Person) =>
  options.filter(({ expiresAt }) => expiresAt > now).flatMap(({ days }) => days)

inTimeZones('the days of a calendar', () => {
  test('read the same in the database, in the pure function and by brute force', async () => {
    const { rows } = await sql<{ coordinatorId: string; day: Day; state: DayState }>`
      select * from day_states(${[...people.keys()]}::uuid[], ${asked}::date[], ${today}, ${now})`.execute(
      database.db,
    )
    const stored = new Map(rows.map(({ coordinatorId, day, state }) => [`${coordinatorId} ${day}`, state]))
    expect(read).toHaveLength(120)
    for (const person of read) {
      const sketch = people.get(person.id)
      if (!sketch) throw new Error('nobody')
      const pure = dayStatesOf(person.calendar, liveOptions(person), asked, today)
      expect(pure, JSON.stringify(sketch)).toEqual(asked.map((day) => dayState(sketch, day)))
      expect(pure, person.id).toEqual(asked.map((day) => stored.get(`${person.id} ${day}`)))
    }
  })

  test('are drawn in a document so that each mode reads them off', () => {
    const lexicon = createLexicon([])
    for (const person of read.filter((person) => !isPaused(person, now))) {
      const document = toDocument(person, lexicon, now)
      const states = dayStatesOf(person.calendar, liveOptions(person), asked, today)
      const known = asked.map((day, index) => ({ number: toDayNumber(day), state: states[index], day }))
      for (const { number, state, day } of known.filter(({ day }) => day >= today)) {
        if (state === 'option') expect(document.optionDays).toContain(number)
        else expect(document.optionDays).not.toContain(number)
        if (day >= horizonOf(today)) continue
        expect(document.freeDays.includes(number), day).toBe(state === 'free')
        const unknown = number > document.knownUntil
        expect(unknown || document.notFreeDays.includes(number), day).toBe(state !== 'free')
        const untold = unknown && !document.heldBeyond
        const taken = state === 'unavailable' || state === 'unknown'
        expect(untold || document.takenDays.includes(number), day).toBe(untold || taken)
      }
    }
  })
})
