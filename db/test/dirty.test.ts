import { type CompiledQuery, sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { connect, type Db } from '../connect.ts'
import { addAccount, addBlock, addBooking, addCoordinator, addProject, type Project } from './arrange.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'

let database: TestDatabase
let db: Db
let project: Project
let person: string
let other: string

beforeAll(async () => {
  database = await createTestDatabase()
  db = database.db
  project = await addProject(db)
})
afterAll(() => database.drop())

beforeEach(async () => {
  person = await addCoordinator(db, { accountId: await addAccount(db) })
  other = await addCoordinator(db)
  await db.deleteFrom('searchDirty').execute()
})

const dirty = async () => {
  const rows = await db.selectFrom('searchDirty').select('coordinatorId').execute()
  return rows.map(({ coordinatorId }) => coordinatorId)
}

const clean = () => db.deleteFrom('searchDirty').execute()

const run = (query: { compile(): CompiledQuery }) => db.executeQuery(query.compile())

describe('a person is marked for the index', () => {
  test('when the profile is written, by whatever path', async () => {
    await run(db.updateTable('coordinator').set({ headlineFr: 'Nouveau' }).where('id', '=', person))
    expect(await dirty()).toEqual([person])
    await clean()
    await sql`update coordinator set headline_en = 'New' where id = ${person}`.execute(database.ownerDb)
    expect(await dirty()).toEqual([person])
  })

  test('when a language comes or goes', async () => {
    await run(db.insertInto('coordinatorLanguage').values({ coordinatorId: person, code: 'br', level: 'B2' }))
    expect(await dirty()).toEqual([person])
    await clean()
    await run(db.deleteFrom('coordinatorLanguage').where('coordinatorId', '=', person))
    expect(await dirty()).toEqual([person])
  })

  test('when a credential is declared, decided on, or its type renamed', async () => {
    const { id } = await db
      .insertInto('credential')
      .values({ coordinatorId: person, code: 'IC-IDC' })
      .returning('id')
      .executeTakeFirstOrThrow()
    expect(await dirty()).toEqual([person])
    await clean()
    const decision = { credentialId: id, decision: 'confirm', decidedBy: person } as const
    await run(db.insertInto('credentialDecision').values(decision))
    expect(await dirty()).toEqual([person])
    await clean()
    await run(db.updateTable('credentialType').set({ nameFr: 'IDC' }).where('code', '=', 'IC-IDC'))
    expect(await dirty()).toEqual([person])
  })

  test('when a skill is renamed, but not when it moves in its list or is retired', async () => {
    await run(
      db
        .updateTable('coordinator')
        .set({ specialisms: ['nudity'] })
        .where('id', '=', person),
    )
    await clean()
    const skill = db.updateTable('specialism').where('code', '=', 'nudity')
    await run(skill.set({ position: 40, retiredAt: new Date() }))
    expect(await dirty()).toEqual([])
    await run(skill.set({ nameEn: 'Nudity on screen' }))
    expect(await dirty()).toEqual([person])
  })

  test('not when a credential of the catalogue only moves in its list', async () => {
    await run(db.insertInto('credential').values({ coordinatorId: person, code: 'IC-IPA' }))
    await clean()
    await run(db.updateTable('credentialType').set({ position: 40 }).where('code', '=', 'IC-IPA'))
    expect(await dirty()).toEqual([])
  })

  test('when the calendar is confirmed', async () => {
    await run(db.insertInto('calendar').values({ coordinatorId: person, confirmedAt: new Date() }))
    expect(await dirty()).toEqual([person])
    await clean()
    await run(
      db.updateTable('calendar').set({ knownUntil: '2027-12-31' }).where('coordinatorId', '=', person),
    )
    expect(await dirty()).toEqual([person])
  })

  test('when a day is marked, and when the mark is lifted', async () => {
    await addBlock(db, person, { kind: 'unavailable', days: '[2027-03-08,2027-03-09]' })
    expect(await dirty()).toEqual([person])
    await clean()
    await run(db.deleteFrom('availabilityBlock').where('coordinatorId', '=', person))
    expect(await dirty()).toEqual([person])
  })

  test('when the weekly pattern changes', async () => {
    await run(db.insertInto('weeklyRule').values({ coordinatorId: person, weekday: 7, rule: 'unavailable' }))
    expect(await dirty()).toEqual([person])
  })

  test('when a booking is made or moves', async () => {
    const id = await addBooking(db, project, person, ['2027-03-08'])
    expect(await dirty()).toEqual([person])
    await clean()
    await run(db.updateTable('booking').set({ state: 'cancelled' }).where('id', '=', id))
    expect(await dirty()).toEqual([person])
  })

  test('when the account is suspended, and not when it only signs in', async () => {
    const account = db.selectFrom('coordinator').select('accountId').where('id', '=', person)
    await run(db.updateTable('account').set({ lastSeenOn: '2027-01-01' }).where('id', '=', account))
    expect(await dirty()).toEqual([])
    await run(db.updateTable('account').set({ state: 'suspended' }).where('id', '=', account))
    expect(await dirty()).toEqual([person])
  })

  test('when the account, and when the profile is deleted', async () => {
    const account = db.selectFrom('coordinator').select('accountId').where('id', '=', person)
    await run(db.deleteFrom('account').where('id', '=', account))
    expect(await dirty()).toEqual([person])
    await clean()
    await run(db.deleteFrom('coordinator').where('id', '=', person))
    expect(await dirty()).toEqual([person])
  })

  test('on both sides when a row changes hands', async () => {
    await addBlock(db, person, { kind: 'unavailable', days: '[2027-03-08,2027-03-09]' })
    await clean()
    await run(
      db.updateTable('availabilityBlock').set({ coordinatorId: other }).where('coordinatorId', '=', person),
    )
    expect((await dirty()).sort()).toEqual([person, other].sort())
  })

  test('with a newer version each time, in the transaction of the change', async () => {
    const version = async () => (await db.selectFrom('searchDirty').selectAll().execute())[0]?.version ?? 0
    const rename = (to: string) =>
      db.updateTable('coordinator').set({ displayName: to }).where('id', '=', person)
    await run(rename('Une'))
    const first = await version()
    await run(rename('Deux'))
    expect(await version()).toBeGreaterThan(first)
    await clean()
    const failing = db.transaction().execute(async (trx) => {
      await trx.updateTable('coordinator').set({ displayName: 'Trois' }).where('id', '=', person).execute()
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    expect(await dirty()).toEqual([])
  })
})

describe('ten thousand people', () => {
  test('are written, marked and projected in seconds', { timeout: 60_000 }, async () => {
    const bulk = connect(database.url, { maxConnections: 1, statementTimeoutMs: 60_000 })
    const started = performance.now()
    await sql`insert into coordinator (slug, display_name)
      select 'bulk-' || n, 'Personne ' || n from generate_series(1, 10000) n`.execute(bulk)
    await sql`insert into calendar (coordinator_id, confirmed_at, known_until)
      select id, now(), '2027-12-31' from coordinator where slug like 'bulk-%'`.execute(bulk)
    await sql`insert into availability_block (coordinator_id, days, kind)
      select id, daterange('2027-03-01'::date + n, '2027-03-03'::date + n), 'unavailable'
      from coordinator, generate_series(0, 90, 10) n where slug like 'bulk-%'`.execute(bulk)
    await sql`update coordinator set published_at = now() where slug like 'bulk-%'`.execute(bulk)
    const seconds = (performance.now() - started) / 1000
    await bulk.destroy()
    expect(await dirty()).toHaveLength(10_000)
    const { rows } = await sql`select count(*) as count, min(upper(taken) - lower(taken)) as days
      from coordinator_days join coordinator on id = coordinator_id where slug like 'bulk-%'`.execute(db)
    expect(rows).toEqual([{ count: 10_000, days: 92 }])
    // Row-level triggers, being quadratic, need minutes here.
    expect(seconds).toBeLessThan(20)
  })
})
