import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi, testNow } from '../test/api.ts'
import { signUp } from '../test/people.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

const profile = {
  displayName: 'Maëlle Kervadec',
  disciplines: ['intimacy'],
  titleForm: "coordinatrice d'intimité",
  levels: { intimacy: 'experienced' },
  headline: { fr: 'Prépare chaque scène', en: 'Prepares every scene' },
  bio: { fr: 'Je lis le scénario.' },
  baseRegion: 'FR-BRE',
  regions: ['FR-BRE', 'FR-PDL'],
  languages: [{ code: 'fr', level: 'native' }],
  specialisms: ['nudity'],
  timeZone: 'Europe/Paris',
}

const eco = {
  disciplines: ['eco-production'],
  levels: {},
  specialisms: [],
}

const depth = {
  mobility: ['train-first', 'long-stays'],
  countries: ['FR', 'BE'],
  workPermits: ['eu-eea'],
  labels: ['LABEL'],
  tools: ['TOOL'],
  insured: true,
  firstAid: true,
  codeOfConduct: { name: 'Charte de la coordination', link: 'https://charte.example/texte' },
}

const path = '/api/me/profile'

describe('the own profile', () => {
  test('is an empty draft before the first save', async () => {
    const { client, email } = await signUp(api, 'coordinator')
    expect(await client.get(path)).toMatchObject({
      status: 200,
      body: {
        slug: null,
        displayName: 'Camille Exemple',
        disciplines: [],
        email,
        published: false,
        titleForm: '',
      },
    })
  })

  test('comes back as saved, with an address made of its name', async () => {
    const { client } = await signUp(api, 'coordinator')
    const saved = await client.put(path, profile)
    expect(saved).toMatchObject({ status: 200, body: { ...profile, slug: 'maelle-kervadec' } })
    expect((await client.get(path)).body).toEqual(saved.body)
  })

  test('keeps its address under another name', async () => {
    const { client } = await signUp(api, 'coordinator')
    const { body } = await client.put(path, { ...profile, displayName: 'Tess Marchandeau' })
    const renamed = await client.put(path, { ...profile, displayName: 'Tess M.' })
    expect(renamed.body).toMatchObject({ displayName: 'Tess M.', slug: body.slug })
  })

  test('is replaced whole: what is absent is emptied', async () => {
    const { client } = await signUp(api, 'coordinator')
    await client.put(path, {
      ...profile,
      phone: '+33 6 39 98 00 42',
      rate: { fromCents: 36000, toCents: 42000, currency: 'EUR' },
    })
    expect((await client.put(path, { displayName: 'Maëlle' })).body).toMatchObject({
      headline: {},
      bio: {},
      regions: [],
      languages: [],
      specialisms: [],
      baseRegion: null,
      phone: null,
      rate: null,
      titleForm: '',
    })
  })

  test('says how the person works, and loses it when it is left out', async () => {
    const { client } = await signUp(api, 'coordinator')
    const { body: reference } = await client.get('/api/reference')
    const asked = {
      ...profile,
      ...eco,
      ...depth,
      labels: [reference.labels[0].code],
      tools: [reference.tools[0].code],
    }
    expect(await client.put(path, asked)).toMatchObject({ status: 200, body: asked })
    expect((await client.put(path, { displayName: 'Maëlle' })).body).toMatchObject({
      mobility: [],
      countries: [],
      workPermits: [],
      labels: [],
      tools: [],
      insured: false,
      firstAid: false,
      codeOfConduct: null,
    })
  })

  test('gets the double form of its discipline where no title was chosen', async () => {
    const { client } = await signUp(api, 'coordinator')
    const { titleForm: _, ...untitled } = profile
    expect((await client.put(path, untitled)).body.titleForm).toBe('coordinatrice ou coordinateur d’intimité')
  })

  test('takes old region codes and keeps the current ones, each once', async () => {
    const { client } = await signUp(api, 'coordinator')
    const saved = await client.put(path, {
      ...profile,
      baseRegion: 'FR-COR',
      regions: ['FR-COR', 'FR-20R', 'UK'],
    })
    expect(saved.body).toMatchObject({ baseRegion: 'FR-20R', regions: ['FR-20R', 'GB'] })
  })

  test.each([
    ['no name', { displayName: ' ' }, '/displayName'],
    ['an unknown part', { certified: true }, '/certified'],
    ['a slug', { slug: 'mine' }, '/slug'],
    ['a publication', { publishedAt: '2027-01-01T00:00:00Z' }, '/publishedAt'],
    ['an unknown region', { regions: ['FR-XYZ'] }, '/regions/0'],
    ['an unknown skill', { specialisms: ['nudity', 'flying'] }, '/specialisms/1'],
    ['a skill of the other discipline', { specialisms: ['carbon-accounting'] }, '/specialisms/0'],
    ['a level of the other discipline', { levels: { 'eco-production': 'lead' } }, '/levels/eco-production'],
    ['a level that is none', { levels: { intimacy: 'certified' } }, '/levels/intimacy'],
    ['a certified title', { titleForm: 'coordinatrice d’intimité certifiée' }, '/titleForm'],
    [
      'a language twice',
      {
        languages: [
          { code: 'fr', level: 'C1' },
          { code: 'fr', level: 'C2' },
        ],
      },
      '/languages/1/code',
    ],
    ['a rate upside down', { rate: { fromCents: 2, toCents: 1, currency: 'EUR' } }, '/rate/toCents'],
    ['a rate for everyone', { visibility: { rate: 'public' } }, '/visibility/rate'],
    ['an audience for what has none', { visibility: { phone: 'public' } }, '/visibility/phone'],
    ['a label outside the catalogue', { ...eco, labels: ['LABEL-NONE'] }, '/labels/0'],
    ['a tool of the other discipline', { tools: ['carbon-clap'] }, '/tools/0'],
    ['a country that is none', { countries: ['FR', 'QQ'] }, '/countries/1'],
    ['a permit that is a nationality', { workPermits: ['french'] }, '/workPermits/0'],
    [
      'a code of conduct behind a plain link',
      { codeOfConduct: { name: 'Charte', link: 'http://x.example' } },
      '/codeOfConduct/link',
    ],
    ['an offset as a time zone', { timeZone: '+01:00' }, '/timeZone'],
    ['a NUL', { displayName: 'a\0b' }, '/displayName'],
    ['half a character', { bio: { fr: 'a\ud800' } }, '/bio/fr'],
    ['a year to come', { workingSince: 2028 }, '/workingSince'],
    ['a prototype', { visibility: JSON.parse('{"__proto__": "public"}') }, '/visibility/__proto__'],
  ])('is refused with %s', async (_, more, pointer) => {
    const { client } = await signUp(api, 'coordinator')
    const { status, body } = await client.put(path, { ...profile, ...more })
    expect(status).toBe(400)
    expect(body.errors).toContainEqual(expect.objectContaining({ pointer }))
  })

  test('names every namesake a number, also at once', async () => {
    const people = await Promise.all([1, 2, 3, 4].map(() => signUp(api, 'coordinator')))
    const saves = await Promise.all(
      people.map(({ client }) => client.put(path, { ...profile, displayName: 'Zoé B.' })),
    )
    expect(saves.map(({ body }) => body.slug).sort()).toEqual(['zoe-b', 'zoe-b-2', 'zoe-b-3', 'zoe-b-4'])
  })

  test('says what is missing and why it matters', async () => {
    const { client } = await signUp(api, 'coordinator', { verified: false })
    const { body } = await client.put(path, profile)
    const undone = body.completeness.filter(({ done }: { done: boolean }) => !done)
    expect(undone).toEqual([
      { item: 'employmentForms', done: false, why: 'settles-the-contract' },
      { item: 'credentials', done: false, why: 'proves' },
      { item: 'experience', done: false, why: 'counts-beside-certificates' },
      { item: 'credits', done: false, why: 'shows-work' },
      { item: 'days', done: false, why: 'found-by-dates' },
      { item: 'englishText', done: false, why: 'read-abroad' },
      { item: 'verifiedEmail', done: false, why: 'needed-to-publish' },
    ])
  })
})

test('only a coordinator has a profile, and validation tells nobody else anything', async () => {
  const { client: production } = await signUp(api, 'production')
  for (const refused of [
    ['get', path],
    ['put', path],
    ['get', `${path}/preview?as=nobody`],
    ['put', `${path}/publication`],
    ['delete', `${path}/publication`],
    ['put', `${path}/pause`],
    ['delete', `${path}/pause`],
  ] as ['get' | 'put' | 'delete', string][]) {
    const [method, address] = refused
    expect((await api.visitor()[method](address)).status).toBe(401)
    expect((await production[method](address)).status).toBe(403)
  }
})

describe('the preview', () => {
  test('shows each viewer what the page would', async () => {
    const { client, email } = await signUp(api, 'coordinator')
    await client.put(path, {
      ...profile,
      phone: '+33 6 39 98 00 42',
      legalName: 'Maëlle K. Kervadec',
      pronouns: 'elle',
      noticeDays: 5,
      rate: { fromCents: 36000, toCents: 42000, currency: 'EUR' },
      visibility: { rate: 'verified-productions', pronouns: 'only-me', noticeDays: 'after-acceptance' },
    })
    const seen = async (as: string) => (await client.get(`${path}/preview?as=${as}`)).body
    const everyone = await seen('public')
    expect(everyone).toMatchObject({ displayName: profile.displayName, bio: profile.bio, credentials: [] })
    for (const hidden of ['rate', 'pronouns', 'noticeDays', 'contact', 'visibility', 'email'])
      expect(everyone).not.toHaveProperty(hidden)
    expect(await seen('verified-production')).toMatchObject({ rate: { fromCents: 36000 } })
    const accepted = await seen('after-acceptance')
    expect(accepted).toMatchObject({
      noticeDays: 5,
      contact: { email, phone: '+33 6 39 98 00 42', legalName: 'Maëlle K. Kervadec' },
    })
    expect(accepted).not.toHaveProperty('pronouns')
    expect(await seen('me')).toMatchObject({ pronouns: 'elle', noticeDays: 5, rate: { fromCents: 36000 } })
  })

  test('knows four pairs of eyes', async () => {
    const { client } = await signUp(api, 'coordinator')
    expect(await client.get(`${path}/preview?as=nobody`)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/query/as' }] },
    })
  })
})

describe('publishing', () => {
  const published = () => api.database.db.selectFrom('publishedCoordinator').selectAll().execute()

  test('asks for consent, then a proven address, then what is missing, in this order', async () => {
    const { client } = await signUp(api, 'coordinator', { verified: false })
    expect((await client.put(`${path}/publication`, {})).status).toBe(400)
    expect((await client.put(`${path}/publication`, { consent: false })).status).toBe(400)
    expect(await client.put(`${path}/publication`, { consent: true })).toMatchObject({
      status: 403,
      body: { code: 'email-not-verified' },
    })
    const { client: proven } = await signUp(api, 'coordinator')
    await proven.put(path, { displayName: 'Zoé' })
    expect(await proven.put(`${path}/publication`, { consent: true })).toMatchObject({
      status: 409,
      body: { code: 'profile-incomplete', missing: ['disciplines', 'regions'] },
    })
    expect(await published()).toEqual([])
  })

  test('is an act that is kept, and taken back at once', async () => {
    const { client, id } = await signUp(api, 'coordinator')
    await client.put(path, profile)
    expect(await client.put(`${path}/publication`, { consent: true })).toMatchObject({
      status: 200,
      body: { published: true, publishedAt: api.clock.now().toISOString() },
    })
    expect(await published()).toHaveLength(1)
    // A second click changes nothing.
    expect((await client.put(`${path}/publication`, { consent: true })).status).toBe(200)
    expect((await client.delete(`${path}/publication`)).body).toMatchObject({
      published: false,
      publishedAt: null,
    })
    expect(await published()).toEqual([])
    const consents = await api.database.db
      .selectFrom('consent')
      .selectAll()
      .where('accountId', '=', id)
      .execute()
    expect(consents).toMatchObject([
      { kind: 'publication', givenAt: api.clock.now(), withdrawnAt: api.clock.now() },
    ])
    const events = await api.database.db
      .selectFrom('event')
      .select('kind')
      .where('actorId', '=', id)
      .where('subjectKind', '<>', 'account')
      .orderBy('id')
      .execute()
    expect(events.map(({ kind }) => kind)).toEqual([
      'profile.saved',
      'profile.published',
      'profile.unpublished',
    ])
  })

  test('once done, the profile cannot lose what it needs', async () => {
    const { client } = await signUp(api, 'coordinator')
    await client.put(path, profile)
    await client.put(`${path}/publication`, { consent: true })
    expect(await client.put(path, { ...profile, regions: [] })).toMatchObject({
      status: 409,
      body: { code: 'profile-incomplete', missing: ['regions'] },
    })
    expect((await client.get(path)).body.regions).toEqual(profile.regions)
  })

  test('a pause stays on the profile until it is lifted', async () => {
    const { client } = await signUp(api, 'coordinator')
    await client.put(path, profile)
    const pausedAt = api.clock.now().toISOString()
    expect((await client.put(`${path}/pause`)).body).toMatchObject({ paused: true, pausedAt })
    api.clock.advance({ hours: 1 })
    expect((await client.put(`${path}/pause`)).body).toMatchObject({ paused: true, pausedAt })
    expect((await client.delete(`${path}/pause`)).body).toMatchObject({ paused: false, pausedAt: null })
  })

  test('a pause with a last day ends by itself the day after, where the person lives', async () => {
    const person = await signUp(api, 'coordinator')
    const { client } = person
    await client.put(path, { ...profile, timeZone: 'Pacific/Kiritimati' })
    // There it is the 2nd by now.
    expect((await client.put(`${path}/pause`, { until: '2027-02-01' })).body.errors).toEqual([
      { pointer: '/until', detail: expect.stringContaining('to come') },
    ])
    const paused = { paused: true, pausedAt: api.clock.now().toISOString(), pausedUntil: '2027-02-03' }
    expect((await client.put(`${path}/pause`, { until: '2027-02-03' })).body).toMatchObject(paused)
    api.clock.set(new Date('2027-02-03T09:59:59Z'))
    expect((await client.get(path)).body).toMatchObject(paused)
    api.clock.set(new Date('2027-02-03T10:00:00Z'))
    const over = { paused: false, pausedAt: null, pausedUntil: null }
    expect((await client.get(path)).body).toMatchObject(over)
    expect((await client.put(`${path}/pause`)).body).toMatchObject({
      paused: true,
      pausedAt: api.clock.now().toISOString(),
      pausedUntil: null,
    })
    api.clock.set(testNow)
  })
})

test('the time zones people may name are known to the database', async () => {
  const { client } = await signUp(api, 'coordinator')
  for (const timeZone of ['America/Cayenne', 'Indian/Reunion', 'Pacific/Kiritimati', 'UTC', 'Europe/Kyiv']) {
    const { body } = await client.put(path, { ...profile, displayName: 'Nour P.', timeZone })
    const { rows } = await sql`select now() at time zone ${body.timeZone}`.execute(api.database.db)
    expect(rows).toHaveLength(1)
  }
})
