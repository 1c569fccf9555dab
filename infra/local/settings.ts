import { join, resolve } from 'node:path'
import { StopSentence } from './stop-sentence.ts'

/** What `start` was asked for, by the environment; see .env.example for each name. */
export type Settings = {
  host: string
  port: number
  dataDir: string
  /** Where sealed files lie: below the data folder, unless several machines share one. */
  uploadsDir: string
  /** Undefined: the embedded Postgres. */
  database: { appUrl: string; ownerUrl: string } | undefined
  search: 'embedded' | 'postgres' | { url: string; key: string }
  appOrigin: string
  appSecret: string | undefined
  demo: boolean
}

/** Reads the environment. Refuses a wrong value with one sentence that names the variable and says what to do. */
export function readSettings(env: NodeJS.ProcessEnv, root: string): Settings {
  const port = readPort(env.PORT)
  const appOrigin = readOrigin(env.APP_ORIGIN, port)
  const database = readDatabase(env)
  const dataDir = resolve(root, env.DATA_DIR || '.data')
  checkSmtp(env.SMTP_URL)
  return {
    host: env.HOST || '127.0.0.1',
    port,
    dataDir,
    uploadsDir: resolve(root, env.UPLOADS_DIR || join(dataDir, 'uploads')),
    database,
    search: readSearch(env),
    appOrigin,
    appSecret: readSecret(env, database !== undefined),
    demo: readDemo(env, appOrigin, database !== undefined),
  }
}

function readPort(text = '3000'): number {
  const port = Number(text || 3000)
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port
  throw new StopSentence(`PORT is "${text}": set it to a whole number from 1 to 65535.`)
}

function readOrigin(text: string | undefined, port: number): string {
  const origin = text || `http://localhost:${port}`
  const url = URL.canParse(origin) ? new URL(origin) : undefined
  if (url && /^https?:$/.test(url.protocol) && url.origin === origin) return origin
  throw new StopSentence(
    `APP_ORIGIN is "${origin}": set it to a scheme and a host without a path, such as https://repere.example.`,
  )
}

function readDatabase(env: NodeJS.ProcessEnv): Settings['database'] {
  for (const name of ['DATABASE_URL', 'MIGRATION_DATABASE_URL'] as const) {
    if (env[name] && !/^postgres(ql)?:\/\/[^/]+\/.+/.test(env[name])) {
      throw new StopSentence(
        `${name} is not a Postgres address: set it to postgres://role:password@host:port/database.`,
      )
    }
  }
  if (env.DATABASE_URL) {
    return { appUrl: env.DATABASE_URL, ownerUrl: env.MIGRATION_DATABASE_URL || env.DATABASE_URL }
  }
  if (!env.MIGRATION_DATABASE_URL) return undefined
  throw new StopSentence('MIGRATION_DATABASE_URL is set without DATABASE_URL: set both, or neither.')
}

function readSearch(env: NodeJS.ProcessEnv): Settings['search'] {
  const engine = env.SEARCH_ENGINE || 'meilisearch'
  if (engine === 'postgres') return 'postgres'
  if (engine !== 'meilisearch') {
    throw new StopSentence(`SEARCH_ENGINE is "${engine}": set it to meilisearch or postgres.`)
  }
  const url = env.MEILI_URL
  if (url && !/^https?:\/\/[^/]/.test(url)) {
    throw new StopSentence(`MEILI_URL is "${url}": set it to an address such as http://127.0.0.1:7700.`)
  }
  if (url) return { url: url.replace(/\/+$/, ''), key: env.MEILI_KEY ?? '' }
  if (!env.MEILI_KEY) return 'embedded'
  throw new StopSentence('MEILI_KEY is set without MEILI_URL: set both, or neither.')
}

/** Mail is the worker's business, but a wrong address is better said now than at the first mail. */
function checkSmtp(url: string | undefined): void {
  if (!url || /^smtps?:\/\/[^/]/.test(url)) return
  throw new StopSentence('SMTP_URL is not a mail server: set it to smtps://user:password@host:465.')
}

function readSecret(env: NodeJS.ProcessEnv, external: boolean): string | undefined {
  const secret = env.APP_SECRET || undefined
  if (secret && secret.length < 32) {
    throw new StopSentence('APP_SECRET is too short: set it to at least 32 random characters.')
  }
  if (!secret && external && env.NODE_ENV === 'production') {
    throw new StopSentence(
      'APP_SECRET is missing: with NODE_ENV=production and an external database, set it to at least 32 random characters and keep it safe.',
    )
  }
  return secret
}

function readDemo(env: NodeJS.ProcessEnv, appOrigin: string, external: boolean): boolean {
  const local = isLoopback(new URL(appOrigin).hostname)
  const production = env.NODE_ENV === 'production'
  if (env.DEMO === '0') return false
  if (!env.DEMO) return !external && local && !production
  if (env.DEMO !== '1') throw new StopSentence(`DEMO is "${env.DEMO}": set it to 1 or 0.`)
  if (production) throw new StopSentence('DEMO=1 is refused with NODE_ENV=production: set DEMO=0.')
  if (local) return true
  throw new StopSentence(
    `DEMO=1 is refused while APP_ORIGIN is ${appOrigin}: everybody knows the demo passwords, set DEMO=0.`,
  )
}

/** Whether a host name, as a URL spells it, can only mean this machine. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}
