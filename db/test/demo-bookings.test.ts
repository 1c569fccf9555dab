import { type Selectable, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast, seedDemo } from '../seeds/demo.ts'
import type { BookingTable } from '../tables/booking.ts'
import { bookingStates } from '../vocabulary/booking.ts'
import { daysOf } from '../vocabulary/day.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'
import { minutesOn, now, seed, today } from './demo-seed.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await seedDemo(database.db, seed)
})
afterAll(() => database.drop())

const select = async <Row>(statement: ReturnType<typeof sql<Row>>): Promise<Row[]> =>
  (await statement.execute(database.db)).rows

describe('the bookings of the demo', () => {
  const listBookings = (): Promise<Selectable<BookingTable>[]> =>
    database.db.selectFrom('booking').selectAll().orderBy('id').execute()

  test('stand in every state', async () => {
    const states = new Set((await listBookings()).map(({ state }) => state))
    expect(states).toEqual(new Set(bookingStates))
  })

  test('read the same with the clock in mind: nothing open has lapsed, nothing done is still confirmed', async () => {
    for (const { state, expiresAt, days } of await listBookings()) {
      if (['requested', 'countered', 'option'].includes(state))
        expect(expiresAt?.getTime()).toBeGreaterThan(now.getTime())
      if (state === 'confirmed') expect((daysOf(days).at(-1) ?? '') >= today).toBe(true)
      if (state === 'completed') expect((daysOf(days).at(-1) ?? '') < today).toBe(true)
    }
  })

  test('ask both demo coordinators for an answer within hours', async () => {
    for (const { id } of [cast.intimacy, cast.eco]) {
      const waiting = (await listBookings()).filter(
        (row) =>
          row.coordinatorId === id && row.state === 'requested' && (row.expiresAt ?? now) < minutesOn(6 * 60),
      )
      expect(waiting).toHaveLength(1)
    }
  })

  test('hold two productions’ options on the same days of one person, one placed before the other', async () => {
    const [first, second] = (await listBookings())
      .filter(({ coordinatorId, state }) => coordinatorId === cast.intimacy.id && state === 'option')
      .sort((a, b) => Number(a.placedAt) - Number(b.placedAt))
    expect(first?.companyId).toBe(cast.production1.companyId)
    expect(second?.companyId).toBe(cast.production2.companyId)
    const held = daysOf(first?.exclusiveDays ?? [])
    expect(daysOf(second?.exclusiveDays ?? []).filter((day) => held.includes(day)).length).toBeGreaterThan(0)
  })

  test('can be read with the keys they were sealed under', async () => {
    const messages = await database.db
      .selectFrom('bookingMessage')
      .innerJoin('booking', 'booking.id', 'bookingMessage.bookingId')
      .innerJoin('sealingKey', 'sealingKey.id', 'booking.sealingKeyId')
      .select(['bodySealed', 'wrapped'])
      .execute()
    expect(messages.length).toBeGreaterThan(30)
    for (const { bodySealed, wrapped } of messages)
      expect(seed.sealer.withKey(wrapped ?? Buffer.alloc(0)).open(bodySealed ?? Buffer.alloc(0))).toMatch(
        /^(Bonjour|Hello|[A-ZÀ-Ý])/,
      )
    const projects = await database.db
      .selectFrom('project')
      .innerJoin('sealingKey', 'sealingKey.id', 'project.sealingKeyId')
      .select(['titleSealed', 'briefSealed', 'described', 'wrapped'])
      .execute()
    const titles = projects.map(({ titleSealed, briefSealed, described, wrapped }) => {
      const seal = seed.sealer.withKey(wrapped ?? Buffer.alloc(0))
      const brief = JSON.parse(seal.open(briefSealed))
      expect((brief.scenes ?? brief.obligations).length > 0).toBe(described)
      return seal.open(titleSealed)
    })
    expect(titles).toContain('Le Rivage d’en face')
  })

  test('each have a trail that leads to their state, in the order in which it happened', async () => {
    const trail = await select(sql<{ id: string; state: string; version: number; to: string; last: number }>`
      select booking.id, state, version, last.facts->>'to' as to, (last.facts->>'version')::int as last
      from booking join lateral (
        select facts from event where subject_id = booking.id and facts ? 'to' order by event.id desc limit 1
      ) last on true order by booking.id`)
    expect(trail.length).toBe((await listBookings()).length)
    for (const { to, last, state, version } of trail)
      expect({ to, last }).toEqual({ to: state, last: version })
    const backwards = await select(sql`
      select id from (select id, at < lag(at) over (order by id) as backwards from event) ordered where backwards`)
    expect(backwards).toEqual([])
  })

  test('and all that was decided leave a trail of codes alone: no names, no words', async () => {
    const rows = await select(
      sql<{ kind: string; facts: Record<string, unknown> }>`select kind, facts from event`,
    )
    for (const { kind, facts } of rows)
      for (const fact of Object.values(facts).flat())
        if (typeof fact === 'string') expect(fact, kind).toMatch(/^[A-Za-z0-9:._/+-]{1,80}$/)
    const decided = await select(sql<{ missing: number }>`
      select (select count(*) from credential_decision) + (select count(*) from company_decision)
        - (select count(*) from event where kind in ('credential.decided', 'company.decided')) as missing`)
    expect(decided).toEqual([{ missing: 0 }])
  })

  test('fall on days that the person’s calendar leaves to them', async () => {
    const clashes = await select(sql`
      select booking.id from booking join availability_block using (coordinator_id)
      where availability_block.kind = 'unavailable' and booking.days && availability_block.days`)
    expect(clashes).toEqual([])
  })
})
