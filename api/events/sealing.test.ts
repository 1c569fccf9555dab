import { createSealer, type Trx } from '@repere/db'
import { createTestDatabase, type TestDatabase } from '@repere/db/test/database.ts'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { readHead, writeHead } from './chain.ts'
import { findHead } from './seal-repository.ts'
import { sealTrail } from './sealing.ts'
import { record } from './service.ts'
import { verifyTrail } from './verification.ts'

const turn = () => Promise.withResolvers<void>()
const sealer = createSealer('a secret that only tests know, long enough')
const subject = { kind: 'booking', id: '01980000-0000-7000-8000-000000000001' }

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
  return () => database.drop()
})

const write = (count = 1) =>
  database.db.transaction().execute(async (trx) => {
    for (let number = 0; number < count; number += 1)
      await record(trx, { actor: 'clock', kind: 'test.kept', subject, facts: { number } })
  })
const seal = (patienceMs = 2_000) => sealTrail({ db: database.db, sealer }, { patienceMs })
const verify = (noted?: string) =>
  verifyTrail({ db: database.db, sealer }, { noted: noted === undefined ? undefined : readHead(noted) })
const head = async () => {
  const found = await findHead(database.db)
  return found ? writeHead(found) : ''
}
const ids = async () =>
  (await database.db.selectFrom('event').select('id').orderBy('id').execute()).map(({ id }) => id)

/** What only the owner of the database can do, and only by switching the guard off. */
const tamper = async (...statements: ReturnType<typeof sql>[]) => {
  await sql`alter table event disable trigger user`.execute(database.ownerDb)
  await sql`alter table audit_seal disable trigger user`.execute(database.ownerDb)
  for (const statement of statements) await statement.execute(database.ownerDb)
}

describe('the sealer', () => {
  test('seals what was written, once, and goes on from there', async () => {
    await write(5)
    expect(await seal()).toBe(5)
    expect(await seal()).toBe(0)
    await write(3)
    expect(await verify()).toMatchObject({ sealed: 5, unsealed: 3, broken: null })
    expect(await seal()).toBe(3)
    expect(await verify()).toMatchObject({ sealed: 8, unsealed: 0, firstUnsealed: null, broken: null })
  })

  test('waits for transactions that drew an id and have not ended', async () => {
    const [gate, drawn] = [turn(), turn()]
    const slow = database.db.transaction().execute(async (trx) => {
      await record(trx, { actor: 'clock', kind: 'test.slow', subject })
      drawn.resolve()
      await gate.promise
    })
    await drawn.promise
    await write(2)
    expect(await seal(200)).toBe(0)
    gate.resolve()
    await slow
    expect(await seal()).toBe(3)
    expect(await verify()).toMatchObject({ sealed: 3, broken: null })
  })

  test('waits for a transaction that began after the writer of the latest entry did', async () => {
    const [began, drawn, ended] = [turn(), turn(), turn()]
    const keep = (trx: Trx, kind: string) => record(trx, { actor: 'clock', kind, subject })
    const first = database.db.transaction().execute(async (trx) => {
      await keep(trx, 'test.first')
      began.resolve()
      await drawn.promise
      await keep(trx, 'test.third')
    })
    await began.promise
    const second = database.db.transaction().execute(async (trx) => {
      await keep(trx, 'test.second')
      drawn.resolve()
      await ended.promise
    })
    await first
    const early = await seal(200)
    ended.resolve()
    await second
    expect(early).toBe(0)
    expect(await seal()).toBe(3)
    expect(await verify()).toMatchObject({ sealed: 3, broken: null })
  })

  test('leaves no gap open where a transaction was rolled back', async () => {
    await write()
    const failing = database.db.transaction().execute(async (trx) => {
      await record(trx, { actor: 'clock', kind: 'test.lost', subject })
      throw new Error('rolled back')
    })
    await expect(failing).rejects.toThrow('rolled back')
    await write()
    expect(await seal()).toBe(2)
    expect(await verify()).toMatchObject({ sealed: 2, broken: null })
  })

  test('several at once seal each entry once', async () => {
    await write(2_500)
    const counts = await Promise.all([seal(), seal(), seal(), seal()])
    await seal()
    expect(counts.some((count) => count > 0)).toBe(true)
    expect(await verify()).toMatchObject({ sealed: 2_500, unsealed: 0, broken: null })
  })

  test('beside writers, every entry is sealed in the order of its id', async () => {
    let writing = true
    const sealing = (async () => {
      while (writing) await seal()
    })()
    await Promise.all(
      Array.from({ length: 6 }, async () => {
        for (let round = 0; round < 15; round += 1) await write(3)
      }),
    )
    writing = false
    await sealing
    await seal()
    expect(await verify()).toMatchObject({ sealed: 270, unsealed: 0, broken: null })
  })
})

describe('a trail that somebody touched', () => {
  beforeEach(async () => {
    await write(20)
    await seal()
  })

  test.each([
    ['kind', sql`update event set kind = 'test.kepu' where id = 7`],
    ['instant, by a microsecond', sql`update event set at = at + interval '1 microsecond' where id = 7`],
    ['facts, by one byte', sql`update event set facts = '{"number": 7}' where id = 7`],
    ['actor', sql`update event set actor_role = 'operator' where id = 7`],
    ['subject', sql`update event set subject_id = '01980000-0000-7000-8000-000000000002' where id = 7`],
    [
      'seal, by one bit',
      sql`update audit_seal set hash = set_bit(hash, 100, 1 - get_bit(hash, 100)) where event_id = 7`,
    ],
  ])('a changed %s is found', async (_, change) => {
    expect((await ids()).includes(7)).toBe(true)
    await tamper(change)
    expect(await verify()).toMatchObject({ sealed: 6, broken: { eventId: 7, because: 'changed' } })
  })

  test('a removed row is found, with its seal or without', async () => {
    await tamper(sql`delete from event where id = 9`)
    expect((await verify()).broken).toEqual({ eventId: 9, because: 'removed' })
    await tamper(sql`delete from audit_seal where event_id = 9`)
    expect((await verify()).broken).toEqual({ eventId: 10, because: 'changed' })
  })

  test('an inserted row is found', async () => {
    await tamper(
      sql`delete from event where id = 9`,
      sql`insert into event (id, actor_role, kind, subject_kind, subject_id) overriding system value
        values (9, 'clock', 'test.kept', 'booking', ${subject.id})`,
    )
    expect((await verify()).broken).toEqual({ eventId: 9, because: 'changed' })
    await tamper(sql`delete from audit_seal where event_id = 9`)
    expect((await verify()).broken).toEqual({ eventId: 9, because: 'inserted' })
  })

  test('two swapped rows are found', async () => {
    await tamper(
      sql`update event set facts = (case id when 4 then '{"number": 4}' else '{"number": 3}' end)::jsonb where id in (4, 5)`,
    )
    expect((await verify()).broken).toEqual({ eventId: 4, because: 'changed' })
  })

  test('a cut end and a chain written anew are found by the head that was noted', async () => {
    const noted = await head()
    expect((await verify(noted)).broken).toBeNull()
    await write(4)
    await seal()
    expect((await verify(noted)).broken).toBeNull()
    await tamper(sql`delete from event where id > 15`, sql`delete from audit_seal where event_id > 15`)
    expect((await verify()).broken).toBeNull()
    expect((await verify(noted)).broken).toEqual({ eventId: 20, because: 'head' })
    await tamper(
      sql`update event set kind = 'test.forged' where id = 2`,
      sql`delete from audit_seal`,
      sql`insert into event (actor_role, kind, subject_kind, subject_id)
        select 'clock', 'test.kept', 'booking', ${subject.id} from generate_series(1, 20)`,
    )
    await seal()
    expect((await verify()).broken).toBeNull()
    expect((await verify(noted)).broken).toMatchObject({ because: 'head' })
  })

  test('under another secret nothing verifies: seals cannot be made without it', async () => {
    const stranger = createSealer('another secret, as long as the first one')
    expect((await verifyTrail({ db: database.db, sealer: stranger })).broken).toEqual({
      eventId: 1,
      because: 'changed',
    })
  })

  test('a head is read as it was written, and nothing else is taken for one', async () => {
    const noted = await head()
    expect(writeHead(readHead(` ${noted} `) as NonNullable<ReturnType<typeof readHead>>)).toBe(noted)
    for (const text of ['', '7', `x:${'0'.repeat(64)}`, `7:${'0'.repeat(63)}`])
      expect(readHead(text)).toBeUndefined()
  })
})

const long = process.env.REPERE_LONG === '1'
const many = long ? 100_000 : 20_000

test(`${many} entries verify within ten seconds, and are never all in memory`, async () => {
  for (let batch = 0; batch < many / 10_000; batch += 1)
    await sql`insert into event (actor_role, kind, subject_kind, subject_id, facts)
      select 'clock', 'test.kept', 'booking', uuidv7(), jsonb_build_object('number', number, 'reason', 'not-free')
      from generate_series(1, 10000) number`.execute(database.ownerDb)
  expect(await seal()).toBe(many)
  const heights: number[] = []
  const onProgress = () => heights.push(Math.round(process.memoryUsage().heapUsed / 1_048_576))
  const began = performance.now()
  const found = await verifyTrail({ db: database.db, sealer }, { onProgress })
  const seconds = (performance.now() - began) / 1_000
  expect(found).toMatchObject({ sealed: many, unsealed: 0, broken: null })
  expect(seconds).toBeLessThan(10)
  expect(heights).toHaveLength(many / 10_000)
  const highest = (from: number) => Math.max(...heights.slice(from, from + many / 20_000))
  expect(highest(many / 20_000) - highest(0), `heap in MB: ${heights}`).toBeLessThan(60)
  if (long) console.log(`verified in ${seconds.toFixed(2)} s, heap in MB: ${heights}`)
}, 60_000)

describe('seals', () => {
  const changes = {
    update: sql`update audit_seal set hash = hash`,
    delete: sql`delete from audit_seal`,
    truncate: sql`truncate audit_seal`,
  }
  beforeEach(async () => {
    await write()
    await seal()
  })

  test.each(Object.entries(changes))('the application’s role has no right to %s', async (_, change) => {
    await expect(change.execute(database.db)).rejects.toThrow('permission denied for table audit_seal')
  })

  test.each(Object.entries(changes))('the owner’s %s is refused by a trigger', async (_, change) => {
    await expect(change.execute(database.ownerDb)).rejects.toMatchObject({ code: '42501' })
  })
})
