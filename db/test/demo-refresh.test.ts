import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { cast, refreshDemo, seedDemo } from '../seeds/demo.ts'
import { bookingStates } from '../vocabulary/booking.ts'
import { addDays, daysOf } from '../vocabulary/day.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'
import { daysOn, now, seed, today } from './demo-seed.ts'

const { sealer } = seed

let database: TestDatabase
let seededCount: number
beforeEach(async () => {
  database = await createTestDatabase()
  await seedDemo(database.db, seed)
  seededCount = (await listBookings()).length
  return () => database.drop()
})

/** What the worker does in the meantime. */
const letTheClockRun = async (at: Date) => {
  await sql`update booking set state = 'expired', version = version + 1, ended_at = expires_at
    where state in ('requested', 'countered', 'option') and expires_at <= ${at}`.execute(database.db)
  await sql`update booking set state = 'completed', version = version + 1
    where state = 'confirmed' and upper(days) + 1 <= ${at}::date`.execute(database.db)
}

const listBookings = () =>
  database.db.selectFrom('booking').selectAll().orderBy('requestedAt').orderBy('id').execute()

/** The states of what was first seeded, sorted: later ones have ids of their own. */
const seededStates = async () =>
  (await listBookings())
    .slice(0, seededCount)
    .map(({ state }) => state)
    .sort()

const freeDays = async (at: Date) => {
  const day = at.toISOString().slice(0, 10)
  const { rows } = await sql<{ free: number }>`
    select count(*) filter (where state = 'free') as free
    from day_states(array(select id from coordinator), array[${addDays(day, 20)}]::date[], ${day}, ${at})`.execute(
    database.db,
  )
  return rows[0]?.free ?? 0
}

describe('a demo that starts again', () => {
  test('an hour later keeps its bookings as they were: nobody is reminded twice by a second start', async () => {
    const before = await listBookings()
    expect(await refreshDemo(database.db, { now: daysOn(1 / 24), sealer })).toBe(true)
    expect(await listBookings()).toEqual(before)
  })

  test('once half of its time is over, a deadline is as far off as it was at first', async () => {
    const before = await listBookings()
    const later = daysOn(3 / 24)
    await refreshDemo(database.db, { now: later, sealer })
    const after = await listBookings()
    const left = (at: Date | null, from: Date) => Number(at) - from.getTime()
    let renewed = 0
    for (const [place, { state, expiresAt }] of after.entries()) {
      if (!['requested', 'countered', 'option'].includes(state)) continue
      const atFirst = left(before[place]?.expiresAt ?? null, now)
      if (left(expiresAt, later) === atFirst) renewed += 1
      else expect(left(expiresAt, later)).toBeGreaterThanOrEqual(atFirst / 2)
    }
    expect(renewed).toBeGreaterThan(0)
  })

  test('after two months has free days again, where without it there are none', async () => {
    expect(await freeDays(daysOn(60))).toBe(0)
    await refreshDemo(database.db, { now: daysOn(60), sealer })
    expect(await freeDays(daysOn(60))).toBeGreaterThan(30)
  })

  test('never shortens what a person said of their calendar', async () => {
    const own = database.db
      .updateTable('calendar')
      .set({ confirmedAt: daysOn(60), knownUntil: addDays(today, 900) })
    await own.where('coordinatorId', '=', cast.intimacy.id).execute()
    await refreshDemo(database.db, { now: daysOn(60), sealer })
    const kept = database.db.selectFrom('calendar').select(['confirmedAt', 'knownUntil'])
    expect(await kept.where('coordinatorId', '=', cast.intimacy.id).executeTakeFirst()).toEqual({
      confirmedAt: daysOn(60),
      knownUntil: addDays(today, 900),
    })
  })

  test.each([30, 200, 800])('after %d days stands in every state, on days to come', async (days) => {
    const later = daysOn(days)
    await letTheClockRun(later)
    await refreshDemo(database.db, { now: later, sealer })
    const rows = await listBookings()
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(bookingStates))
    const open = rows.filter(({ state }) => ['requested', 'countered', 'option'].includes(state))
    for (const { expiresAt, days: asked } of open) {
      expect(expiresAt?.getTime()).toBeGreaterThan(later.getTime())
      expect((daysOf(asked)[0] ?? '') > later.toISOString().slice(0, 10)).toBe(true)
    }
    for (const { id } of [cast.intimacy, cast.eco])
      expect(
        open.filter(
          ({ coordinatorId, state, expiresAt }) =>
            coordinatorId === id &&
            state === 'requested' &&
            Number(expiresAt) - later.getTime() < 6 * 3_600_000,
        ),
      ).toHaveLength(1)
  })

  test('asks again even where no worker wrote down what had lapsed', async () => {
    const later = daysOn(200)
    await refreshDemo(database.db, { now: later, sealer })
    const live = (await listBookings()).filter(({ expiresAt }) => expiresAt && expiresAt > later)
    expect(live.map(({ state }) => state).sort()).toEqual(
      (await seededStates()).filter((state) => ['countered', 'option', 'requested'].includes(state)),
    )
  })

  test('asks again once, however often it starts', async () => {
    await letTheClockRun(daysOn(30))
    await refreshDemo(database.db, { now: daysOn(30), sealer })
    const count = (await listBookings()).length
    expect(count).toBeGreaterThan(40)
    await refreshDemo(database.db, { now: daysOn(30), sealer })
    await refreshDemo(database.db, { now: daysOn(31), sealer })
    expect(await listBookings()).toHaveLength(count)
  })

  test('lets stand what a person answered', async () => {
    const answer = database.db
      .updateTable('booking')
      .set({ state: 'declined', version: 2, endedAt: now, reasonCode: 'rate' })
      .where('coordinatorId', '=', cast.intimacy.id)
      .where('state', '=', 'requested')
    await answer.execute()
    await refreshDemo(database.db, { now: daysOn(30), sealer })
    const rows = (await listBookings()).filter(({ coordinatorId }) => coordinatorId === cast.intimacy.id)
    expect(rows.some(({ state }) => state === 'requested')).toBe(false)
  })

  test('leaves a database without a demo alone', async () => {
    const empty = await createTestDatabase()
    expect(await refreshDemo(empty.db, { now, sealer })).toBe(false)
    await empty.drop()
  })
})
