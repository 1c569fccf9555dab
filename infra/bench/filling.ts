import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { createSync } from '@repere/search'
import { readAllDocuments, settings } from '@repere/search/test/raw.ts'
import type { Ground } from './ground.ts'
import { type Caller, createCaller, isFallback, percentiles } from './measure.ts'
import { questionsOn } from './questions.ts'
import { figure, sayTable } from './table.ts'

const perFile = 10_000

/** Filling the index by ourselves and through the product, and rebuilding it while searches go on. */
export const benchFilling = async (ground: Ground, people: number) => {
  const { db, meili, seeded } = ground
  const log = { info() {}, warn: (_: object, message: string) => console.log(message) }
  const sync = createSync({ db, meili, clock: { now: () => new Date() }, log })
  const firstFill = await secondsOf(sync.run)
  const rawFillSeconds = await fillRaw(ground)
  const api = await ground.startApi('meilisearch')
  const asking = askThroughout(createCaller(`http://127.0.0.1:${api.port}`))
  const rebuildSeconds = await secondsOf(sync.rebuild)
  const asked = await asking.stop()
  await api.stop()
  const compared = await secondsOf(sync.reconcile)
  sayTable(
    `The index of ${people.toLocaleString('en')} people`,
    ['', 'seconds'],
    [
      ['writing them into Postgres', figure(seeded)],
      ['raw fill: the same documents, made before', figure(rawFillSeconds)],
      ['first fill, from the tables', figure(firstFill)],
      ['rebuild beside the index that answers, and swap', figure(rebuildSeconds)],
      ['comparing every document with the tables', figure(compared)],
    ],
  )
  sayTable(
    'Searches during the rebuild, one every 25 ms',
    ['', 'answers', 'failed', 'by the fallback', 'p50 ms', 'p99 ms'],
    [['GET /api/coordinators', ...asked.row]],
  )
  return { rawFillSeconds, rebuildSeconds, failedSearches: asked.failed }
}

const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1_000
}

/** The documents of the index sent to another one, with the same settings and nothing in between. */
const fillRaw = async ({ db, meili, dataDir }: Ground): Promise<number> => {
  const files: string[] = []
  for await (const documents of readAllDocuments(db, perFile)) {
    const file = join(dataDir, `documents-${files.length}.json`)
    writeFileSync(file, JSON.stringify(documents))
    files.push(file)
  }
  const caller = createCaller(meili.url, { authorization: `Bearer ${meili.key}` })
  const began = performance.now()
  await caller.send('POST', '/indexes', JSON.stringify({ uid: 'raw', primaryKey: 'id' }))
  await caller.send('PATCH', '/indexes/raw/settings', JSON.stringify(settings))
  for (const file of files) await caller.send('POST', '/indexes/raw/documents', readFileSync(file))
  await drained(caller)
  const took = performance.now() - began
  await caller.send('DELETE', '/indexes/raw')
  await drained(caller)
  caller.close()
  return took / 1_000
}

const drained = async (caller: Caller): Promise<void> => {
  for (;;) {
    const { total } = JSON.parse(await caller.call('/tasks?statuses=enqueued,processing&limit=1'))
    if (total === 0) return
    await setTimeout(20)
  }
}

/** One search after the other, unhurried, until stopped. */
const askThroughout = (api: Caller) => {
  const [question] = questionsOn(new Date().toISOString().slice(0, 10))
  const took: number[] = []
  let [failed, fallback, stopped] = [0, 0, false]
  const asking = (async () => {
    for (let variant = 0; !stopped && question; variant += 1) {
      const began = performance.now()
      try {
        if (isFallback(await api.call(question.api(variant)))) fallback += 1
        took.push(performance.now() - began)
      } catch {
        failed += 1
      }
      await setTimeout(25)
    }
  })()
  return {
    async stop() {
      stopped = true
      await asking
      api.close()
      const { p50, p99 } = percentiles(took)
      return { failed, row: [`${took.length}`, `${failed}`, `${fallback}`, figure(p50), figure(p99)] }
    },
  }
}
