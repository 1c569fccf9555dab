import { createPool, type Sealer } from '@repere/db'
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { refuse } from '../problem.ts'

interface Limit {
  points: number
  seconds: number
  by: readonly string[]
  alone?: true
}

const minute = 60
const hour = 60 * minute
const day = 24 * hour

/**
 * How often what may be done, and counted by what. Read by the code and by its test; no other number counts. Reading is
 * counted by each process for itself (`alone`): it slows down who copies the registry, and must cost readers nothing.
 */
export const limits = {
  'sign-in': { points: 20, seconds: 15 * minute, by: ['address', 'email'] },
  confirmation: { points: 10, seconds: 15 * minute, by: ['account'] },
  'second-factor': { points: 10, seconds: 15 * minute, by: ['account'] },
  'sign-up': { points: 10, seconds: hour, by: ['address'] },
  'password-reset': { points: 5, seconds: hour, by: ['address', 'email'] },
  'verification-mail': { points: 5, seconds: hour, by: ['account'] },
  'list-upload': { points: 30, seconds: hour, by: ['account'] },
  invitation: { points: 60, seconds: hour, by: ['address'] },
  unsubscription: { points: 60, seconds: hour, by: ['address'] },
  search: { points: 600, seconds: 5 * minute, by: ['address', 'account'], alone: true },
  /** Reads the calendars of everybody who meets a project's needs. */
  matching: { points: 120, seconds: 5 * minute, by: ['account'], alone: true },
  /** One with every key. */
  suggestion: { points: 1_200, seconds: 5 * minute, by: ['address', 'account'], alone: true },
  'photo-view': { points: 3_000, seconds: 5 * minute, by: ['address', 'account'], alone: true },
  'profile-view': { points: 300, seconds: 5 * minute, by: ['address', 'account'], alone: true },
  verification: { points: 60, seconds: 5 * minute, by: ['address', 'account'], alone: true },
  'new-coordinator': { points: 15, seconds: day, by: ['company'] },
  /** Each request is a mail to the person it asks. */
  'known-coordinator': { points: 20, seconds: day, by: ['company and coordinator'] },
  referee: { points: 10, seconds: day, by: ['company'] },
  'after-work': { points: 10, seconds: day, by: ['account and booking'] },
  mentoring: { points: 10, seconds: day, by: ['account'] },
  'saved-search': { points: 60, seconds: hour, by: ['account'] },
  upload: { points: 60, seconds: hour, by: ['account'] },
  'calendar-feed': { points: 600, seconds: 5 * minute, by: ['address'], alone: true },
  'calendar-import': { points: 30, seconds: hour, by: ['account'] },
  erasure: { points: 5, seconds: hour, by: ['account'] },
  export: { points: 6, seconds: day, by: ['account'] },
  document: { points: 120, seconds: 5 * minute, by: ['account'], alone: true },
  message: { points: 120, seconds: hour, by: ['account'] },
  report: { points: 20, seconds: day, by: ['account'] },
  contest: { points: 10, seconds: hour, by: ['address'] },
} as const satisfies Record<string, Limit>

type LimitName = keyof typeof limits

export interface Limits {
  /** Counts one use against each subject; refuses with 429 and Retry-After when one has none left. */
  spend(name: LimitName, subjects: readonly string[]): Promise<void>
}

export interface LimitsOptions {
  databaseUrl: string
  sealer: Sealer
  /** A demonstration is clicked through by one person in a hurry: a hundred times as much. */
  factor?: number
}

/** Counters live in Postgres, so that all processes share them; without it each process counts in memory. */
export const createLimits = ({
  databaseUrl,
  sealer,
  factor = 1,
}: LimitsOptions): Limits & { close(): Promise<void> } => {
  const pool = createPool(databaseUrl, {
    maxConnections: 2,
    applicationName: 'repere-limits',
    statementTimeoutMs: 1_000,
  })
  const limiters = new Map<string, RateLimiterMemory | RateLimiterPostgres>(
    Object.entries<Limit>(limits).map(([name, { points, seconds, alone }]) => {
      const options = { points: points * factor, duration: seconds, keyPrefix: name }
      const insuranceLimiter = new RateLimiterMemory(options)
      if (alone) return [name, insuranceLimiter] as const
      const store = {
        storeClient: pool,
        storeType: 'pool',
        tableName: 'rate_limit',
        tableCreated: true,
        clearExpiredByTimeout: false,
      }
      return [name, new RateLimiterPostgres({ ...options, ...store, insuranceLimiter })] as const
    }),
  )
  return {
    async spend(name, subjects) {
      const limiter = limiters.get(name)
      // Keys are keyed hashes: the table tells nobody who signed in from where.
      for (const subject of subjects)
        await limiter?.consume(sealer.digest('limit', subject).slice(0, 32)).catch(refuseWhenSpent)
    },
    close: () => pool.end(),
  }
}

const refuseWhenSpent = (reason: unknown) => {
  if (reason instanceof RateLimiterRes)
    refuse('too-many-requests', { retryAfterSeconds: reason.msBeforeNext / 1_000 })
  throw reason
}
