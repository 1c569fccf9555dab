import { addAccount, addBlock, addCoordinator } from '@repere/db/test/arrange.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../app.ts'
import { createLimits } from '../http/limits.ts'
import { createTestApi, type TestApi, testNow } from '../test/api.ts'
import { aProduction } from '../test/bookings.ts'
import { createTestClient, type TestClient } from '../test/client.ts'
import { signUp } from '../test/people.ts'

/** The tests begin on 2027-02-01. */
let api: TestApi
let person: string
beforeAll(async () => {
  api = await createTestApi()
  person = await publish('lea-kervella', {
    displayName: 'Léa Kervella',
    regions: ['FR-BRE'],
    phone: '+33 6 00 00 00 00',
    legalName: 'Secret',
  })
  await addBlock(api.database.db, person, { kind: 'unavailable', days: '[2027-03-08,2027-03-09]' })
})
afterAll(() => api.close())

const publish = async (slug: string, values: Parameters<typeof addCoordinator>[1] = {}) => {
  const { db } = api.database
  const accountId = await addAccount(db)
  const id = await addCoordinator(db, {
    accountId,
    slug,
    disciplines: ['intimacy'],
    publishedAt: testNow,
    ...values,
  })
  await db
    .insertInto('calendar')
    .values({ coordinatorId: id, confirmedAt: testNow, knownUntil: '2027-12-31' })
    .execute()
  return id
}

const search = async (query: string) => (await api.visitor().get(`/api/coordinators?${query}`)).body

describe('searching', () => {
  test('a published person is on a card of what was chosen to be public', async () => {
    const { items, total, facets, engine, seed } = await search(
      'region=FR-BRE&from=2027-03-08&to=2027-03-10&availability=some',
    )
    expect({ total, seed }).toEqual({ total: 1, seed: '2027-02-01' })
    expect(['meilisearch', 'postgres']).toContain(engine)
    expect(facets.region).toEqual([{ value: 'FR-BRE', count: 1 }])
    expect(items).toEqual([
      {
        slug: 'lea-kervella',
        displayName: 'Léa Kervella',
        titleForm: '',
        disciplines: ['intimacy'],
        headline: {},
        levels: {},
        baseRegion: null,
        regions: ['FR-BRE'],
        languages: [],
        specialisms: [],
        credentials: [],
        calendarConfirmedOn: '2027-02-01',
        place: { evidence: 0, freshness: 3, completeness: 0 },
        paused: false,
        asked: [
          { date: '2027-03-08', state: 'unavailable' },
          { date: '2027-03-09', state: 'unavailable' },
          { date: '2027-03-10', state: 'free' },
        ],
        free: { days: 1, of: 3 },
      },
    ])
  })

  test('without the counts, the same people are found and every list of counts is empty', async () => {
    const { facets, ...found } = await search('region=FR-BRE&from=2027-03-08&to=2027-03-10&availability=some')
    const alone = await search('region=FR-BRE&from=2027-03-08&to=2027-03-10&availability=some&facets=none')
    expect({ items: alone.items, total: alone.total }).toEqual({ items: found.items, total: found.total })
    expect(Object.values(alone.facets)).toEqual(Object.keys(facets).map(() => []))
  })

  const wrong: [query: string, parameter: string][] = [
    ['nonsense=1', 'nonsense'],
    ['discipline=astrology', 'discipline'],
    ['discipline=intimacy&discipline=eco-production', 'discipline'],
    ['credential=NONE', 'credential'],
    ['credentialState=expired', 'credentialState'],
    ['region=FR-BRE&region=FR-XXX', 'region'],
    ['language=tlh', 'language'],
    ['specialism=astrology', 'specialism'],
    ['q=', 'q'],
    ['region=', 'region'],
    ['from=2027-03-08', 'to'],
    ['to=2027-03-08', 'from'],
    ['from=2027-03-09&to=2027-03-08', 'to'],
    ['from=2027-02-30&to=2027-03-08', 'from'],
    ['from=2027-01-31&to=2027-03-08', 'from'],
    ['from=2027-03-01&to=2028-03-01', 'to'],
    ['from=2027-03-01&to=2027-03-02&days=2027-03-05', 'days'],
    ['days=2027-03-05,', 'days'],
    ['days=2027-01-05', 'days'],
    ['availability=maybe', 'availability'],
    ['sort=price', 'sort'],
    ['facets=some', 'facets'],
    ['page=0', 'page'],
    ['page=1e3', 'page'],
    ['perPage=51', 'perPage'],
  ]
  test.each(wrong)('%s is refused, naming %s', async (query, parameter) => {
    const { status, body } = await api.visitor().get(`/api/coordinators?${query}`)
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'invalid-request' })
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([`/query/${parameter}`])
  })

  test('366 days may be asked for, and the old code of a region', async () => {
    expect((await search('from=2027-03-01&to=2028-02-29')).total).toBe(0)
    expect((await search('region=FR-COR')).total).toBe(0)
  })

  test('what looks like an operator is plain text', async () => {
    expect((await search(`q=${encodeURIComponent('-kervella')}`)).total).toBe(1)
    expect((await search(`q=${encodeURIComponent('"léa')}`)).total).toBe(1)
    expect((await search('q=%00%20l%E2%80%99ea%ED%A0%80%20OR%201=1%20--')).total).toBe(0)
  })

  test('the words that were met are marked', async () => {
    const [item] = (await search('q=kervela')).items
    expect(item.highlights).toEqual({
      displayName: [
        { text: 'Léa ', hit: false },
        { text: 'Kervella', hit: true },
      ],
    })
  })

  test('counts say what is in the way', async () => {
    const { status, body } = await api
      .visitor()
      .get('/api/search/counts?region=FR-BRE&discipline=eco-production&days=2027-03-08')
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        total: 0,
        availability: { free: 0, optionable: 0, some: 0, any: 0 },
        without: { discipline: 0, region: 0, days: 0 },
        instead: { together: [{ without: ['discipline', 'days'], total: 1 }], regions: [], days: [] },
      },
    })
    const without = await api.visitor().get('/api/search/counts?region=FR-BRE&days=2027-03-08')
    expect(without.body.availability).toEqual({ free: 0, optionable: 0, some: 0, any: 1 })
    expect(without.body.without.days).toBe(1)
    expect((await api.visitor().get('/api/search/counts?nope=1')).status).toBe(400)
  })

  test('visitors see the first 200 results', async () => {
    expect((await api.visitor().get('/api/coordinators?page=4&perPage=50')).status).toBe(200)
    const { status, body } = await api.visitor().get('/api/coordinators?page=5&perPage=50')
    expect({ status, code: body.code }).toEqual({ status: 403, code: 'sign-in-to-see-more' })
  })
})

describe('the days of a person', () => {
  test('are shown by state, without a reason', async () => {
    const { status, body } = await api
      .visitor()
      .get('/api/coordinators/lea-kervella/availability?from=2027-03-09&to=2027-03-10')
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        days: [
          { date: '2027-03-09', state: 'unavailable' },
          { date: '2027-03-10', state: 'free' },
        ],
      },
    })
  })

  test.each([
    'from=2027-03-09',
    'from=2027-03-09&to=2027-03-08',
    'from=2027-03-01&to=2028-03-01',
    'from=x&to=y',
  ])('%s is refused', async (query) => {
    const { status, body } = await api.visitor().get(`/api/coordinators/lea-kervella/availability?${query}`)
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'invalid-request' })
  })

  test('read unknown to strangers where they are for verified productions, and while paused', async () => {
    await publish('discret', { daysVisibility: 'verified-productions' })
    await publish('en-pause', { pausedAt: testNow, pausedUntil: '2027-03-10' })
    await publish('de-retour', { pausedAt: testNow, pausedUntil: '2027-01-31' })
    for (const slug of ['discret', 'en-pause']) {
      const { body } = await api
        .visitor()
        .get(`/api/coordinators/${slug}/availability?from=2027-03-10&to=2027-03-10`)
      expect(body.days, slug).toEqual([{ date: '2027-03-10', state: 'unknown' }])
    }
    const { items } = await search('days=2027-03-10&availability=any')
    expect(items.map(({ slug }: { slug: string }) => slug).sort()).toEqual([
      'de-retour',
      'discret',
      'lea-kervella',
    ])
  })
})

describe('a public profile', () => {
  const profile = async (client: TestClient, slug: string) =>
    (await client.get(`/api/coordinators/${slug}`)).body

  test('shows what the person chose, by audience', async () => {
    await publish('choisi', {
      pronouns: 'elle',
      bioFr: 'Pour les productions',
      rateFromCents: 40_000,
      rateToCents: 60_000,
      visibility: JSON.stringify({
        bio: 'verified-productions',
        rate: 'after-acceptance',
        pronouns: 'only-me',
      }),
    })
    const visitor = await profile(api.visitor(), 'choisi')
    const production = await profile((await aProduction(api)).client, 'choisi')
    const unverified = await profile((await signUp(api, 'production')).client, 'choisi')
    expect([visitor.bio, unverified.bio, production.bio]).toEqual([
      undefined,
      undefined,
      { fr: 'Pour les productions' },
    ])
    for (const seen of [visitor, unverified, production])
      expect([seen.pronouns, seen.rate, seen.contact]).toEqual([undefined, undefined, undefined])
  })

  test('never holds contact, legal name or notes, whoever looks', async () => {
    await publish('canari', { displayName: 'Camille', phone: 'CANARY-PHONE', legalName: 'CANARY-LEGAL' })
    const { client } = await aProduction(api)
    for (const path of ['/canari', '/canari/availability?from=2027-03-01&to=2027-03-05', '?q=camille'])
      for (const who of [api.visitor(), client]) {
        const { status, body } = await who.get(`/api/coordinators${path}`)
        expect(status).toBe(200)
        expect(JSON.stringify(body)).not.toMatch(/CANARY|@test\.test/)
      }
  })

  test('is not found for a draft, a suspended account, or nobody: one answer', async () => {
    const { db } = api.database
    const suspended = await addAccount(db)
    await db.updateTable('account').set({ state: 'suspended' }).where('id', '=', suspended).execute()
    await addCoordinator(db, { slug: 'suspendu', accountId: suspended, publishedAt: testNow })
    await addCoordinator(db, { slug: 'brouillon', accountId: await addAccount(db) })
    for (const slug of ['suspendu', 'brouillon', 'personne'])
      for (const path of [slug, `${slug}/availability?from=2027-03-01&to=2027-03-05`]) {
        const { status, body } = await api.visitor().get(`/api/coordinators/${path}`)
        expect({ status, code: body.code }).toEqual({ status: 404, code: 'coordinator-not-found' })
      }
  })
})

test('verified productions see and search days that are kept from strangers', async () => {
  await publish('reserve', { daysVisibility: 'verified-productions', regions: ['FR-20R'] })
  const { client } = await aProduction(api)
  const query = 'region=FR-20R&days=2027-03-10'
  expect((await search(query)).total).toBe(0)
  const { items, total } = (await client.get(`/api/coordinators?${query}`)).body
  expect([total, items[0]?.asked]).toEqual([1, [{ date: '2027-03-10', state: 'free' }]])
})

test('somebody who unpublished is gone at the next request', async () => {
  const id = await publish('parti')
  const gone = async () => [
    (await search('discipline=intimacy')).items.some(({ slug }: { slug: string }) => slug === 'parti'),
    (await api.visitor().get('/api/coordinators/parti/availability?from=2027-03-10&to=2027-03-10')).status,
  ]
  expect(await gone()).toEqual([true, 200])
  await api.database.db.updateTable('coordinator').set({ publishedAt: null }).where('id', '=', id).execute()
  expect(await gone()).toEqual([false, 404])
})

test('who reads without end is told when to come back, and a signed-in reader is counted apart', async () => {
  const limits = createLimits({ databaseUrl: api.database.url, sealer: api.deps.sealer })
  const app = createApp({ ...api.deps, limits })
  const from = { 'x-forwarded-for': '198.51.100.40' }
  const read = (client: TestClient, cookie = {}) =>
    client.get('/api/coordinators/nobody-of-that-name', { ...from, ...cookie })
  const visitor = createTestClient(app, api.deps.config)
  for (let views = 1; views <= 300; views += 1) expect((await read(visitor)).status).toBe(404)
  const { status, headers } = await read(visitor)
  expect([status, Number(headers.get('retry-after')) > 200]).toEqual([429, true])
  expect((await visitor.get('/api/coordinators', from)).status).toBe(200)
  const { client } = await signUp(api, 'production')
  expect((await read(visitor, { cookie: client.cookie() })).status).toBe(404)
  await limits.close()
})

test('counts in number wait for each other, or come back later; searches do not wait for them', async () => {
  let release = () => {}
  const released = new Promise<void>((go) => {
    release = go
  })
  const counting = async () => released.then(() => ({ total: 0, without: {} }))
  const app = createApp({ ...api.deps, search: { ...api.deps.search, count: counting } })
  const statusOf = async (path: string) => (await createTestClient(app, api.deps.config).get(path)).status
  const asked = Array.from({ length: 40 }, () => statusOf('/api/search/counts?q=x'))
  const first = await Promise.race(asked)
  expect(await statusOf('/api/coordinators?q=x')).toBe(200)
  release()
  const answered = await Promise.all(asked)
  expect([first, ...answered.toSorted()]).toEqual([503, ...Array(36).fill(200), ...Array(4).fill(503)])
})

test('days that are over read unknown: nobody is told when somebody worked', async () => {
  const id = await publish('hier-aussi')
  await addBlock(api.database.db, id, { kind: 'unavailable', days: '[2026-10-05,2027-02-02]' })
  const { client } = await aProduction(api)
  for (const who of [api.visitor(), client]) {
    const read = async (from: string, to: string) => {
      const { body } = await who.get(`/api/coordinators/hier-aussi/availability?from=${from}&to=${to}`)
      return body.days.map(({ state }: { state: string }) => state)
    }
    expect(new Set(await read('2026-03-01', '2027-01-30'))).toEqual(new Set(['unknown']))
    expect(await read('2027-01-31', '2027-02-02')).toEqual(Array(3).fill('unavailable'))
  }
})
