import { addBooking } from '@repere/db/test/arrange.ts'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { toDocument } from '../coordinators/document.ts'
import { connectMeili } from '../meilisearch/client.ts'
import { createCatalogueReader } from '../postgres/catalogue.ts'
import { readLag } from '../postgres/lag.ts'
import { readPeople } from '../postgres/people.ts'
import { keepRows } from '../sync/keep-rows.ts'
import { forgetDirty, readDirty } from '../sync/ledger.ts'
import { createSync } from '../sync/sync.ts'
import { now } from './cast.ts'
import { quietLog } from './quiet.ts'
import { type Stage, setStage } from './stage.ts'

let stage: Stage
beforeEach(async () => {
  stage = await setStage()
})
afterEach(() => stage.close())

const db = () => stage.database.db

const turn = () => ({ db: db(), moment: now, stopped: () => false })
const inDays = (days: number) => new Date(now.getTime() + days * 864e5)
const dirtyCount = () => readLag(db())

describe('the index follows the tables', () => {
  test('when somebody is published, changes, and leaves', async () => {
    const [stays, leaves] = [await stage.add({ displayName: 'Anouk' }), await stage.add()]
    const draft = await stage.add({ published: false })
    await stage.sync.run()
    expect(await stage.indexed()).toEqual([stays, leaves].sort())
    await stage.rename(stays, 'Zoé')
    await stage.unpublish(leaves)
    await db().updateTable('coordinator').set({ publishedAt: now }).where('id', '=', draft).execute()
    expect(await stage.sync.drain()).toBe(3)
    expect(await stage.indexed()).toEqual([stays, draft].sort())
    const { items, engine } = await stage.find({ q: 'zoé' })
    expect([engine, items.map(({ displayName }) => displayName)]).toEqual(['meilisearch', ['Zoé']])
    expect(await dirtyCount()).toBe(0)
  })

  test('within a second of publishing', async () => {
    await stage.sync.run()
    const id = await stage.add({ published: false })
    await stage.sync.drain()
    await db().updateTable('coordinator').set({ publishedAt: now }).where('id', '=', id).execute()
    const began = performance.now()
    await stage.sync.run()
    expect((await stage.find()).total).toBe(1)
    expect(performance.now() - began).toBeLessThan(1_000)
  })

  test('when a registrar gives a skill another name, even a moment after the last turn', async () => {
    const id = await stage.add({ specialisms: ['nudity'] })
    await stage.sync.run()
    const call = (nameEn: string) =>
      db().updateTable('specialism').set({ nameEn }).where('code', '=', 'nudity').execute()
    for (const name of ['Zebra scenes', 'Okapi scenes']) {
      await call(name)
      await stage.sync.run()
      const { items, engine } = await stage.find({ q: name.slice(0, 5) })
      expect([engine, items.length]).toEqual(['meilisearch', 1])
    }
    expect((await stage.find({ q: 'zebra' })).total).toBe(0)
    expect(await stage.indexed()).toEqual([id])
  })

  test('what did not change is not sent again', async () => {
    const id = await stage.add()
    await stage.sync.run()
    const client = connectMeili(inject('meili'), 5_000)
    const tasks = async () => (await client.tasks.getTasks({ indexUids: [stage.indexName] })).total
    const before = await tasks()
    await db().updateTable('coordinator').set({ updatedAt: new Date() }).where('id', '=', id).execute()
    expect(await stage.sync.drain()).toBe(1)
    expect(await tasks()).toBe(before)
  })

  test('a person who changes again while being told of stays on the list', async () => {
    const id = await stage.add()
    await keepRows(turn())
    const read = await readDirty(db(), 10)
    expect(read.map((row) => row.id)).toEqual([id])
    await stage.rename(id, 'Autrement')
    await forgetDirty(db(), read)
    expect(await dirtyCount()).toBe(1)
  })

  test('a row that a booking is writing is passed over, not waited for', async () => {
    const [id, other] = [await stage.add(), await stage.add()]
    await keepRows(turn())
    const read = await readDirty(db(), 10)
    await db()
      .transaction()
      .execute(async (trx) => {
        await trx.updateTable('coordinator').set({ displayName: 'En cours' }).where('id', '=', id).execute()
        const began = performance.now()
        await forgetDirty(db(), read)
        // The lock timeout is one second: waiting would have failed.
        expect(performance.now() - began).toBeLessThan(900)
      })
    await keepRows(turn())
    const left = (await readDirty(db(), 10)).map((row) => row.id)
    expect(left).toContain(id)
    expect(left).not.toContain(other)
  })

  test('one of two workers does the work', async () => {
    const at = {
      db: db(),
      meili: inject('meili'),
      indexName: stage.indexName,
      clock: stage.clock,
      log: quietLog,
    }
    const second = createSync(at)
    await stage.sync.run()
    for (let count = 0; count < 5; count += 1) await stage.add()
    const done = await Promise.all([stage.sync.drain(), second.drain()])
    expect(done.sort()).toEqual([0, 5])
  })
})

describe('time alone changes the index', () => {
  test('an option lapses', async () => {
    const id = await stage.add()
    await addBooking(db(), stage.project, id, ['2027-03-08'], { state: 'option', expiresAt: inDays(2) })
    await stage.sync.run()
    const free = async () => (await stage.find({ days: ['2027-03-08'] })).total
    expect(await free()).toBe(0)
    stage.clock.set(inDays(2))
    await stage.sync.run()
    expect(await free()).toBe(1)
  })

  test('a credential expires', async () => {
    await stage.add({
      credentials: [{ code: 'IC-IDC', decision: 'confirm', validUntil: '2027-01-20', expiresOn: null }],
    })
    await stage.sync.run()
    const certified = async () => (await stage.find({ credentialState: 'confirmed' })).total
    expect(await certified()).toBe(1)
    stage.clock.set(new Date('2027-01-20T23:59:00Z'))
    await stage.sync.run()
    expect(await certified()).toBe(1)
    stage.clock.set(new Date('2027-01-21T00:00:00Z'))
    await stage.sync.run()
    expect(await certified()).toBe(0)
  })

  test('the horizon moves on', async () => {
    await stage.add()
    await stage.sync.run()
    const day = '2028-08-05'
    expect((await stage.find({ days: [day] })).total).toBe(0)
    stage.clock.set(inDays(28))
    // Known to the index already: what hides such days is the question, not the document.
    expect((await stage.find({ days: [day] })).total).toBe(1)
    await stage.sync.run()
    expect((await stage.find({ days: [day] })).total).toBe(1)
  })

  test('a calendar grows stale even when no worker says so', async () => {
    await stage.add()
    await stage.sync.run()
    const found = async () => {
      const { total, items, engine } = await stage.find({ days: ['2027-03-08'] })
      return [engine, total, items.length]
    }
    stage.clock.set(inDays(44))
    expect(await found()).toEqual(['meilisearch', 1, 1])
    stage.clock.set(inDays(45))
    expect(await found()).toEqual(['meilisearch', 0, 0])
  })
})

test('the index holds nothing that is not on the card, but for days', async () => {
  const id = await stage.add({ displayName: 'Camille', bioFr: 'CANARY-BIO', bioAudience: 'only-me' })
  await db()
    .updateTable('coordinator')
    .set({
      phone: 'CANARY-PHONE',
      legalName: 'CANARY-LEGAL',
      pronouns: 'CANARY-PRONOUNS',
      rateFromCents: 123_456_789,
      rateToCents: 123_456_789,
    })
    .where('id', '=', id)
    .execute()
  const { lexicon } = await createCatalogueReader(db())()
  const [person] = await readPeople(db(), [id], 'all')
  if (!person) throw new Error('not there')
  const document = toDocument(person, lexicon, now)
  expect(JSON.stringify(document)).not.toMatch(/CANARY|123456789|@test/)
  expect(Object.keys(document).sort()).toEqual(
    [
      ...[
        'id',
        'slug',
        'name',
        'names',
        'nameKey',
        'headline',
        'bio_fr',
        'bio_en',
        'titles',
        'places',
        'skills',
        'proofs',
      ],
      ...['disciplines', 'levels', 'baseRegion', 'regions', 'languages', 'specialisms'],
      ...[
        'credAtLeastDeclared',
        'credAtLeastSeen',
        'credAtLeastConfirmed',
        'credStates',
        'paused',
        'daysPublic',
      ],
      ...[
        'freeDays',
        'notFreeDays',
        'takenDays',
        'optionDays',
        'knownUntil',
        'heldBeyond',
        'staleOn',
        'confirmedOn',
      ],
      ...['tier', 'freshBucket', 'completeBucket', 'rank', 'hash'],
    ].sort(),
  )
})
