import { addBlock } from '@repere/db/test/arrange.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { eraseAccount } from '../erasure/service.ts'
import { sendMornings } from '../notifications/service.ts'
import { createTestApi, type TestApi, testNow } from '../test/api.ts'
import { aProduction, decideOn } from '../test/bookings.ts'
import { signInAgain, type TestPerson } from '../test/people.ts'
import { emptySearches, keep, morning, newsOf, publish, searchesOf } from '../test/saved-searches.ts'
import { forgetSavedSearches, tellOfNewPeople } from './service.ts'

const trial = { code: 'essai-retire', discipline: 'intimacy', nameFr: 'Essai', nameEn: 'Trial' } as const

let api: TestApi
let phare: TestPerson
beforeAll(async () => {
  api = await createTestApi()
  // Before the first search, which keeps what it read of the catalogue for a moment.
  await api.database.ownerDb.insertInto('specialism').values(trial).execute()
})
afterAll(() => api.close())
beforeEach(async () => {
  await emptySearches(api)
  phare = await aProduction(api)
})

const at = (instant: string) => api.clock.set(new Date(instant))
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

describe('the news of a morning', () => {
  test('name who is new to the search alone, once, all searches in one mail', async () => {
    await publish(api, 'Connue Avant')
    await keep(phare, 'region=FR-BRE')
    await keep(phare, 'discipline=intimacy', 'Mon été')
    const nina = await publish(api, 'Nina Nouvelle')
    at('2027-02-02T06:29:59Z')
    expect(await tellOfNewPeople(api.deps)).toBe(0)
    morning(api, 1)
    const told = await Promise.all([tellOfNewPeople(api.deps), tellOfNewPeople(api.deps)])
    expect(told.toSorted()).toEqual([0, 1])
    expect(await tellOfNewPeople(api.deps)).toBe(0)
    const [mail, ...more] = await newsOf(api, phare)
    expect(more).toEqual([])
    expect(mail?.subject).toBe('Une personne nouvelle pour vos recherches')
    expect(mail?.text.match(/Nina Nouvelle/g)).toHaveLength(2)
    expect(mail?.text).toContain(`/coordinators/${nina.slug}`)
    expect(mail?.text).toContain('Mon été')
    expect(mail?.text).not.toContain('Connue Avant')
    morning(api, 2)
    expect(await tellOfNewPeople(api.deps)).toBe(0)
    phare = await signInAgain(api, phare)
    expect(await searchesOf(phare)).toMatchObject([
      { name: 'Mon été', news: 1, latest: [{ displayName: 'Nina Nouvelle' }] },
      { news: 1 },
    ])
    const [notice] = (await phare.client.get('/api/me/notifications')).body.items
    expect(notice).toMatchObject({ kind: 'searches', path: '/account/searches' })
    expect(JSON.stringify(notice)).not.toContain('Nina')
  })

  test('are one mail after five days without a worker, and name nobody who has unpublished', async () => {
    await keep(phare, 'region=FR-BRE')
    const gone = await publish(api, 'Partie Depuis')
    await publish(api, 'Reste Ici')
    morning(api, 3)
    const { client } = await signInAgain(api, gone)
    await client.delete('/api/me/profile/publication')
    morning(api, 5)
    await tellOfNewPeople(api.deps)
    const [mail, ...more] = await newsOf(api, phare)
    expect(more).toEqual([])
    expect(mail?.text).toContain('Reste Ici')
    expect(mail?.text).not.toContain('Partie Depuis')
  })

  test('wait while a search is paused, and none is lost', async () => {
    const { body } = await keep(phare, 'region=FR-BRE')
    const pause = (paused: boolean) => phare.client.put(`/api/me/saved-searches/${body.id}`, { paused })
    await pause(true)
    await publish(api, 'Arrivée Pendant')
    morning(api, 1)
    expect(await tellOfNewPeople(api.deps)).toBe(0)
    await pause(false)
    await tellOfNewPeople(api.deps)
    expect((await newsOf(api, phare))[0]?.text).toContain('Arrivée Pendant')
  })

  test('count a day as the account may see it that morning', async () => {
    const fresh = await aProduction(api, { verified: false })
    const { slug } = await publish(api, 'Réserve Jours')
    const id = await opened(slug)
    await api.database.db
      .updateTable('coordinator')
      .set({ daysVisibility: 'verified-productions' })
      .where('id', '=', id)
      .execute()
    await keep(fresh, 'days=2027-03-08')
    morning(api, 1)
    expect(await tellOfNewPeople(api.deps)).toBe(0)
    await decideOn(api, fresh, 'verify')
    morning(api, 2)
    expect(await tellOfNewPeople(api.deps)).toBe(1)
    expect((await newsOf(api, fresh))[0]?.text).toContain('Réserve Jours')
  })

  test('tell of whoever becomes free, and end kindly, once, when the days have passed', async () => {
    const { slug } = await publish(api, 'Bientôt Libre')
    const id = await opened(slug)
    await addBlock(api.database.db, id, {
      kind: 'unavailable',
      days: '[2027-02-10,2027-02-12]',
    })
    await keep(phare, 'from=2027-02-10&to=2027-02-12')
    morning(api, 1)
    expect(await tellOfNewPeople(api.deps)).toBe(0)
    await api.database.db.deleteFrom('availabilityBlock').where('coordinatorId', '=', id).execute()
    // The first of the three days is past: the two others are asked for.
    morning(api, 10)
    await tellOfNewPeople(api.deps)
    expect((await newsOf(api, phare))[0]?.text).toContain('from=2027-02-11&to=2027-02-12')
    morning(api, 12)
    await tellOfNewPeople(api.deps)
    morning(api, 13)
    await tellOfNewPeople(api.deps)
    const [, ended, ...more] = await newsOf(api, phare)
    expect(more).toEqual([])
    expect(ended?.subject).toBe('Une de vos recherches est terminée')
    expect(ended?.text).toContain('Ses jours sont passés')
    phare = await signInAgain(api, phare)
    expect(await searchesOf(phare)).toMatchObject([{ state: 'ended', endedBecause: 'days-past', open: null }])
    api.clock.advance({ days: 91 })
    expect(await forgetSavedSearches(api.deps)).toBe(1)
  })

  test('go on under a code that is retired, and end when the search understands one no more', async () => {
    const { db } = api.database
    expect((await keep(phare, `specialism=${trial.code}`)).status).toBe(201)
    await db.updateTable('specialism').set({ retiredAt: testNow }).where('code', '=', trial.code).execute()
    morning(api, 1)
    expect(await tellOfNewPeople(api.deps)).toBe(0)
    phare = await signInAgain(api, phare)
    expect(await searchesOf(phare)).toMatchObject([
      { state: 'watching', title: { en: 'Both professions, Trial' } },
    ])
    const querySealed = api.deps.sealer.forPurpose('saved-search').seal('specialism=never-was')
    await db.updateTable('savedSearch').set({ querySealed }).execute()
    morning(api, 2)
    expect(await tellOfNewPeople(api.deps)).toBe(1)
    expect((await newsOf(api, phare))[0]?.text).toContain('Un de ses critères n’existe plus')
    expect(await searchesOf(phare)).toMatchObject([{ state: 'ended', endedBecause: 'not-understood' }])
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
    await publish(api, 'Lue Quand Même')
    morning(api, 1)
    expect(await tellOfNewPeople(api.deps)).toBe(1)
    expect((await newsOf(api, later))[0]?.text).toContain('Lue Quand Même')
  })

  test('come at once, with the mail of the morning, or on the page alone, as chosen', async () => {
    const wish = (searches: string) => phare.client.put('/api/me/notice-preferences', { searches })
    await keep(phare, 'region=FR-BRE')
    await wish('digest')
    await publish(api, 'Une Première')
    morning(api, 1)
    await tellOfNewPeople(api.deps)
    expect(await newsOf(api, phare)).toEqual([])
    at('2027-02-02T07:00:00Z')
    expect(await sendMornings(api.deps)).toBe(1)
    const mails = (await api.mailsTo(phare.email)).filter(({ template }) => template === 'morning-mail')
    expect(mails[0]?.text).toContain('Recherches')
  })
})

test('somebody who erases their account is named in no news any more', async () => {
  await keep(phare, 'region=FR-BRE')
  const person = await publish(api, 'Effacée Zibeline')
  morning(api, 1)
  await tellOfNewPeople(api.deps)
  expect((await newsOf(api, phare))[0]?.text).toContain('Effacée Zibeline')
  await eraseAccount(api.deps, person.id, 'operator')
  expect((await newsOf(api, phare))[0]?.text).not.toContain('Zibeline')
  phare = await signInAgain(api, phare)
  expect((await searchesOf(phare))[0].latest).toEqual([])
})
