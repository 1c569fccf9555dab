import { addBlock } from '@repere/db/test/arrange.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sendMornings } from '../notifications/service.ts'
import { createTestApi, type TestApi, testNow } from '../test/api.ts'
import { aCoordinator, aProduction, decideOn } from '../test/bookings.ts'
import { signInAgain, signUp, type TestPerson } from '../test/people.ts'
import { forgetSavedSearches, tellOfNewPeople } from './service.ts'

/** The tests begin on 2027-02-01. */
let api: TestApi
let phare: TestPerson
const trial = { code: 'essai-retire', discipline: 'intimacy', nameFr: 'Essai', nameEn: 'Trial' } as const
beforeAll(async () => {
  api = await createTestApi()
  // Before the first search, which keeps what it read of the catalogue for a moment.
  await api.database.ownerDb.insertInto('specialism').values(trial).execute()
})
afterAll(() => api.close())
beforeEach(async () => {
  api.clock.set(testNow)
  await api.database.db.deleteFrom('savedSearch').execute()
  await api.database.db.updateTable('coordinator').set({ publishedAt: null }).execute()
  phare = await aProduction(api)
})

const keep = (who: TestPerson, query: string, name?: string) =>
  who.client.post('/api/me/saved-searches', { query, ...(name && { name }) })
const listOf = async ({ client }: TestPerson) => (await client.get('/api/me/saved-searches')).body.items
const newsOf = async ({ email }: TestPerson) =>
  (await api.mailsTo(email)).filter(({ template }) => template === 'saved-search-news')
const at = (instant: string) => api.clock.set(new Date(instant))
/** Half past seven in Paris, so many days after the first. */
const morning = (day: number) => at(`2027-02-${String(1 + day).padStart(2, '0')}T06:30:00Z`)
const publish = (displayName: string) => aCoordinator(api, { displayName })
const opened = async (slug: string) => {
  const { db } = api.database
  const { id } = await db
    .selectFrom('coordinator')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('calendar')
    .values({ coordinatorId: id, confirmedAt: testNow, knownUntil: '2027-12-31' })
    .onConflict((conflict) => conflict.column('coordinatorId').doUpdateSet({ knownUntil: '2027-12-31' }))
    .execute()
  return id
}

describe('keeping a search', () => {
  test('keeps it in its exact form, called by what it asks for, once', async () => {
    const query =
      'region=FR-PDL&region=FR-BRE&days=2027-03-10,2027-03-08,2027-03-09&discipline=intimacy&page=2'
    const { status, body } = await keep(phare, query)
    expect([status, body]).toEqual([
      201,
      expect.objectContaining({
        query: 'discipline=intimacy&region=FR-BRE&region=FR-PDL&from=2027-03-08&to=2027-03-10',
        name: null,
        title: {
          fr: 'Coordination d’intimité, Bretagne ou Pays de la Loire, du\u00a08 au\u00a010\u00a0mars\u00a02027',
          en: 'Intimacy coordination, Brittany or Pays de la Loire, 8–10\u00a0March\u00a02027',
        },
        state: 'watching',
        endsOn: '2027-03-10',
        news: 0,
      }),
    ])
    const again = await keep(phare, `${query}&seed=abc`, 'Autre nom')
    expect([again.status, again.body.id]).toEqual([200, body.id])
    expect(await listOf(phare)).toHaveLength(1)
  })

  test.each(['nope=1', 'region=FR-XXX', 'from=2027-01-01&to=2027-01-02', 'q='])(
    '%s is refused like a search',
    async (query) => {
      const { status, body } = await keep(phare, query)
      expect([status, body.errors[0].pointer]).toEqual([400, '/query'])
    },
  )

  test('wants a proven address, and stops at twenty', async () => {
    const unproven = await signUp(api, 'production', { verified: false })
    expect((await keep(unproven, 'q=essai')).body.code).toBe('email-not-verified')
    for (let count = 1; count <= 20; count += 1) await keep(phare, `q=mot${count}`)
    expect((await keep(phare, 'q=mot21')).body.code).toBe('saved-searches-full')
    const [latest] = await listOf(phare)
    await phare.client.delete(`/api/me/saved-searches/${latest.id}`)
    expect((await keep(phare, 'q=mot21')).status).toBe(201)
    const back = await phare.client.post(`/api/me/saved-searches/${latest.id}/restoration`)
    expect(back.body.code).toBe('saved-searches-full')
  })

  test('is renamed, paused, deleted and brought back within a day, by its owner alone', async () => {
    const { body } = await keep(phare, 'region=FR-BRE')
    const path = `/api/me/saved-searches/${body.id}`
    const other = await aProduction(api)
    expect((await other.client.put(path, { paused: true })).status).toBe(404)
    expect((await phare.client.put(path, { name: 'Été breton' })).body.name).toBe('Été breton')
    expect((await phare.client.put(path, { paused: true })).body).toMatchObject({
      name: 'Été breton',
      state: 'paused',
    })
    expect((await phare.client.put(path, { name: '', paused: false })).body).toMatchObject({
      name: null,
      state: 'watching',
    })
    expect((await other.client.delete(path)).status).toBe(404)
    expect((await phare.client.delete(path)).status).toBe(204)
    expect((await listOf(phare))[0].deletedAt).toBe(testNow.toISOString())
    expect((await phare.client.put(path, { paused: true })).status).toBe(404)
    expect((await phare.client.post(`${path}/restoration`)).body.state).toBe('watching')
    await phare.client.delete(path)
    api.clock.advance({ hours: 25 })
    expect((await phare.client.post(`${path}/restoration`)).status).toBe(404)
    expect(await listOf(phare)).toEqual([])
    expect(await forgetSavedSearches(api.deps)).toBe(1)
  })
})

test('of what is deleted the latest five can be brought back, and the rest is gone for good', async () => {
  for (let count = 1; count <= 7; count += 1) {
    const { body } = await keep(phare, `q=passe${count}`)
    api.clock.advance({ minutes: 1 })
    await phare.client.delete(`/api/me/saved-searches/${body.id}`)
  }
  const { client } = await aProduction(api)
  await client.post('/api/me/saved-searches', { query: 'q=ailleurs' })
  const names = (await listOf(phare)).map(({ query }: { query: string }) => query)
  expect(names).toEqual(['q=passe7', 'q=passe6', 'q=passe5', 'q=passe4', 'q=passe3'])
  expect(await api.database.db.selectFrom('savedSearch').select('id').execute()).toHaveLength(6)
})

describe('the news of a morning', () => {
  test('name who is new to the search alone, once, all searches in one mail', async () => {
    await publish('Connue Avant')
    await keep(phare, 'region=FR-BRE')
    await keep(phare, 'discipline=intimacy', 'Mon été')
    const nina = await publish('Nina Nouvelle')
    at('2027-02-02T06:29:59Z')
    expect(await tellOfNewPeople(api.deps)).toBe(0)
    morning(1)
    const told = await Promise.all([tellOfNewPeople(api.deps), tellOfNewPeople(api.deps)])
    expect(told.toSorted()).toEqual([0, 1])
    expect(await tellOfNewPeople(api.deps)).toBe(0)
    const [mail, ...more] = await newsOf(phare)
    expect(more).toEqual([])
    expect(mail?.subject).toBe('Une personne nouvelle pour vos recherches')
    expect(mail?.text.match(/Nina Nouvelle/g)).toHaveLength(2)
    expect(mail?.text).toContain(`/coordinators/${nina.slug}`)
    expect(mail?.text).toContain('Mon été')
    expect(mail?.text).not.toContain('Connue Avant')
    morning(2)
    expect(await tellOfNewPeople(api.deps)).toBe(0)
    phare = await signInAgain(api, phare)
    expect(await listOf(phare)).toMatchObject([
      { name: 'Mon été', news: 1, latest: [{ displayName: 'Nina Nouvelle' }] },
      { news: 1 },
    ])
    const [notice] = (await phare.client.get('/api/me/notifications')).body.items
    expect(notice).toMatchObject({ kind: 'searches', path: '/account/searches' })
    expect(JSON.stringify(notice)).not.toContain('Nina')
  })

  test('are one mail after five days without a worker, and name nobody who has unpublished', async () => {
    await keep(phare, 'region=FR-BRE')
    const gone = await publish('Partie Depuis')
    await publish('Reste Ici')
    morning(3)
    const { client } = await signInAgain(api, gone)
    await client.delete('/api/me/profile/publication')
    morning(5)
    await tellOfNewPeople(api.deps)
    const [mail, ...more] = await newsOf(phare)
    expect(more).toEqual([])
    expect(mail?.text).toContain('Reste Ici')
    expect(mail?.text).not.toContain('Partie Depuis')
  })

  test('wait while a search is paused, and none is lost', async () => {
    const { body } = await keep(phare, 'region=FR-BRE')
    const pause = (paused: boolean) => phare.client.put(`/api/me/saved-searches/${body.id}`, { paused })
    await pause(true)
    await publish('Arrivée Pendant')
    morning(1)
    expect(await tellOfNewPeople(api.deps)).toBe(0)
    await pause(false)
    await tellOfNewPeople(api.deps)
    expect((await newsOf(phare))[0]?.text).toContain('Arrivée Pendant')
  })

  test('count a day as the account may see it that morning', async () => {
    const fresh = await aProduction(api, { verified: false })
    const { slug } = await publish('Réserve Jours')
    const id = await opened(slug)
    await api.database.db
      .updateTable('coordinator')
      .set({ daysVisibility: 'verified-productions' })
      .where('id', '=', id)
      .execute()
    await keep(fresh, 'days=2027-03-08')
    morning(1)
    expect(await tellOfNewPeople(api.deps)).toBe(0)
    await decideOn(api, fresh, 'verify')
    morning(2)
    expect(await tellOfNewPeople(api.deps)).toBe(1)
    expect((await newsOf(fresh))[0]?.text).toContain('Réserve Jours')
  })

  test('tell of whoever becomes free, and end kindly, once, when the days have passed', async () => {
    const { slug } = await publish('Bientôt Libre')
    const id = await opened(slug)
    await addBlock(api.database.db, id, {
      kind: 'unavailable',
      days: '[2027-02-10,2027-02-12]',
    })
    await keep(phare, 'from=2027-02-10&to=2027-02-12')
    morning(1)
    expect(await tellOfNewPeople(api.deps)).toBe(0)
    await api.database.db.deleteFrom('availabilityBlock').where('coordinatorId', '=', id).execute()
    // The first of the three days is past: the two others are asked for.
    morning(10)
    await tellOfNewPeople(api.deps)
    expect((await newsOf(phare))[0]?.text).toContain('from=2027-02-11&to=2027-02-12')
    morning(12)
    await tellOfNewPeople(api.deps)
    morning(13)
    await tellOfNewPeople(api.deps)
    const [, ended, ...more] = await newsOf(phare)
    expect(more).toEqual([])
    expect(ended?.subject).toBe('Une de vos recherches est terminée')
    expect(ended?.text).toContain('Ses jours sont passés')
    phare = await signInAgain(api, phare)
    expect(await listOf(phare)).toMatchObject([{ state: 'ended', endedBecause: 'days-past', open: null }])
    api.clock.advance({ days: 91 })
    expect(await forgetSavedSearches(api.deps)).toBe(1)
  })

  test('go on under a code that is retired, and end when the search understands one no more', async () => {
    const { db } = api.database
    expect((await keep(phare, `specialism=${trial.code}`)).status).toBe(201)
    await db.updateTable('specialism').set({ retiredAt: testNow }).where('code', '=', trial.code).execute()
    morning(1)
    expect(await tellOfNewPeople(api.deps)).toBe(0)
    phare = await signInAgain(api, phare)
    expect(await listOf(phare)).toMatchObject([
      { state: 'watching', title: { en: 'Both professions, Trial' } },
    ])
    const querySealed = api.deps.sealer.forPurpose('saved-search').seal('specialism=never-was')
    await db.updateTable('savedSearch').set({ querySealed }).execute()
    morning(2)
    expect(await tellOfNewPeople(api.deps)).toBe(1)
    expect((await newsOf(phare))[0]?.text).toContain('Un de ses critères n’existe plus')
    expect(await listOf(phare)).toMatchObject([{ state: 'ended', endedBecause: 'not-understood' }])
  })

  test('reach everybody else where the searches of one account cannot be read', async () => {
    const later = await aProduction(api)
    await keep(phare, 'region=FR-BRE')
    await keep(later, 'region=FR-BRE')
    await api.database.db
      .updateTable('savedSearch')
      .set({ querySealed: Buffer.from('no seal of ours') })
      .where('accountId', '=', phare.id)
      .execute()
    await publish('Lue Quand Même')
    morning(1)
    expect(await tellOfNewPeople(api.deps)).toBe(1)
    expect((await newsOf(later))[0]?.text).toContain('Lue Quand Même')
  })

  test('come at once, with the mail of the morning, or on the page alone, as chosen', async () => {
    const wish = (searches: string) => phare.client.put('/api/me/notice-preferences', { searches })
    await keep(phare, 'region=FR-BRE')
    await wish('digest')
    await publish('Une Première')
    morning(1)
    await tellOfNewPeople(api.deps)
    expect(await newsOf(phare)).toEqual([])
    at('2027-02-02T07:00:00Z')
    expect(await sendMornings(api.deps)).toBe(1)
    const mails = (await api.mailsTo(phare.email)).filter(({ template }) => template === 'morning-mail')
    expect(mails[0]?.text).toContain('Recherches')
  })
})

describe('the link beside a search in a mail', () => {
  test('ends the news of that search alone, on a post, from anywhere; the foot ends all', async () => {
    await keep(phare, 'region=FR-BRE')
    await keep(phare, 'discipline=intimacy')
    await publish('Ada Deux')
    morning(1)
    await tellOfNewPeople(api.deps)
    const [mail] = await newsOf(phare)
    const [token = ''] = [...(mail?.text ?? '').matchAll(/unsubscribe\/search\/([\w-]+)/g)].map(
      (found) => found[1],
    )
    const path = `/api/saved-search-stops/${token}`
    const stranger = api.visitor()
    const { body: shown } = await stranger.get(path)
    expect(shown.stopped).toBe(false)
    expect(mail?.text).toContain(shown.title.fr)
    const oneClick = await api.app.request(path, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'https://mail.example',
        'sec-fetch-site': 'cross-site',
      },
      body: 'List-Unsubscribe=One-Click',
    })
    expect([oneClick.status, await oneClick.json()]).toMatchObject([200, { stopped: true }])
    phare = await signInAgain(api, phare)
    const states = async () => (await listOf(phare)).map(({ state }: { state: string }) => state)
    expect((await states()).toSorted()).toEqual(['paused', 'watching'])
    const { id: paused } = (await listOf(phare)).find(({ state }: { state: string }) => state === 'paused')
    await phare.client.put(`/api/me/saved-searches/${paused}`, { name: 'Projet tenu secret' })
    expect((await stranger.get(path)).body).toEqual({ title: null, stopped: true })
    expect((await stranger.delete(path)).body).toEqual({ title: null, stopped: false })
    expect((await stranger.post('/api/saved-search-stops/bm90IG91cnM')).status).toBe(404)
    const all = /\/unsubscribe\/([\w-]{60,})/.exec(mail?.text ?? '')?.[1]
    expect((await stranger.post(`/api/unsubscriptions/${all}`)).body).toEqual({
      kinds: ['searches'],
      from: 'at-once',
      stopped: true,
    })
    await publish('Après Tout')
    morning(2)
    expect(await tellOfNewPeople(api.deps)).toBe(1)
    expect(await newsOf(phare)).toHaveLength(1)
    expect((await phare.client.get('/api/me/notifications/unread')).body.paths).toEqual(['/account/searches'])
  })
})

test('somebody who erases their account is named in no news any more', async () => {
  await keep(phare, 'region=FR-BRE')
  const person = await publish('Effacée Zibeline')
  morning(1)
  await tellOfNewPeople(api.deps)
  expect((await newsOf(phare))[0]?.text).toContain('Effacée Zibeline')
  const { eraseAccount } = await import('../erasure/service.ts')
  await eraseAccount(api.deps, person.id, 'operator')
  expect((await newsOf(phare))[0]?.text).not.toContain('Zibeline')
  phare = await signInAgain(api, phare)
  expect((await listOf(phare))[0].latest).toEqual([])
})
