import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import { aCoordinator, type TestCoordinator } from '../test/bookings.ts'
import { testPassword } from '../test/people.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

const path = '/api/me/mentoring'
const profilePath = '/api/me/profile'

const aPerson = async (
  displayName: string,
  level: 'in-training' | 'experienced' | null,
  more: object = {},
): Promise<TestCoordinator> => {
  const person = await aCoordinator(api, { displayName })
  await person.client.put(profilePath, {
    displayName,
    disciplines: ['intimacy'],
    regions: ['FR-BRE'],
    levels: level ? { intimacy: level } : {},
    ...more,
  })
  return person
}

const ask = (from: TestCoordinator, to: TestCoordinator, side = 'trainee') =>
  from.client.post(path, { coordinator: to.slug, side, discipline: 'intimacy' })

const pairsOn = async ({ slug }: TestCoordinator) =>
  (await api.visitor().get(`/api/coordinators/${slug}`)).body.pairs

const aPair = async (names: [string, string]) => {
  const trainee = await aPerson(names[0], 'in-training')
  const lead = await aPerson(names[1], 'experienced')
  const { body } = await ask(trainee, lead)
  return { trainee, lead, id: body.id as string }
}

describe('a mentoring pair', () => {
  test('shows on both pages once both agreed, and is told by mail to the one who was asked', async () => {
    const { trainee, lead, id } = await aPair(['Ana Pisani', 'Bo Rivoal'])
    const [asked] = (await api.mailsTo(lead.email)).slice(-1)
    expect(asked).toMatchObject({ template: 'mentoring-asked' })
    expect(asked?.text).toContain('Ana Pisani')
    expect(asked?.text).toContain('/me/profile/mentoring')
    expect([await pairsOn(trainee), await pairsOn(lead)]).toEqual([[], []])
    expect((await lead.client.get(path)).body.items).toMatchObject([
      { id, side: 'lead', state: 'asked', askedByMe: false, with: { slug: trainee.slug } },
    ])

    expect(await lead.client.put(`${path}/${id}/acceptance`)).toMatchObject({
      status: 200,
      body: { state: 'accepted', acceptedAt: api.clock.now().toISOString() },
    })
    expect(await pairsOn(trainee)).toEqual([
      { slug: lead.slug, displayName: 'Bo Rivoal', discipline: 'intimacy', side: 'lead' },
    ])
    expect(await pairsOn(lead)).toEqual([
      { slug: trainee.slug, displayName: 'Ana Pisani', discipline: 'intimacy', side: 'trainee' },
    ])
    expect((await api.mailsTo(trainee.email)).at(-1)).toMatchObject({ template: 'mentoring-accepted' })
  })

  test('hides while either is unpublished, and comes back with them', async () => {
    const { trainee, lead, id } = await aPair(['Cara Lemée', 'Dov Hamon'])
    await lead.client.put(`${path}/${id}/acceptance`)
    await lead.client.delete(`${profilePath}/publication`)
    expect(await pairsOn(trainee)).toEqual([])
    expect((await trainee.client.get(path)).body.items).toMatchObject([{ with: { slug: null } }])
    await lead.client.put(`${profilePath}/publication`, { consent: true })
    expect(await pairsOn(trainee)).toHaveLength(1)
  })

  test('follows the audience of both', async () => {
    const { trainee, lead, id } = await aPair(['Eda Roux', 'Flo Kern'])
    await lead.client.put(`${path}/${id}/acceptance`)
    await lead.client.put(profilePath, {
      displayName: 'Flo Kern',
      disciplines: ['intimacy'],
      regions: ['FR-BRE'],
      levels: { intimacy: 'experienced' },
      visibility: { mentoring: 'only-me' },
    })
    expect(await pairsOn(trainee)).toEqual([])
    expect(await pairsOn(lead)).toBeUndefined()
  })

  test.each(['trainee', 'lead'] as const)(
    'is ended by its %s at any time, on both pages at once',
    async (side) => {
      const { trainee, lead, id } = await aPair([`Gil ${side}`, `Hal ${side}`])
      await lead.client.put(`${path}/${id}/acceptance`)
      const person = side === 'lead' ? lead : trainee
      expect((await person.client.delete(`${path}/${id}`)).status).toBe(204)
      expect([await pairsOn(trainee), await pairsOn(lead)]).toEqual([[], []])
      expect((await person.client.delete(`${path}/${id}`)).body.code).toBe('pair-not-found')
      // What ended may begin again.
      expect((await ask(trainee, lead)).status).toBe(201)
    },
  )

  test('waits for the other side, and exists once', async () => {
    const { trainee, lead, id } = await aPair(['Ida Noël', 'Jo Talec'])
    expect((await trainee.client.put(`${path}/${id}/acceptance`)).body.code).toBe('pair-awaits-other')
    expect((await ask(trainee, lead)).body.code).toBe('pair-exists')
    expect((await ask(lead, trainee, 'lead')).body.code).toBe('pair-exists')
    await lead.client.put(`${path}/${id}/acceptance`)
    expect((await lead.client.put(`${path}/${id}/acceptance`)).status).toBe(200)
  })

  test('is not asked for again within a month of a no, unless by the one who said it', async () => {
    const { trainee, lead, id } = await aPair(['Que Lanoë', 'Ria Lanoë'])
    await lead.client.delete(`${path}/${id}`)
    expect((await ask(trainee, lead)).body.code).toBe('pair-asked-lately')
    expect(
      (await api.mailsTo(lead.email)).filter(({ template }) => template === 'mentoring-asked'),
    ).toHaveLength(1)
    expect((await ask(lead, trainee, 'lead')).status).toBe(201)
    const [waiting] = (await lead.client.get(path)).body.items
    await lead.client.delete(`${path}/${waiting.id}`)
    const before = api.clock.now()
    api.clock.set(new Date(before.getTime() + 31 * 86_400_000))
    for (const person of [trainee, lead])
      await person.client.post('/api/sessions', { email: person.email, password: testPassword })
    expect((await ask(trainee, lead)).status).toBe(201)
    api.clock.set(before)
  })

  test('is one in training and one who leads, two people, both public', async () => {
    const trainee = await aPerson('Kim Borel', 'in-training')
    const other = await aPerson('Lou Borel', 'in-training')
    const lead = await aPerson('Max Borel', 'experienced')
    const unsaid = await aPerson('Nil Borel', null)
    expect((await ask(trainee, other)).body.code).toBe('pair-does-not-fit')
    expect((await ask(lead, trainee)).body.code).toBe('pair-does-not-fit')
    expect((await ask(trainee, unsaid)).body.code).toBe('pair-does-not-fit')
    expect((await ask(trainee, trainee)).body.code).toBe('pair-does-not-fit')
    expect((await ask(trainee, { ...lead, slug: 'nobody-here' })).body.code).toBe('coordinator-not-found')
    await trainee.client.delete(`${profilePath}/publication`)
    expect((await ask(trainee, lead)).body.code).toBe('profile-not-published')
    expect((await ask(lead, trainee, 'lead')).body.code).toBe('coordinator-not-found')
  })

  test('does not move anybody in a search', async () => {
    const { lead, id } = await aPair(['Oz Carré', 'Pia Carré'])
    const order = async () =>
      (await api.visitor().get('/api/coordinators?region=FR-BRE&seed=s&perPage=50')).body.items.map(
        ({ slug }: { slug: string }) => slug,
      )
    const before = await order()
    await lead.client.put(`${path}/${id}/acceptance`)
    expect(await order()).toEqual(before)
  })
})
