import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, plannedOnce, toDateRange, toMultirange } from '../index.ts'
import { addDays, type DayRange, fromDayNumber, rangesOf } from '../vocabulary/day.ts'
import { addBlock, addBooking, addCoordinator, addProject } from './arrange.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'
import { inTimeZones } from './time-zones.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('what the embedded database refuses is not written to its log with all that the row held', async () => {
  const { rows } = await sql<{ verbosity: string }>`
    select setting as verbosity from pg_settings where name = 'log_error_verbosity'`.execute(database.db)
  expect(rows).toEqual([{ verbosity: 'terse' }])
})

test('a statement that asks for it is planned once for its connection, whatever its parameters', async () => {
  await database.db.connection().execute(async (connection) => {
    for (const asked of [1, 2, 3]) {
      const { rows } = await sql<{ answer: number }>`${plannedOnce} select ${asked}::int as answer`.execute(
        connection,
      )
      expect(rows).toEqual([{ answer: asked }])
    }
    const { rows } = await sql<{ count: number }>`
      select count(*) from pg_prepared_statements where statement like '%as answer'`.execute(connection)
    expect(rows).toEqual([{ count: 1 }])
  })
})

describe('names', () => {
  test('columns are snake_case in SQL and camelCase here', async () => {
    const id = await addCoordinator(database.db, {
      displayName: 'Solène d’Arvigny',
      levelEcoProduction: 'lead',
    })
    const { rows } = await sql<{ displayName: string; levelEcoProduction: string }>`
      select display_name, level_eco_production from coordinator where id = ${id}`.execute(database.db)
    expect(rows).toEqual([{ displayName: 'Solène d’Arvigny', levelEcoProduction: 'lead' }])
  })

  test('keys inside jsonb keep their spelling', async () => {
    const facts = { snake_key: 1, camelKey: { inner_key: [{ deep_key: 2, deepKey: 3 }] } }
    const { facts: stored } = await database.db
      .insertInto('event')
      .values({
        actorRole: 'operator',
        kind: 'test',
        subjectKind: 'test',
        subjectId: '019a0000-0000-7000-8000-000000000000',
        facts: JSON.stringify(facts),
      })
      .returning('facts')
      .executeTakeFirstOrThrow()
    expect(stored).toEqual(facts)
  })

  test('a count is a number', async () => {
    const { count } = await database.db
      .selectFrom('specialism')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    expect(count).toBeTypeOf('number')
  })
})

inTimeZones('days', () => {
  test('a date comes back as the day that went in', async () => {
    for (const day of ['2027-03-28', '2027-10-31', '1969-12-31', '2028-02-29']) {
      const id = await addCoordinator(database.db)
      await database.db.insertInto('calendar').values({ coordinatorId: id, knownUntil: day }).execute()
      const stored = database.db.selectFrom('calendar').select('knownUntil').where('coordinatorId', '=', id)
      expect(await stored.executeTakeFirst()).toEqual({ knownUntil: day })
    }
  })

  test('a list of dates comes back as it went in', async () => {
    const days = ['2027-03-28', '2027-10-31']
    const { rows } = await sql`select ${days}::date[] as days, '{}'::date[] as none`.execute(database.db)
    expect(rows).toEqual([{ days, none: [] }])
  })

  test('a range of days comes back with both ends included', async () => {
    const coordinatorId = await addCoordinator(database.db)
    const days: DayRange = { from: '2027-03-28', to: '2027-04-02' }
    await addBlock(database.db, coordinatorId, { kind: 'unavailable', days: toDateRange(days) })
    const stored = database.db.selectFrom('availabilityBlock').select('days')
    expect(await stored.where('coordinatorId', '=', coordinatorId).execute()).toEqual([{ days }])
  })

  test('scattered days come back as the shortest list of ranges', async () => {
    const anyDays = fc.array(fc.integer({ min: 20_000, max: 20_060 }).map(fromDayNumber))
    await fc.assert(
      fc.asyncProperty(anyDays, async (days) => {
        const written = toMultirange(days.map((day) => ({ from: day, to: day })))
        const { rows } = await sql`select ${written}::datemultirange as days`.execute(database.db)
        expect(rows).toEqual([{ days: rangesOf(days) }])
      }),
    )
  })

  test('the server counts its days in UTC', async () => {
    const { rows } = await sql`select '2027-03-05T23:30:00Z'::timestamptz::date as day`.execute(database.db)
    expect(rows).toEqual([{ day: '2027-03-05' }])
  })
})

test('a range without an end is an error, never a wrong answer', async () => {
  await expect(sql`select '[2027-03-05,)'::daterange as days`.execute(database.db)).rejects.toThrow('finite')
  await expect(sql`select '[2027-03-05,infinity)'::daterange as days`.execute(database.db)).rejects.toThrow(
    'finite',
  )
})

describe('a backend that dies', () => {
  test('inside a transaction fails that transaction and nothing else', async () => {
    const seen: Error[] = []
    const db = connect(database.url, { maxConnections: 2, onError: (error) => seen.push(error) })
    const broken = db.transaction().execute(async (trx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx)
      await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(database.db)
      // Idle inside the transaction while the connection breaks: no query is there to take the error.
      await expect.poll(() => seen.length).toBeGreaterThan(0)
      await addCoordinator(trx, { slug: 'never-written' })
    })
    await expect(broken).rejects.toThrow()
    const { rows } = await sql`select count(*) as left from coordinator where slug = 'never-written'`.execute(
      db,
    )
    expect(rows).toEqual([{ left: 0 }])
    await db.destroy()
  })

  test('while idle is replaced', async () => {
    const seen: Error[] = []
    const db = connect(database.url, { maxConnections: 1, onError: (error) => seen.push(error) })
    const pid = async () =>
      (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)).rows[0]?.pid
    const first = await pid()
    await sql`select pg_terminate_backend(${first})`.execute(database.db)
    await expect.poll(() => seen.length).toBeGreaterThan(0)
    expect(await pid()).not.toBe(first)
    await db.destroy()
  })
})

test('a statement that takes too long is cancelled, and so is waiting for a lock', async () => {
  const db = connect(database.url, { maxConnections: 2, statementTimeoutMs: 80, lockTimeoutMs: 30 })
  await expect(sql`select pg_sleep(1)`.execute(db)).rejects.toThrow('statement timeout')
  const id = await addCoordinator(db)
  const lock = sql`select id from coordinator where id = ${id} for no key update`
  await db.transaction().execute(async (trx) => {
    await lock.execute(trx)
    await expect(lock.execute(db)).rejects.toThrow('lock timeout')
  })
  await db.destroy()
})

test('days of a booking survive the round trip', async () => {
  const days = ['2027-03-08', '2027-03-09', '2027-03-15'].concat(addDays('2027-03-31', 1))
  const id = await addBooking(
    database.db,
    await addProject(database.db),
    await addCoordinator(database.db),
    days,
  )
  const stored = database.db.selectFrom('booking').select(['days', 'exclusiveDays']).where('id', '=', id)
  expect(await stored.executeTakeFirst()).toEqual({ days: rangesOf(days), exclusiveDays: rangesOf(days) })
})
