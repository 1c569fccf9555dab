import { CamelCasePlugin, Kysely, type Kysely as KyselyOf, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { columnTypes } from './column-types.ts'
import { keepPlans } from './planned-once.ts'
import type { Database } from './tables/database.ts'

export type Db = KyselyOf<Database>

/** A transaction. Functions that must run in one ask for it by this type. */
export type Trx = Transaction<Database>

export interface ConnectOptions {
  maxConnections?: number
  /** How the server's lists of connections name this process. */
  applicationName?: string
  statementTimeoutMs?: number
  lockTimeoutMs?: number
  /** How long a caller waits for a free connection. */
  acquireTimeoutMs?: number
  /** Told when an idle or busy connection breaks; the pool replaces it by itself. */
  onError?: (error: Error) => void
}

/**
 * Opens a pool on a Postgres database. Each timeout is smaller than its caller's: handler 8 s > statement 3 s > lock 1 s.
 * A connection that breaks, idle or inside a transaction, is reported and replaced; it never ends the process.
 */
export const createPool = (
  url: string,
  {
    maxConnections = 10,
    applicationName = 'repere',
    statementTimeoutMs = 3_000,
    lockTimeoutMs = 1_000,
    acquireTimeoutMs = 1_000,
    onError = () => {},
  }: ConnectOptions = {},
): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    application_name: applicationName,
    connectionTimeoutMillis: acquireTimeoutMs,
    statement_timeout: statementTimeoutMs,
    lock_timeout: lockTimeoutMs,
    idle_in_transaction_session_timeout: 5_000,
    options: '-c timezone=UTC',
    types: columnTypes,
  })
  pool.on('error', onError)
  // Without a listener of its own, a connection that dies inside a transaction ends the process.
  pool.on('connect', (client) => {
    client.on('error', onError)
    keepPlans(client)
  })
  return pool
}

/** Kysely over {@link createPool}: snake_case in SQL, camelCase here; keys inside jsonb keep their spelling. */
export const connect = (url: string, options: ConnectOptions = {}): Db =>
  new Kysely<Database>({
    dialect: new PostgresDialect({ pool: createPool(url, options) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
