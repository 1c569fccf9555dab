import { addAccount, addCoordinator } from '@repere/db/test/arrange.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApi, type TestApi, testNow } from '../test/api.ts'
import { aProduction } from '../test/bookings.ts'
import { signInAgain, type TestPerson } from '../test/people.ts'

let api: TestApi
const slugs = Array.from({ length: 10 }, (_, index) => `personne-${index}`)
beforeAll(async () => {
  api = await createTestApi()
  for (const slug of slugs)
    await addCoordinator(api.database.db, {
      accountId: await addAccount(api.database.db),
      slug,
      displayName: slug,
      disciplines: ['intimacy'],
      publishedAt: testNow,
    })
})
afterAll(() => api.close())

const change = async ({ client }: TestPerson, body: { keep?: string[]; drop?: string[] }) =>
  client.post('/api/me/shortlist', body)
const listOf = async ({ client }: TestPerson): Promise<string[]> =>
  (await client.get('/api/me/shortlist')).body.items.map(({ slug }: { slug: string }) => slug)

test('a production keeps people in its order, lets go of some, and finds them on another device', async () => {
  const production = await aProduction(api)
  await change(production, { keep: ['personne-3', 'personne-1'] })
  await change(production, { keep: ['personne-2', 'personne-3', 'nobody-of-that-name'] })
  expect(await listOf(production)).toEqual(['personne-3', 'personne-1', 'personne-2'])
  const { body } = await change(production, { drop: ['personne-1'], keep: ['personne-4'] })
  expect(body.items[0]).toEqual({
    slug: 'personne-3',
    displayName: 'personne-3',
    disciplines: ['intimacy'],
  })
  expect(await listOf(await signInAgain(api, production))).toEqual(['personne-3', 'personne-2', 'personne-4'])
  expect(await listOf(await aProduction(api))).toEqual([])
})

test('one more than eight changes nothing, even from two browsers at once', async () => {
  const production = await aProduction(api)
  const { status } = await change(production, { keep: slugs.slice(0, 7) })
  expect(status).toBe(200)
  const both = await Promise.all(slugs.slice(7, 9).map((slug) => change(production, { keep: [slug] })))
  expect(both.map((answer) => answer.status).toSorted()).toEqual([200, 409])
  expect(both.find((answer) => answer.status === 409)?.body.code).toBe('shortlist-full')
  const before = await listOf(production)
  expect((await change(production, { keep: slugs })).status).toBe(409)
  expect(await listOf(production)).toEqual(before)
  expect((await change(production, { drop: [before[0] ?? ''], keep: ['personne-9'] })).status).toBe(200)
})

test('whoever unpublishes leaves every list, and does not come back by publishing again', async () => {
  const production = await aProduction(api)
  await change(production, { keep: ['personne-5', 'personne-6'] })
  const set = (publishedAt: Date | null) =>
    api.database.db.updateTable('coordinator').set({ publishedAt }).where('slug', '=', 'personne-5').execute()
  await set(null)
  expect(await listOf(production)).toEqual(['personne-6'])
  await set(testNow)
  expect(await listOf(production)).toEqual(['personne-6'])
  await change(production, { keep: ['personne-5'] })
  const account = api.database.db
    .updateTable('account')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('coordinator')
        .select('accountId')
        .where('slug', '=', 'personne-5')
        .$castTo<{ accountId: string }>(),
    )
  await account.set({ state: 'suspended' }).execute()
  expect(await listOf(production)).toEqual(['personne-6'])
})

test('a list that grew too long, since people came back from a suspension, is shortened one by one', async () => {
  const production = await aProduction(api)
  const { db } = api.database
  const set = (state: 'active' | 'suspended', some: readonly string[]) =>
    db
      .updateTable('account')
      .set({ state })
      .where('id', 'in', (eb) =>
        eb
          .selectFrom('coordinator')
          .select('accountId')
          .where('slug', 'in', some)
          .$castTo<{ accountId: string }>(),
      )
      .execute()
  await set('active', slugs)
  await change(production, { keep: slugs.slice(0, 2) })
  await set('suspended', slugs.slice(0, 2))
  await change(production, { keep: slugs.slice(2) })
  await set('active', slugs)
  expect(await listOf(production)).toHaveLength(10)
  expect((await change(production, { drop: ['personne-9'] })).status).toBe(200)
  expect((await change(production, { keep: ['personne-9'] })).status).toBe(409)
  expect((await change(production, { keep: ['personne-1'] })).status).toBe(200)
  expect(await listOf(production)).toHaveLength(9)
})
