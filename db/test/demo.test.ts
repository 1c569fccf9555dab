import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast, demoPassword, seedDemo } from '../seeds/demo.ts'
import { companyStates } from '../vocabulary/company.ts'
import { credentialStates } from '../vocabulary/credential.ts'
import { dayStates } from '../vocabulary/day-state.ts'
import { disciplines } from '../vocabulary/discipline.ts'
import { levels } from '../vocabulary/level.ts'
import { regions } from '../vocabulary/region.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'
import { daysOn, now, seed, today } from './demo-seed.ts'

let database: TestDatabase
let seconds: number
beforeAll(async () => {
  database = await createTestDatabase()
  const started = performance.now()
  expect(await seedDemo(database.db, seed)).toBe(true)
  seconds = (performance.now() - started) / 1000
})
afterAll(() => database.drop())

const select = async <Row>(statement: ReturnType<typeof sql<Row>>): Promise<Row[]> =>
  (await statement.execute(database.db)).rows

/** Every second digit from the right counts double, and twice a digit counts by its own digits. */
const luhnSum = (digits: string): number =>
  [...digits].reverse().reduce((sum, digit, place) => {
    const doubled = Number(digit) * (1 + (place % 2))
    return sum + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)

/** Every row of every table, in one text. */
const snapshot = async (of: TestDatabase) => {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and not starts_with(table_name, 'kysely_')
    order by 1`.execute(of.ownerDb)
  const contents: Record<string, string> = {}
  for (const { name } of tables) {
    const { rows } = await sql<{ all: string }>`
      select coalesce(string_agg(line::text, E'\n' order by line::text), '') as all
      from ${sql.table(name)} line`.execute(of.ownerDb)
    contents[name] = rows[0]?.all ?? ''
  }
  return contents
}

describe('the cast of the demo', () => {
  test('is written in well under three seconds', () => expect(seconds).toBeLessThan(3))

  test('has the five logins, all verified and marked as demo', async () => {
    const rows = await database.db
      .selectFrom('account')
      .select(['id', 'email', 'role', 'passwordHash', 'displayName'])
      .where(
        'email',
        'in',
        [cast.intimacy, cast.eco, cast.production1, cast.production2, cast.registrar].map(
          ({ email }) => email,
        ),
      )
      .orderBy('email')
      .execute()
    const passwordHash = `hash of ${demoPassword}`
    const login = (of: { accountId: string; email: string; name: string }, role: string) => ({
      id: of.accountId,
      email: of.email,
      role,
      passwordHash,
      displayName: of.name,
    })
    expect(rows).toEqual([
      login(cast.eco, 'coordinator'),
      login(cast.intimacy, 'coordinator'),
      login(cast.production1, 'production'),
      login(cast.production2, 'production'),
      login(cast.registrar, 'registrar'),
    ])
    expect(rows.map(({ email }) => email)).toEqual([
      'eco@demo.test',
      'intimacy@demo.test',
      'production1@demo.test',
      'production2@demo.test',
      'registrar@demo.test',
    ])
    const others = select(sql`select email from account where not demo or email_verified_at is null`)
    expect(await others).toEqual([])
  })

  test('has its two coordinators published where they should be, and its two productions verified', async () => {
    const coordinators = await select(sql`
      select slug, base_region, disciplines from published_coordinator
      join coordinator on coordinator.id = coordinator_id
      where slug in (${cast.intimacy.slug}, ${cast.eco.slug}) and paused_at is null order by base_region`)
    expect(coordinators).toEqual([
      { slug: cast.eco.slug, baseRegion: 'FR-BRE', disciplines: ['eco-production'] },
      { slug: cast.intimacy.slug, baseRegion: 'FR-IDF', disciplines: ['intimacy'] },
    ])
    const companies = database.db.selectFrom('companyStanding').select('state')
    expect(
      await companies
        .where('companyId', 'in', [cast.production1.companyId, cast.production2.companyId])
        .execute(),
    ).toEqual([{ state: 'verified' }, { state: 'verified' }])
  })

  test('publishes at least 60 coordinators, some of every French region and beyond', async () => {
    const rows = await select(sql<{ region: string; count: number }>`
      select base_region as region, count(*) from published_coordinator
      join coordinator on coordinator.id = coordinator_id group by 1`)
    const based = new Map(rows.map(({ region, count }) => [region, count]))
    expect([...based.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(60)
    for (const { code, country } of regions)
      if (country === 'FR') expect(based.get(code), code).toBeGreaterThan(0)
    for (const abroad of ['BE-BRU', 'BE-WAL', 'CH', 'LU', 'GB', 'CA-QC', 'DE'])
      expect(based.has(abroad)).toBe(true)
  })

  test('knows both disciplines, every level, drafts and pauses', async () => {
    const rows = await select(sql<{
      disciplines: string[]
      levels: (string | null)[]
      draft: boolean
      paused: boolean
    }>`
      select disciplines, array[level_intimacy, level_eco_production] as levels,
        published_at is null as draft, paused_at is not null as paused from coordinator`)
    const seen = new Set(rows.flatMap((row) => [...row.disciplines, ...row.levels]))
    for (const word of [...disciplines, ...levels.intimacy, ...levels['eco-production']])
      expect(seen.has(word), word).toBe(true)
    expect(rows.filter(({ draft }) => draft).length).toBeGreaterThanOrEqual(2)
    expect(rows.filter(({ paused }) => paused).length).toBeGreaterThanOrEqual(2)
    expect(rows.filter(({ disciplines: both }) => both.length === 2).length).toBeGreaterThanOrEqual(2)
  })

  test('names only skills that the catalogue holds, of the person’s own discipline', async () => {
    const unknown = await select(sql`
      select slug, skill from coordinator, unnest(specialisms) skill
      where not exists (select from specialism where code = skill and discipline = any (coordinator.disciplines))`)
    expect(unknown).toEqual([])
  })

  test('holds credentials of its discipline, in every state and refused ones', async () => {
    const rows = await select(sql<{ state: string; refused: boolean }>`
      select distinct credential_state(standing, ends_on, ${today}) as state, refused from credential_standing`)
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(credentialStates))
    expect(rows.some(({ refused }) => refused)).toBe(true)
    const foreign = await select(sql`
      select slug, credential.code from credential
      join coordinator on coordinator.id = coordinator_id join credential_type using (code)
      where not credential_type.disciplines && coordinator.disciplines`)
    expect(foreign).toEqual([])
  })

  test('shows days of every state', async () => {
    const rows = await select(sql<{ state: string }>`
      select distinct state from day_states(array(select id from coordinator),
        array(select ${today}::date + n from generate_series(0, 200) n), ${today}, ${now})`)
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(dayStates))
    const visibility = await select(
      sql`select count(*) from coordinator where days_visibility = 'verified-productions'`,
    )
    expect(visibility).toEqual([{ count: 1 }])
  })
})

describe('the companies of the demo', () => {
  test('are twelve, in every state, with numbers that pass Luhn’s formula', async () => {
    const rows = await select(sql<{ state: string; country: string; registration: string }>`
      select state, country, registration from company_standing join company on company.id = company_id`)
    expect(rows).toHaveLength(12)
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(companyStates))
    for (const { country, registration } of rows)
      if (country === 'FR') {
        expect(registration).toMatch(/^99999\d{9}$/)
        expect(luhnSum(registration) % 10).toBe(0)
        expect(luhnSum(registration.slice(0, 9)) % 10).toBe(0)
      }
    expect(new Set(rows.map(({ registration }) => registration)).size).toBe(12)
  })
})

test('seeding twice changes nothing', async () => {
  const before = await snapshot(database)
  expect(await seedDemo(database.db, { ...seed, now: daysOn(3) })).toBe(false)
  expect(await snapshot(database)).toEqual(before)
})

test('seeding anywhere writes the same, but for keys and what they seal', async () => {
  const other = await createTestDatabase()
  await seedDemo(other.db, seed)
  const [here, there] = [await snapshot(database), await snapshot(other)]
  for (const table of [
    'account',
    'coordinator',
    'credential',
    'coordinator_language',
    'company',
    'calendar',
    'project_phase',
  ])
    expect(there[table], table).toBe(here[table])
  await other.drop()
})
