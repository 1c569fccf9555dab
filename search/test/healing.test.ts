import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { toDocument } from '../coordinators/document.ts'
import type { Engine } from '../engine.ts'
import { connectMeili } from '../meilisearch/client.ts'
import { createCatalogueReader } from '../postgres/catalogue.ts'
import { readPeople } from '../postgres/people.ts'
import { readIndexState } from '../sync/index-state.ts'
import { type IndexWriter, openIndex } from '../sync/index-writer.ts'
import { rebuild } from '../sync/rebuild.ts'
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

describe('the index is healed', () => {
  test('when it is missing', async () => {
    const id = await stage.add()
    await stage.sync.run()
    await openIndex(inject('meili'), stage.indexName).drop()
    expect((await stage.find()).engine).toBe('postgres')
    await stage.sync.run()
    expect(await stage.indexed()).toEqual([id])
  })

  test('when it lost people, or kept one too many, or was told something else', async () => {
    const [lost, wrong] = [await stage.add(), await stage.add({ displayName: 'Juste' })]
    await stage.sync.run()
    const index = openIndex(inject('meili'), stage.indexName)
    const { lexicon } = await createCatalogueReader(db())()
    const [person] = await readPeople(db(), [wrong], 'all')
    if (!person) throw new Error('not there')
    await index.remove([lost])
    const stranger = '019a0000-0000-7000-8000-000000000000'
    const document = toDocument({ ...person, displayName: 'Faux' }, lexicon, now)
    await index.put([document, { ...document, id: stranger }])
    expect(await stage.sync.reconcile()).toEqual({ missing: 1, different: 1, extra: 1 })
    expect(await stage.indexed()).toEqual([lost, wrong].sort())
    expect(await stage.sync.reconcile()).toEqual({ missing: 0, different: 0, extra: 0 })
  })

  test('when a fresh start finds it empty', async () => {
    const id = await stage.add()
    await stage.sync.run()
    await openIndex(inject('meili'), stage.indexName).remove([id])
    const restarted = createSync({
      db: db(),
      meili: inject('meili'),
      indexName: stage.indexName,
      clock: stage.clock,
      log: quietLog,
    })
    await restarted.run()
    expect(await stage.indexed()).toEqual([id])
  })

  test('when its settings are not ours', async () => {
    await stage.add({ regions: ['FR-BRE'] })
    await stage.sync.run()
    const index = connectMeili(inject('meili'), 5_000).index(stage.indexName)
    await index.resetFilterableAttributes().waitTask()
    expect((await stage.find({ regions: ['FR-BRE'] })).engine).toBe('postgres')
    await createSync({
      db: db(),
      meili: inject('meili'),
      indexName: stage.indexName,
      clock: stage.clock,
      log: quietLog,
    }).run()
    expect(await stage.find({ regions: ['FR-BRE'] })).toMatchObject({ engine: 'meilisearch', total: 1 })
  })
})

test('an index that another release filled is filled anew, and what was done is kept for its operators', async () => {
  await stage.add()
  await stage.sync.run()
  await db().updateTable('searchUpkeep').set({ madeBy: 'another' }).execute()
  await stage.add({ displayName: 'Zoé' })
  const told: [number, number][] = []
  const restarted = createSync({
    db: db(),
    meili: inject('meili'),
    indexName: stage.indexName,
    clock: stage.clock,
    log: quietLog,
  })
  await restarted.run()
  await restarted.rebuild((...progress) => told.push(progress))
  expect(told).toEqual([[2, 2]])
  const { lastFill, underWay, behindBy, published } = await readIndexState(db())
  expect({ people: lastFill?.people, underWay, behindBy, published }).toEqual({
    people: 2,
    underWay: null,
    behindBy: 0,
    published: 2,
  })
  const fills = await db().selectFrom('searchUpkeep').select('result').where('work', '=', 'fill').execute()
  expect(fills.map(({ result }) => result)).toEqual(['done', 'done', 'done'])
})

test('every night, or when somebody is there after one, the index is compared, and what was found is kept', async () => {
  const id = await stage.add()
  await stage.sync.run()
  expect((await readIndexState(db())).comparisons).toEqual([])
  await openIndex(inject('meili'), stage.indexName).remove([id])
  stage.clock.set(new Date('2027-01-12T08:00:00Z'))
  await stage.sync.run()
  await stage.sync.run()
  const { comparisons } = await readIndexState(db())
  expect(comparisons).toMatchObject([{ people: 1, missing: 1, different: 0, extra: 0 }])
  expect(await stage.indexed()).toEqual([id])
})

test('an index that does not find who it should is not taken', async () => {
  for (let count = 0; count < 12; count += 1) await stage.add()
  await stage.sync.run()
  const [current, next] = [stage.indexName, `${stage.indexName}-next`].map((name) =>
    openIndex(inject('meili'), name),
  ) as [IndexWriter, IndexWriter]
  const before = await current.createdAt()
  const blind: Engine = {
    name: 'meilisearch',
    find: () => Promise.reject(new Error('not asked')),
    count: async (questions) => questions.map(() => 0),
    findNames: async () => [],
  }
  const readLexicon = async () => (await createCatalogueReader(db())()).lexicon
  const pass = { db: db(), readLexicon, moment: now, stopped: () => false }
  await expect(rebuild(pass, current, next, { searchNext: blind })).rejects.toThrow('is not taken')
  expect(await current.createdAt()).toBe(before)
  expect((await readIndexState(db())).underWay).toBeNull()
})

test('a rebuild is answered through, and misses nobody who changes meanwhile', async () => {
  const [first, second] = [await stage.add({ displayName: 'Une' }), await stage.add()]
  await stage.sync.run()
  const rebuilding = stage.sync.rebuild()
  let done = false
  const settled = rebuilding.finally(() => {
    done = true
  })
  await stage.rename(first, 'Deux')
  await stage.unpublish(second)
  const late = await stage.add()
  while (!done) {
    const { engine, items } = await stage.find()
    expect(engine).toBe('meilisearch')
    expect(items.length).toBeGreaterThan(0)
  }
  await settled
  await stage.sync.drain()
  expect(await stage.indexed()).toEqual([first, late].sort())
  expect((await stage.find({ q: 'deux' })).items).toHaveLength(1)
})
