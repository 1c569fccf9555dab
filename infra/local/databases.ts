import { connect, type Db, migrate } from '@repere/db'
import { StopSentence } from './stop-sentence.ts'

/**
 * Migrates as the owner, and gives the application's role its rights when the two differ. Says what was done.
 * Turns the usual reasons for which a database cannot be had into one sentence.
 */
export async function migrateDatabase(ownerUrl: string, appUrl: string): Promise<string> {
  const appRole = roleOf(appUrl)
  const separate = appRole !== roleOf(ownerUrl)
  try {
    const done = await migrate(ownerUrl, separate ? { appRole } : {})
    return done.length === 0 ? 'schema is up to date' : `${done.length} migrations applied`
  } catch (problem) {
    throw explain(problem, ownerUrl)
  }
}

/** One role for everything means that nothing but triggers keeps the application from its own audit trail. */
export function roleWarning(ownerUrl: string, appUrl: string): string | undefined {
  if (roleOf(ownerUrl) !== roleOf(appUrl)) return undefined
  return 'One role both migrates and runs: only triggers protect the audit trail. Set MIGRATION_DATABASE_URL to an owner of its own.'
}

/** Opens the database for one piece of work, and closes it whatever happens. */
export async function withDatabase<T>(url: string, work: (db: Db) => Promise<T>): Promise<T> {
  const db = connect(url, { maxConnections: 4, statementTimeoutMs: 120_000, acquireTimeoutMs: 5000 })
  try {
    return await work(db)
  } finally {
    await db.destroy()
  }
}

const roleOf = (url: string) => decodeURIComponent(new URL(url).username)

function explain(problem: unknown, url: string): Error {
  const { host, pathname } = new URL(url)
  const code = (problem as { code?: string }).code ?? ''
  const message = problem instanceof Error ? problem.message : String(problem)
  if (
    ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH'].includes(code) ||
    /timeout/.test(message)
  ) {
    return new StopSentence(
      `DATABASE_URL leads to ${host}, where no Postgres answers: check the address, or start it.`,
    )
  }
  if (['28P01', '28000'].includes(code)) {
    return new StopSentence(
      `DATABASE_URL: the Postgres at ${host} refuses this role or password: correct them.`,
    )
  }
  if (code === '3D000') {
    return new StopSentence(
      `DATABASE_URL: there is no database "${pathname.slice(1)}" at ${host}: create it first.`,
    )
  }
  return problem instanceof Error ? new StopSentence(message) : new Error(message)
}
