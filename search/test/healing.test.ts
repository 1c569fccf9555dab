import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { toDocument } from '../coordinators/document.ts'
import { connectMeili } from '../meilisearch/client.ts'
import { createCatalogueReader } from '../postgres/catalogue.ts'
import { readPeople } from '../postgres/people.ts'
import { openIndex } from '../sync/index-writer.ts'
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
