import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from './database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await database.db
    .insertInto('event')
    .values({
      actorRole: 'clock',
      kind: 'booking-expired',
      subjectKind: 'booking',
      subjectId: '019a0000-0000-7000-8000-000000000000',
    })
    .execute()
})
afterAll(() => database.drop())

const changes = {
  update: sql`update event set kind = 'something else'`,
  delete: sql`delete from event`,
  truncate: sql`truncate event`,
}

describe('the audit trail', () => {
  test.each(Object.entries(changes))('the application’s role has no right to %s', async (_, change) => {
    await expect(change.execute(database.db)).rejects.toThrow('permission denied for table event')
  })

  test.each(Object.entries(changes))('the owner’s %s is refused by a trigger', async (_, change) => {
    await expect(change.execute(database.ownerDb)).rejects.toMatchObject({
      code: '42501',
      message: expect.stringContaining('the audit trail only grows'),
    })
  })

  test('the application’s role cannot switch the trigger off, nor drop the table', async () => {
    await expect(sql`alter table event disable trigger all`.execute(database.db)).rejects.toThrow('owner')
    await expect(sql`drop table event`.execute(database.db)).rejects.toThrow('owner')
    await expect(sql`set session_replication_role = replica`.execute(database.db)).rejects.toThrow(
      'permission',
    )
  })

  test.each(['credential_decision', 'company_decision', 'report_decision'])(
    'the application’s role cannot rewrite a %s, from which badges are computed',
    async (table) => {
      const rewriting = sql`update ${sql.table(table)} set decided_at = now()`.execute(database.db)
      await expect(rewriting).rejects.toThrow(`permission denied for table ${table}`)
    },
  )

  test('says after all that what it said before', async () => {
    const { rows } = await sql`select kind, actor_role from event`.execute(database.db)
    expect(rows).toEqual([{ kind: 'booking-expired', actorRole: 'clock' }])
  })

  test('orders what happened inside one transaction by its own clock', async () => {
    const at = await database.db.transaction().execute(async (trx) => {
      const add = () =>
        trx
          .insertInto('event')
          .values({ actorRole: 'clock', kind: 'tick', subjectKind: 'test', subjectId: sql`uuidv7()` })
          .returning('at')
          .executeTakeFirstOrThrow()
      return [await add(), await sql`select pg_sleep(0.01)`.execute(trx), await add()] as const
    })
    expect(at[0].at.getTime()).toBeLessThan(at[2].at.getTime())
  })
})

test('the application’s role cannot touch the record of migrations', async () => {
  await expect(sql`delete from kysely_migration`.execute(database.db)).rejects.toThrow('permission denied')
  await expect(sql`create table mine (id int)`.execute(database.db)).rejects.toThrow('permission denied')
})
