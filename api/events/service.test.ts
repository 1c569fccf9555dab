import { createTestDatabase, type TestDatabase } from '@repere/db/test/database.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { record } from './service.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const subject = { kind: 'booking', id: '01980000-0000-7000-8000-000000000001' }
const actor = { id: '01980000-0000-7000-8000-000000000002', role: 'production' } as const

test('an event keeps who, what, on which and its facts', async () => {
  const facts = { version: 3, days: ['2027-03-08', '2027-03-09'], reason: 'not-free', snake_key: null }
  await database.db
    .transaction()
    .execute((trx) => record(trx, { actor, kind: 'booking.confirmed', subject, facts }))
  const line = await database.db
    .selectFrom('event')
    .selectAll()
    .where('kind', '=', 'booking.confirmed')
    .executeTakeFirst()
  expect(line).toMatchObject({
    actorId: actor.id,
    actorRole: 'production',
    subjectKind: 'booking',
    subjectId: subject.id,
    facts,
  })
})

test('an event is gone with the transaction it tells of', async () => {
  const failing = database.db.transaction().execute(async (trx) => {
    await record(trx, { actor: 'clock', kind: 'booking.expired', subject })
    throw new Error('the move failed')
  })
  await expect(failing).rejects.toThrow('the move failed')
  const { count } = await database.db
    .selectFrom('event')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('kind', '=', 'booking.expired')
    .executeTakeFirstOrThrow()
  expect(count).toBe(0)
})

test.each([
  ['a name', { by: 'Jeanne Martin' }],
  ['a sentence in a list', { reasons: ['other', 'she did not answer'] }],
  ['a long text', { text: 'x'.repeat(81) }],
  ['an address', { mail: 'jeanne@example.test' }],
])('%s cannot be written to the trail', async (_, facts) => {
  const writing = database.db
    .transaction()
    .execute((trx) => record(trx, { actor: 'operator', kind: 'test.wordy', subject, facts }))
  await expect(writing).rejects.toThrow('is not a code')
})

test('the application can neither change nor remove an event', async () => {
  await database.db
    .transaction()
    .execute((trx) => record(trx, { actor: 'clock', kind: 'test.kept', subject }))
  await expect(database.db.deleteFrom('event').execute()).rejects.toThrow()
  await expect(database.db.updateTable('event').set({ kind: 'test.forged' }).execute()).rejects.toThrow()
})
