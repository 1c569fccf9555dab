import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import { signUp } from '../test/people.ts'
import { profilePath as path, fullProfile as profile } from '../test/profiles.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

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

test('the time zones people may name are known to the database', async () => {
  const { client } = await signUp(api, 'coordinator')
  for (const timeZone of ['America/Cayenne', 'Indian/Reunion', 'Pacific/Kiritimati', 'UTC', 'Europe/Kyiv']) {
    const { body } = await client.put(path, { ...profile, displayName: 'Nour P.', timeZone })
    const { rows } = await sql`select now() at time zone ${body.timeZone}`.execute(api.database.db)
    expect(rows).toHaveLength(1)
  }
})
