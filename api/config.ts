import { resolve } from 'node:path'
import { z } from 'zod'

const flag = z.enum(['0', '1']).transform((value) => value === '1')

const address = (protocols: string[], wanted: string) =>
  z
    .string()
    .refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), `must be ${wanted}`)

const shape = z.object({
  NODE_ENV: z.string().default('development'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number('must be a number from 0 to 65535').int().min(0).max(65_535).default(3000),
  DATABASE_URL: address(
    ['postgres:', 'postgresql:'],
    'an address like postgres://user:password@host/database',
  ),
  MEILI_URL: address(['http:', 'https:'], 'an http address').optional(),
  MEILI_KEY: z.string().optional(),
  SEARCH_ENGINE: z
    .enum(['meilisearch', 'postgres'], 'must be meilisearch or postgres')
    .default('meilisearch'),
  SMTP_URL: address(['smtp:', 'smtps:'], 'an address like smtps://user:password@host').optional(),
  APP_ORIGIN: address(['http:', 'https:'], 'the public origin, like https://repere.example').default(
    'http://localhost:3000',
  ),
  DATA_DIR: z.string().default('.data'),
  UPLOADS_DIR: z.string().optional(),
  APP_SECRET: z.string().min(32, 'must hold at least 32 characters'),
  CHALLENGE_HOURS: z.coerce
    .number('must be a number of hours from 12 to 72')
    .int()
    .min(12)
    .max(72)
    .default(24),
  DEMO: flag.default(false),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
})

export interface Config {
  production: boolean
  host: string
  port: number
  databaseUrl: string
  meili: { url: string; key: string } | undefined
  searchEngine: 'meilisearch' | 'postgres'
  smtpUrl: string | undefined
  origin: string
  /** Cookies are `__Host-` and Secure only where the browser reaches us by https. */
  secure: boolean
  secret: string
  /** Where sealed files lie: outside everything that is served, and the same folder for every api and worker. */
  uploadsDir: string
  /** How many working hours an option has to answer a challenge; bookings keep what held when they were made. */
  challengeHours: number
  demo: boolean
  logLevel: string
}

/** Thrown for a wrong environment: one sentence that names the variable and says what it must be. */
export class ConfigError extends Error {}

const isLoopback = (origin: string) => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(origin).hostname)

/** Reads the environment once. Empty values count as absent. */
export const parseConfig = (env: Record<string, string | undefined>): Config => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const { success, data, error } = shape.safeParse(given)
  if (!success) {
    const [issue] = error.issues
    throw new ConfigError(
      `${String(issue?.path[0])} ${given[String(issue?.path[0])] === undefined ? 'is missing' : issue?.message}.`,
    )
  }
  const origin = new URL(data.APP_ORIGIN).origin
  const production = data.NODE_ENV === 'production'
  if (data.DEMO && production) throw new ConfigError('DEMO must be 0 with NODE_ENV=production.')
  if (data.DEMO && !isLoopback(origin))
    throw new ConfigError('DEMO must be 0 when APP_ORIGIN is not this machine.')
  return Object.freeze({
    production,
    host: data.HOST,
    port: data.PORT,
    databaseUrl: data.DATABASE_URL,
    meili: data.MEILI_URL ? { url: data.MEILI_URL, key: data.MEILI_KEY ?? '' } : undefined,
    searchEngine: data.SEARCH_ENGINE,
    smtpUrl: data.SMTP_URL,
    origin,
    secure: origin.startsWith('https:'),
    secret: data.APP_SECRET,
    uploadsDir: resolve(data.UPLOADS_DIR ?? `${data.DATA_DIR}/uploads`),
    challengeHours: data.CHALLENGE_HOURS,
    demo: data.DEMO,
    logLevel: data.LOG_LEVEL,
  })
}

/** The configuration of this process; a wrong one ends it with that sentence alone. */
export const readConfig = (): Config => {
  try {
    return parseConfig(process.env)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    console.error(error.message)
    return process.exit(1)
  }
}
