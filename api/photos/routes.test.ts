import { readdir } from 'node:fs/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import { aCoordinator, anOption, aProduction, dayFromNow, type TestCoordinator } from '../test/bookings.ts'
import { aPdf, aPhoto, aPngOf } from '../test/files.ts'
import { signUp } from '../test/people.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi({ searchServer: true })
})
afterAll(() => api.close())

const path = '/api/me/profile/photo'

const form = (bytes: Buffer, more: Record<string, string> = {}, name = 'portrait.jpg') => {
  const data = new FormData()
  data.set('file', new File([new Uint8Array(bytes)], name, { type: 'image/jpeg' }))
  for (const [field, value] of Object.entries(more)) data.set(field, value)
  return data
}

const put = (person: TestCoordinator, data: FormData) => person.client.put(path, data)

/** The bytes as a browser gets them, with the cookie of whoever asks. */
const fetchPhoto = (id: string, { size = 'large', cookie = '', headers = {} } = {}) =>
  api.app.request(`/api/photos/${id}?size=${size}`, { headers: { ...(cookie && { cookie }), ...headers } })

const showTo = (person: TestCoordinator, displayName: string, audience: string) =>
  person.client.put('/api/me/profile', {
    displayName,
    disciplines: ['intimacy'],
    regions: ['FR-BRE'],
    visibility: { photo: audience },
  })

const aPortrait = async (displayName: string, audience?: string) => {
  const person = await aCoordinator(api, { displayName })
  const { status, body } = await put(person, form(await aPhoto()))
  expect(status).toBe(200)
  if (audience) await showTo(person, displayName, audience)
  return { person, id: body.id as string }
}

const statusFor = async (id: string, cookie = '') => (await fetchPhoto(id, { cookie })).status

describe('a portrait', () => {
  test('is off until its owner says for whom, even once sent', async () => {
    const { person, id } = await aPortrait('Alix Renou')
    expect(await statusFor(id)).toBe(404)
    expect((await api.visitor().get(`/api/coordinators/${person.slug}`)).body).not.toHaveProperty('photo')
    expect(await statusFor(id, person.client.cookie())).toBe(200)
    expect((await person.client.get('/api/me/profile')).body.photo).toBe(id)
  })

  test('shows to visitor, verified production, accepted production and owner exactly as chosen', async () => {
    const { person, id } = await aPortrait('Bérénice Ollier')
    const verified = await aProduction(api)
    const accepted = await aProduction(api)
    const unverified = await aProduction(api, { verified: false })
    await anOption(api, accepted, person, [dayFromNow(api, 30)])
    const table = {
      public: [200, 200, 200, 200, 200],
      'verified-productions': [404, 404, 200, 200, 200],
      'after-acceptance': [404, 404, 404, 200, 200],
      'only-me': [404, 404, 404, 404, 200],
    }
    for (const [audience, wanted] of Object.entries(table)) {
      await showTo(person, 'Bérénice Ollier', audience)
      const cookies = ['', unverified, verified, accepted, person].map((who) =>
        typeof who === 'string' ? who : who.client.cookie(),
      )
      expect(await Promise.all(cookies.map((cookie) => statusFor(id, cookie))), audience).toEqual(wanted)
    }
  })

  test('is gone at the next request when the profile is unpublished, also for who kept it', async () => {
    const { person, id } = await aPortrait('Cyrus Andrieu', 'public')
    const first = await fetchPhoto(id)
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    const etag = first.headers.get('etag') ?? ''
    expect((await fetchPhoto(id, { headers: { 'if-none-match': etag } })).status).toBe(304)
    await person.client.delete('/api/me/profile/publication')
    expect((await fetchPhoto(id, { headers: { 'if-none-match': etag } })).status).toBe(404)
    expect(await statusFor(id, person.client.cookie())).toBe(200)
  })

  test('is two squares of its own making, without place, camera or maker', async () => {
    const { id } = await aPortrait('Daphné Iorio', 'public')
    for (const [size, edge] of [
      ['large', 480],
      ['small', 128],
    ] as const) {
      const response = await fetchPhoto(id, { size })
      expect(response.headers.get('content-type')).toBe('image/jpeg')
      const bytes = Buffer.from(await response.arrayBuffer())
      const { width, height, format, exif } = await sharp(bytes).metadata()
      expect({ width, height, format, exif }).toEqual({
        width: edge,
        height: edge,
        format: 'jpeg',
        exif: undefined,
      })
      expect(bytes.includes('EXIF-LYNX')).toBe(false)
    }
  })

  test('keeps the chosen part, else the middle', async () => {
    // The left half of the test photograph is light, the right half dark.
    const lightness = async (data: FormData) => {
      const person = await aCoordinator(api, { displayName: 'Essai' })
      const { body } = await put(person, data)
      const bytes = Buffer.from(
        await (await fetchPhoto(body.id, { cookie: person.client.cookie() })).arrayBuffer(),
      )
      const { channels } = await sharp(bytes).stats()
      return channels[0]?.mean ?? 0
    }
    const photo = await aPhoto({ width: 800, height: 400 })
    const half = { top: '0', width: '0.5', height: '1' }
    const [left, middle, right] = [
      await lightness(form(photo, { left: '0', ...half })),
      await lightness(form(photo)),
      await lightness(form(photo, { left: '0.5', ...half })),
    ]
    expect(left).toBeGreaterThan(235)
    expect(right).toBeLessThan(150)
    expect(middle).toBeGreaterThan(right + 30)
    expect(middle).toBeLessThan(left - 30)
  })

  test('lies sealed on the disk, and leaves with its owner’s word', async () => {
    const { person, id } = await aPortrait('Edda Quirin', 'public')
    const again = await put(person, form(await aPhoto({ as: 'png' }), {}, 'other.png'))
    expect(again.body.id).not.toBe(id)
    expect(await statusFor(id)).toBe(404)
    expect(await statusFor(again.body.id)).toBe(200)
    expect((await person.client.delete(path)).status).toBe(204)
    expect(await statusFor(again.body.id)).toBe(404)
    expect((await person.client.delete(path)).status).toBe(204)
    const files = await api.database.ownerDb
      .selectFrom('storedFile')
      .select('id')
      .where('accountId', '=', person.id)
      .execute()
    expect(files).toEqual([])
    for (const name of await readdir(api.deps.config.uploadsDir)) expect(name).toMatch(/\.sealed$/)
  })

  test('is on the card only when everybody may see it, and never in the index', async () => {
    const { person, id } = await aPortrait('Fleur Vasconi', 'public')
    const card = async () =>
      (await api.visitor().get('/api/coordinators?q=Vasconi')).body.items.find(
        ({ slug }: { slug: string }) => slug === person.slug,
      )
    await api.sync?.run()
    expect((await card()).photo).toBe(id)
    await showTo(person, 'Fleur Vasconi', 'verified-productions')
    expect(await card()).not.toHaveProperty('photo')
  })

  test.each([
    ['a document', () => aPdf(), {}, 415, 'file-type-refused'],
    [
      'a drawing',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      {},
      415,
      'file-type-refused',
    ],
    ['nothing', () => Buffer.alloc(0), {}, 400, 'file-empty'],
    ['a picture of 50,000 by 50,000', () => aPngOf(50_000, 50_000), {}, 400, 'image-too-large'],
    [
      'a part outside the picture',
      () => aPhoto(),
      { left: '0.8', top: '0', width: '0.5', height: '0.5' },
      400,
      'invalid-request',
    ],
    ['half a part', () => aPhoto(), { left: '0.1' }, 400, 'invalid-request'],
    [
      'a part that is no number',
      () => aPhoto(),
      { left: 'x', top: '0', width: '1', height: '1' },
      400,
      'invalid-request',
    ],
  ] as [string, () => Buffer | Promise<Buffer>, Record<string, string>, number, string][])(
    'refuses %s, and keeps the one before',
    async (_, bytes, part, status, code) => {
      const { person, id } = await aPortrait('Gaïa Leduc', 'public')
      const answer = await put(person, form(await bytes(), part))
      expect([answer.status, answer.body.code]).toEqual([status, code])
      expect(await statusFor(id)).toBe(200)
    },
  )

  test('is a coordinator’s matter', async () => {
    const { client } = await signUp(api, 'production')
    expect((await client.put(path, form(await aPhoto()))).status).toBe(403)
  })
})
