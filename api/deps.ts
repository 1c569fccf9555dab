import type { Db, Sealer } from '@repere/db'
import type { Search } from '@repere/search'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { ExposureCounter } from './exposure/counter.ts'
import type { Limits } from './http/limits.ts'
import type { Log } from './log.ts'
import type { Mailer } from './mail/mailer.ts'
import type { Passwords } from './sessions/passwords.ts'

/** Everything the slices stand on, built once at the door and handed down. */
export interface Deps {
  db: Db
  search: Search
  sealer: Sealer
  mailer: Mailer
  passwords: Passwords
  clock: Clock
  config: Config
  limits: Limits
  /** What searches of this process showed, until it is written down. */
  exposure: ExposureCounter
  log: Log
  /** Aborted once the process was asked to end: it finishes what it began, and asks for nothing more. */
  stopping: AbortSignal
}
