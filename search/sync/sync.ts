import { setTimeout } from 'node:timers/promises'
import type { Db } from '@repere/db'
import { sql } from 'kysely'
import type { MeiliAddress } from '../meilisearch/client.ts'
import { createMeilisearchEngine } from '../meilisearch/engine.ts'
import { readCatalogue } from '../postgres/catalogue.ts'
import { readLag } from '../postgres/lag.ts'
import type { Log } from '../search.ts'
import { countPublished } from './documents.ts'
import { drain, type Pass } from './drain.ts'
import { type IndexWriter, openIndex } from './index-writer.ts'
import { keepRows, markRowless } from './keep-rows.ts'
import { madeBy } from './made-by.ts'
import { rebuild } from './rebuild.ts'
import { reconcile } from './reconcile.ts'
import { type Drift, readLastUpkeep, readMadeBy } from './upkeep.ts'

/** Keeps the index up with the tables. */
export interface Sync {
  /** One turn: heals the index where needed and tells it of everybody who changed. Failures are logged, not thrown. */
  run(): Promise<void>
  /** Tells the index of everybody who changed; how many that were. */
  drain(): Promise<number>
  /** A new index in place of the current one, which answers meanwhile; how many people it holds. */
  rebuild(onProgress?: (done: number, total: number) => void): Promise<number>
  reconcile(): Promise<Drift>
  /** Lets the turn under way end early. */
  stop(): void
  /** For tests: the index is gone, with what a rebuild left. */
  drop(): Promise<void>
}

export interface SyncConfig {
  db: Db
  /** With a key that may write. */
  meili: MeiliAddress
  indexName?: string
  clock: { now(): Date }
  log: Log
}

export const defaultIndexName = 'coordinators'

/** How often the index is looked at, though nothing says that it needs it. */
const checkEveryMs = 10_000

/** How long a command waits for the worker's turn to end: a first fill may be under way. */
const patienceMs = 120_000

/** When the nightly comparison runs, in UTC. */
const nightHour = 3
const dayMs = 864e5

/** How long a search of the new index may take: nobody waits for it. */
const requestTimeoutMs = 10_000

export const createSync = ({ db, meili, indexName = defaultIndexName, clock, log }: SyncConfig): Sync => {
  const current = openIndex(meili, indexName)
  const next = openIndex(meili, `${indexName}-next`)
  const searchNext = createMeilisearchEngine(meili, next.name, async () => new Map(), requestTimeoutMs)
  const refill = (pass: Pass, onProgress?: (done: number, total: number) => void) =>
    rebuild(pass, current, next, { searchNext, onProgress })
  let stopped = false
  let failing = false
  let looked = false
  /** The night up to which a comparison is known to have been made. */
  let comparedFor = ''
  let checked: { at: number; createdAt: string } | undefined

  /** Runs alone, after whoever is at it has finished its turn. */
  const patiently = async <Result>(work: (pass: Pass) => Promise<Result>): Promise<Result> => {
    for (const until = performance.now() + patienceMs; ; await setTimeout(100)) {
      const done = await elected(async (pass) => ({ result: await work(pass) }))
      if (done) return done.result
      if (performance.now() > until)
        throw new Error('another process keeps the search index and did not let go')
    }
  }

  /** Runs alone among all workers; where another one is at it, does nothing. */
  const elected = <Result>(work: (pass: Pass) => Promise<Result>): Promise<Result | undefined> =>
    db.connection().execute(async (connection) => {
      const key = sql`hashtextextended(${`search sync ${indexName}`}, 0)`
      const { rows } = await sql<{ won: boolean }>`select pg_try_advisory_lock(${key}) as won`.execute(
        connection,
      )
      if (!rows[0]?.won) return undefined
      try {
        const readLexicon = async () => (await readCatalogue(db)).lexicon
        return await work({ db, readLexicon, moment: clock.now(), stopped: () => stopped })
      } finally {
        await sql`select pg_advisory_unlock(${key})`.execute(connection)
      }
    })

  /** Rebuilds an index that is missing or that another release made, and puts right one that holds another number of people than the tables. */
  const heal = async (pass: Pass): Promise<void> => {
    const createdAt = await current.createdAt()
    const known = checked !== undefined && checked.createdAt === createdAt
    if (known && performance.now() - (checked?.at ?? 0) < checkEveryMs) return
    checked = undefined
    if (createdAt === undefined || (await readMadeBy(db)) !== madeBy()) {
      const count = await refill(pass)
      log.info({ count }, 'search index filled')
    } else {
      await current.settle()
      if (await isOff(db, current)) log.warn(await reconcile(pass, current), 'search index put right')
    }
    const now = await current.createdAt()
    if (now !== undefined) checked = { at: performance.now(), createdAt: now }
  }

  /** Once a night, or as soon as somebody is there after one, whatever the dirty set says. */
  const reconcileNightly = async (pass: Pass): Promise<void> => {
    const night = lastNight(pass.moment)
    if (comparedFor === night.toISOString()) return
    const { filledAt, checkedAt } = await readLastUpkeep(db)
    if (!checkedAt || checkedAt < night) log.info(await reconcile(pass, current), 'search index compared')
    comparedFor = night.toISOString()
    // What the last rebuild replaced is kept for a day.
    if (filledAt && pass.moment.getTime() - filledAt.getTime() > dayMs) await next.drop()
  }

  return {
    async run() {
      try {
        await elected(async (pass) => {
          // The fallback engine first: it stands in while the server is away.
          if (!looked) await markRowless(db)
          looked = true
          await keepRows(pass)
          await heal(pass)
          await drain(pass, [current])
          await reconcileNightly(pass)
        })
        if (failing) log.info({}, 'search index is kept again')
        failing = false
      } catch (error) {
        // Said once: the next turn tries again, a second later.
        if (!failing) log.warn({ error }, 'search index cannot be kept up')
        failing = true
        checked = undefined
      }
    },
    drain: async () => (await elected((pass) => drain(pass, [current]))) ?? 0,
    rebuild: (onProgress) => patiently((pass) => refill(pass, onProgress)),
    reconcile: () => patiently((pass) => reconcile(pass, current)),
    stop() {
      stopped = true
    },
    async drop() {
      await current.drop()
      await next.drop()
    },
  }
}

/** The last instant at which the nightly comparison was due. */
const lastNight = (moment: Date): Date => {
  const night = new Date(moment)
  night.setUTCHours(nightHour, 0, 0, 0)
  return night <= moment ? night : new Date(night.getTime() - dayMs)
}

const isOff = async (db: Db, index: IndexWriter): Promise<boolean> =>
  (await readLag(db)) === 0 && (await index.count()) !== (await countPublished(db))
