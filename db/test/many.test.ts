import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seedMany } from '../seeds/many.ts'
import { credentialStates } from '../vocabulary/credential.ts'
import { dayStates } from '../vocabulary/day-state.ts'
import { regions } from '../vocabulary/region.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'

const now = new Date('2027-01-13T10:30:00Z')
const today = '2027-01-13'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await seedMany(database.db, 1_000, { now })
})
afterAll(() => database.drop())

const select = async <Row>(statement: ReturnType<typeof sql<Row>>): Promise<Row[]> =>
  (await statement.execute(database.db)).rows

/** A digest of all that was made, ids included, but for the clock of the server. */
const digestOf = async ({ db }: TestDatabase) => {
  const { rows } = await sql`
    select
      (select md5(string_agg((to_jsonb(one) - 'created_at')::text, '' order by id)) from coordinator one) as people,
      (select md5(string_agg(to_jsonb(one)::text, '' order by id)) from credential one) as credentials,
      (select md5(string_agg(to_jsonb(one)::text, '' order by coordinator_id)) from coordinator_days one) as days,
      (select md5(string_agg(to_jsonb(one)::text, '' order by id)) from booking one) as bookings`.execute(db)
  return rows[0]
}

describe('a large data set', () => {
  test('has everyone it was asked for, most of them published, all of them marked for the index', async () => {
    const rows = await select(sql<{ people: number; published: number; dirty: number; days: number }>`
      select count(*) as people, count(published_at) as published,
        (select count(*) from search_dirty) as dirty, (select count(*) from coordinator_days) as days
      from coordinator`)
    expect(rows[0]).toMatchObject({ people: 1_000, dirty: 1_000 })
    expect(rows[0]?.published).toBeGreaterThan(930)
    expect(rows[0]?.days).toBeGreaterThan(990)
  })

  test('knows every French region, every state of a credential and of a day', async () => {
    const based = await select(
      sql<{ region: string }>`select distinct base_region as region from coordinator`,
    )
    const codes = based.map(({ region }) => region)
    for (const { code, country } of regions) if (country === 'FR') expect(codes).toContain(code)
    const states = await select(sql<{ state: string }>`
      select distinct credential_state(standing, ends_on, ${today}) as state from credential_standing`)
    expect(new Set(states.map(({ state }) => state))).toEqual(new Set(credentialStates))
    const days = await select(sql<{ state: string }>`
      select distinct state from day_states(array(select id from coordinator),
        array(select ${today}::date + n from generate_series(0, 300, 10) n), ${today}, ${now})`)
    expect(new Set(days.map(({ state }) => state))).toEqual(new Set(dayStates))
  })

  test('gives people only skills and credentials of their own disciplines', async () => {
    const foreign = await select(sql`
      select slug from coordinator, unnest(specialisms) skill
      where not exists (select from specialism where code = skill and discipline = any (disciplines))
      union all select slug from coordinator join credential on coordinator_id = coordinator.id
        join credential_type using (code) where not credential_type.disciplines && coordinator.disciplines`)
    expect(foreign).toEqual([])
  })

  test('is the same for the same seed, another for another, and grows without changing', async () => {
    const [same, other] = [await createTestDatabase(), await createTestDatabase()]
    await seedMany(same.db, 300, { now })
    await seedMany(same.db, 1_000, { now })
    await seedMany(other.db, 1_000, { now, seed: 2 })
    expect(await digestOf(same)).toEqual(await digestOf(database))
    expect(await digestOf(other)).not.toEqual(await digestOf(database))
    await Promise.all([same.drop(), other.drop()])
  })
})
