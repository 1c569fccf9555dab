import { connect, createSealer } from '@repere/db'
import { createSearch } from '@repere/search'
import type { Config } from './config.ts'
import type { Deps } from './deps.ts'
import { createExposureCounter } from './exposure/service.ts'
import { createLimits } from './http/limits.ts'
import { createLog } from './log.ts'
import { createMailer } from './mail/mailer.ts'
import { createPasswords } from './sessions/passwords.ts'

export interface OpenDeps {
  deps: Deps
  /** Says that the process is about to end: it is no longer ready. */
  stop(): void
  close(): Promise<void>
}

/** Builds what the slices stand on, for a process called `name`; `close` ends its connections. */
export const openDeps = (config: Config, name: string, maxConnections: number): OpenDeps => {
  const log = createLog(config.logLevel)
  const sealer = createSealer(config.secret)
  const db = connect(config.databaseUrl, {
    maxConnections,
    applicationName: name,
    // Longer than the second a healthy pool needs: on a busy machine a stalled process counts its own stall as waiting.
    acquireTimeoutMs: 3_000,
    onError: (error) => log.warn({ error }, 'a database connection broke'),
  })
  const clock = { now: () => new Date() }
  const stopping = new AbortController()
  const limits = createLimits({ databaseUrl: config.databaseUrl, sealer, factor: config.demo ? 100 : 1 })
  const deps: Deps = Object.freeze({
    db,
    search: createSearch({
      db,
      engine: config.searchEngine,
      ...(config.meili && { meili: config.meili }),
      clock,
      log,
    }),
    sealer,
    mailer: createMailer(sealer, new URL(config.origin).hostname, clock),
    passwords: createPasswords(),
    clock,
    config,
    limits,
    exposure: createExposureCounter(),
    log,
    stopping: stopping.signal,
  })
  return {
    deps,
    stop: () => stopping.abort(),
    async close() {
      await Promise.all([limits.close(), db.destroy()])
    },
  }
}
