import { createSealer } from '@repere/db'
import { createTestDatabase, type TestDatabase } from '@repere/db/test/database.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLimits, limits } from './limits.ts'

let database: TestDatabase
const sealer = createSealer('a secret that only tests know, long enough')
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('every limit holds at its number, for one subject and no other, and says when to come back', async () => {
  const counted = createLimits({ databaseUrl: database.url, sealer })
  for (const [name, { points, seconds }] of Object.entries(limits)) {
    const limit = name as keyof typeof limits
    await Promise.all(Array.from({ length: points }, () => counted.spend(limit, ['198.51.100.7'])))
    const refused = await counted.spend(limit, ['198.51.100.7']).catch((problem) => problem)
    expect(refused).toMatchObject({ code: 'too-many-requests' })
    expect(refused.extras.retryAfterSeconds).toBeGreaterThan(seconds * 0.9)
    await expect(counted.spend(limit, ['198.51.100.8'])).resolves.toBeUndefined()
  }
  await counted.close()
})

test('the stored keys do not say whom they count', async () => {
  const rows = await database.ownerDb.selectFrom('rateLimit').select('key').execute()
  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify(rows)).not.toContain('198.51.100')
})

test('without a database each process goes on counting by itself', async () => {
  const alone = createLimits({ databaseUrl: 'postgres://nobody:x@127.0.0.1:1/none', sealer })
  const { points } = limits['verification-mail']
  for (let use = 0; use < points; use += 1) await alone.spend('verification-mail', ['someone'])
  await expect(alone.spend('verification-mail', ['someone'])).rejects.toMatchObject({
    code: 'too-many-requests',
  })
  await alone.close()
})
