import { addAccount, addCoordinator } from '@repere/db/test/arrange.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi, testNow } from '../test/api.ts'
import { aProduction } from '../test/bookings.ts'
import type { TestClient } from '../test/client.ts'
import { aRegistrar } from '../test/people.ts'

/** How many are equals, and how many say a little more of themselves, or confirmed their calendar longer ago. */
const crowd = { equal: 47, fuller: 8, older: 6 }
const people = crowd.equal + crowd.fuller + crowd.older

const fill = async ({ database: { db } }: TestApi) => {
  const add = async (values: Parameters<typeof addCoordinator>[1], confirmedAt: Date) => {
    const id = await addCoordinator(db, {
      accountId: await addAccount(db),
      disciplines: ['intimacy'],
      regions: ['FR-BRE'],
      publishedAt: testNow,
      ...values,
    })
    await db
      .insertInto('calendar')
      .values({ coordinatorId: id, confirmedAt, knownUntil: '2027-12-31' })
      .execute()
  }
  const fuller = {
    headlineFr: 'Douze ans de plateaux',
    baseRegion: 'FR-BRE' as const,
    specialisms: ['nudity'],
  }
  const monthAgo = new Date(testNow.getTime() - 30 * 864e5)
  for (let index = 0; index < crowd.equal; index += 1) await add({}, testNow)
  for (let index = 0; index < crowd.fuller; index += 1) await add(fuller, testNow)
  for (let index = 0; index < crowd.older; index += 1) await add({}, monthAgo)
}

interface Card {
  slug: string
  place: { evidence: number; freshness: number; completeness: number }
}

const read = async (client: TestClient, page: number, perPage: number, more = ''): Promise<Card[]> => {
  const { status, body } = await client.get(
    `/api/coordinators?region=FR-BRE&seed=lien&page=${page}&perPage=${perPage}${more}`,
  )
  expect(status).toBe(200)
  return body.items
}

/** All pages of one size, one after the other. */
const leaf = async (client: TestClient, perPage: number, more?: string): Promise<Card[]> => {
  const pages: Card[] = []
  for (let page = 1; page <= Math.ceil(people / perPage); page += 1)
    pages.push(...(await read(client, page, perPage, more)))
  return pages
}

const slugs = (cards: readonly Card[]) => cards.map(({ slug }) => slug)

describe.each(['meilisearch', 'postgres'] as const)('with %s', (engine) => {
  let api: TestApi
  let whole: Card[]
  beforeAll(async () => {
    api = await createTestApi({ searchServer: engine === 'meilisearch' })
    await fill(api)
    await api.sync?.run()
    whole = await leaf(api.visitor(), 50)
    const { body } = await api.visitor().get('/api/coordinators?region=FR-BRE')
    expect(body.engine).toBe(engine)
  })
  afterAll(() => api.close())

  test('no page size repeats or skips anybody, nor does changing it on the way', async () => {
    expect(new Set(slugs(whole)).size).toBe(people)
    for (const perPage of [7, 20, 49]) expect(await leaf(api.visitor(), perPage)).toEqual(whole)
    // Ten, then from the third page of five on, then from the second of twenty on.
    const changing = [
      [1, 10],
      [3, 5],
      [4, 5],
      [2, 20],
      [5, 10],
      [51, 1],
      [52, 1],
      [27, 2],
      [10, 6],
    ] as const
    const pages = await Promise.all(changing.map(([page, perPage]) => read(api.visitor(), page, perPage)))
    expect(slugs(pages.flat())).toEqual(slugs(whole).slice(0, 60))
  })

  test('a link opens the same order for a visitor, a production and a registrar', async () => {
    const readers = [(await aProduction(api)).client, (await aRegistrar(api)).client]
    for (const client of readers) {
      expect(await leaf(client, 20)).toEqual(whole)
      expect(slugs(await leaf(client, 20, '&days=2027-03-08&availability=any'))).toEqual(slugs(whole))
    }
  })

  test('each card says the steps that its place comes from, and only equals of them took turns', async () => {
    const rank = ({ place }: Card) => place.evidence * 100 + place.freshness * 10 + place.completeness
    expect(whole.map(rank)).toEqual(whole.map(rank).toSorted((a, b) => b - a))
    expect(whole.map(rank).filter((each) => each === 31)).toHaveLength(crowd.fuller)
    expect(whole.map(rank).filter((each) => each === 10)).toHaveLength(crowd.older)
    const { body } = await api.visitor().get('/api/coordinators?region=FR-BRE&seed=autre&perPage=50')
    expect(slugs(body.items)).not.toEqual(slugs(whole).slice(0, 50))
    expect(body.items.map(rank)).toEqual(whole.map(rank).slice(0, 50))
  })
})

test('without a seed, the day in UTC is the seed, and turns at midnight', async () => {
  const api = await createTestApi({ now: new Date('2027-02-01T23:59:59Z') })
  const seedNow = async () => (await api.visitor().get('/api/coordinators')).body.seed
  expect(await seedNow()).toBe('2027-02-01')
  api.clock.advance({ minutes: 1 })
  expect(await seedNow()).toBe('2027-02-02')
  await api.close()
})
