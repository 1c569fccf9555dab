import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSealer, type Sealer } from '@repere/db'
import { createTestDatabase, type TestDatabase } from '@repere/db/test/database.ts'
import type { Sync } from '@repere/search'
import { createApp } from '../app.ts'
import { parseConfig } from '../config.ts'
import type { Deps } from '../deps.ts'
import { createExposureCounter } from '../exposure/service.ts'
import { createLimits } from '../http/limits.ts'
import { createLog, type Log } from '../log.ts'
import { createMailer } from '../mail/mailer.ts'
import { createPasswords } from '../sessions/passwords.ts'
import { createTestClient, type TestClient } from './client.ts'
import { createTestSearch } from './search.ts'

/** The instant at which every test begins, unless it says otherwise: a Monday morning in Paris. */
export const testNow = new Date('2027-02-01T09:00:00Z')

/** The house's own cost would be a sixth of the time of all tests; `sessions/passwords.test.ts` holds that one. */
const cheapCost = { memoryCost: 64, timeCost: 1, parallelism: 1 }

const secret = 'a secret that only tests know, long enough'

export interface TestApi {
  app: ReturnType<typeof createApp>
  deps: Deps
  database: TestDatabase
  /** With `searchServer`: what tells the index of changes, as the worker would. */
  sync?: Sync
  /** With `searchServer`: how the names of its own indexes begin. */
  indexName?: string
  /** Moves the clock: `api.clock.set(...)`, `api.clock.advance({ hours: 72 })`. */
  clock: {
    now(): Date
    set(instant: Date): void
    advance(by: { days?: number; hours?: number; minutes?: number }): void
  }
  /** Tells the app that its process is about to end. */
  stop(): void
  /** A browser that is signed in as nobody yet. */
  visitor(): TestClient
  /** The mails queued for an address, oldest first. */
  mailsTo(address: string): Promise<{ template: string; subject: string; text: string; html: string }[]>
  close(): Promise<void>
}

export interface TestApiOptions {
  now?: Date
  env?: Record<string, string>
  maxConnections?: number
  /** Searches with Meilisearch, on an index of its own; otherwise the database answers. */
  searchServer?: boolean
  /** Where the app tells what it does; nowhere unless a test listens. */
  log?: Log
}

/** The real app on a database of its own, with a clock that stands still. */
export const createTestApi = async ({
  now = testNow,
  env = {},
  maxConnections = 10,
  searchServer = false,
  log = createLog('silent'),
}: TestApiOptions = {}): Promise<TestApi> => {
  const database = await createTestDatabase({ maxConnections })
  const uploadsDir = await mkdtemp(join(tmpdir(), 'repere-uploads-'))
  const config = parseConfig({
    DATABASE_URL: database.url,
    APP_SECRET: secret,
    LOG_LEVEL: 'silent',
    UPLOADS_DIR: uploadsDir,
    ...env,
  })
  const sealer = createSealer(config.secret)
  const limits = createLimits({ databaseUrl: database.url, sealer, factor: 100 })
  const clock = createTestClock(now)
  const mailer = createMailer(sealer, 'repere.test', clock)
  const { search, sync, indexName } = createTestSearch(database.db, clock, log, { server: searchServer })
  const stopping = new AbortController()
  const deps: Deps = {
    db: database.db,
    search,
    sealer,
    mailer,
    passwords: createPasswords(cheapCost),
    clock,
    config,
    limits,
    exposure: createExposureCounter(),
    log,
    stopping: stopping.signal,
  }
  const app = createApp(deps)
  return {
    app,
    deps,
    database,
    ...(sync && { sync }),
    ...(indexName && { indexName }),
    clock,
    stop: () => stopping.abort(),
    visitor: () => createTestClient(app, config),
    mailsTo: (address) => readMails(database, sealer, address),
    async close() {
      await sync?.drop()
      await limits.close()
      await database.drop()
      await rm(uploadsDir, { recursive: true })
    },
  }
}

const createTestClock = (start: Date): TestApi['clock'] => {
  let now = start
  return {
    now: () => now,
    set(instant) {
      now = instant
    },
    advance({ days = 0, hours = 0, minutes = 0 }) {
      now = new Date(now.getTime() + ((days * 24 + hours) * 60 + minutes) * 60_000)
    },
  }
}

const readMails = async ({ ownerDb }: TestDatabase, sealer: Sealer, address: string) => {
  const rows = await ownerDb
    .selectFrom('mail')
    .select(['template', 'contentSealed'])
    .where('recipient', '=', address)
    .orderBy('id')
    .execute()
  return rows.flatMap(({ template, contentSealed }) =>
    contentSealed ? [{ template, ...JSON.parse(sealer.forPurpose('mail').open(contentSealed)) }] : [],
  )
}

/** An address nobody else in the test run has. */
export const freshAddress = (name = 'person'): string => `${name}-${randomUUID().slice(0, 8)}@example.test`
