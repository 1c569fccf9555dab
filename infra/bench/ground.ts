import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { connect, type Db } from '@repere/db'
import { seedMany } from '@repere/db/seeds/many.ts'
import { seedReference } from '@repere/db/seeds/reference.ts'
import { root } from '../local/command.ts'
import { migrateDatabase, withDatabase } from '../local/databases.ts'
import { type Inner, startInner } from '../local/inner.ts'
import { startMeilisearch } from '../local/meilisearch.ts'
import { startPostgres } from '../local/postgres.ts'
import { StopSentence } from '../local/stop-sentence.ts'

/** Engines of their own, with so many people in them, and the product's processes upon them. */
export interface Ground {
  db: Db
  meili: { url: string; key: string }
  /** For files of the bench, gone at its end. */
  dataDir: string
  /** Seconds it took to write the people. */
  seeded: number
  startApi(engine: 'meilisearch' | 'postgres'): Promise<Inner>
  startWorker(): Promise<Inner>
  close(): Promise<void>
}

const folder = join(root, '.test')

export const breakGround = async (people: number): Promise<Ground> => {
  mkdirSync(folder, { recursive: true })
  const dataDir = mkdtempSync(join(folder, `engines-${process.pid}-bench-`))
  const [postgres, meilisearch] = await Promise.all([
    startPostgres({ dataDir }),
    startMeilisearch({ dataDir, programDir: folder }),
  ])
  if (!meilisearch) throw new StopSentence('The bench needs a Meilisearch 1.21: put one on PATH.')
  await migrateDatabase(postgres.ownerUrl, postgres.appUrl)
  const db = connect(postgres.appUrl, {
    maxConnections: 4,
    statementTimeoutMs: 600_000,
    acquireTimeoutMs: 10_000,
  })
  const began = performance.now()
  // As the owner, who alone may have the tables analysed at the end.
  await withDatabase(postgres.ownerUrl, async (owner) => {
    await seedReference(owner)
    await seedMany(owner, people, { now: new Date() })
  })
  const meili = { url: meilisearch.url, key: meilisearch.key }
  const start = (file: string, engine: string) =>
    startInner({
      file: join(root, 'api', file),
      cwd: root,
      port: 0,
      logFile: join(dataDir, `${file}-${engine}.log`),
      env: {
        PATH: process.env.PATH,
        DATABASE_URL: postgres.appUrl,
        MEILI_URL: meili.url,
        MEILI_KEY: meili.key,
        SEARCH_ENGINE: engine,
        APP_SECRET: 'known to this bench alone, and long enough',
        LOG_LEVEL: 'warn',
        // One reader asks for all: the limits of a demonstration are a hundred times as wide.
        DEMO: '1',
      },
    })
  return {
    db,
    meili,
    dataDir,
    seeded: (performance.now() - began) / 1_000,
    startApi: (engine) => start('server.ts', engine),
    startWorker: () => start('worker.ts', 'meilisearch'),
    async close() {
      await db.destroy()
      await Promise.all([postgres.stop(), meilisearch.stop()])
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
