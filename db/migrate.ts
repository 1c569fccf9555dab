import { readdir, readFile } from 'node:fs/promises'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration'
import pg from 'pg'

const migrationsFolder = new URL('./migrations/', import.meta.url)
const grantsFile = new URL('./grants.sql', import.meta.url)
const oldestServer = 170_000

export interface MigrateOptions {
  /** The role the application connects as; absent when one role does both. */
  appRole?: string
  onStep?: (migration: string) => void
}

/**
 * Brings a database to the newest schema, then lays the application role's rights.
 * Connect as the owner. Throws, naming the migration, when one fails: what ran before stays.
 */
export const migrate = async (
  ownerUrl: string,
  { appRole, onStep = () => {} }: MigrateOptions = {},
): Promise<string[]> => {
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({
      pool: new pg.Pool({ connectionString: ownerUrl, max: 2, connectionTimeoutMillis: 5_000 }),
    }),
  })
  try {
    await refuseOldServer(db)
    const { error, results = [] } = await new Migrator({
      db,
      provider: sqlFiles,
      // Numbers are given out ahead: a lower one may land later than a higher one.
      allowUnorderedMigrations: true,
    }).migrateToLatest()
    const failed = results.find(({ status }) => status === 'Error')
    if (error)
      throw new Error(`Migration ${failed?.migrationName ?? '(none started)'} failed: ${messageOf(error)}`, {
        cause: error,
      })
    if (appRole) await grant(db, appRole)
    const done = results.map(({ migrationName }) => migrationName)
    done.forEach(onStep)
    return done
  } finally {
    await db.destroy()
  }
}

const sqlFiles: MigrationProvider = {
  async getMigrations() {
    const names = (await readdir(migrationsFolder)).filter((name) => name.endsWith('.sql'))
    return Object.fromEntries(names.map((name) => [name.replace(/\.sql$/, ''), fromFile(name)]))
  },
}

const fromFile = (name: string): Migration => ({
  up: async (db) => void (await sql.raw(await readFile(new URL(name, migrationsFolder), 'utf8')).execute(db)),
})

const grant = async (db: Kysely<unknown>, appRole: string) => {
  const grants = await readFile(grantsFile, 'utf8')
  await sql.raw(grants.replaceAll(':app', `"${appRole.replaceAll('"', '""')}"`)).execute(db)
}

const refuseOldServer = async (db: Kysely<unknown>) => {
  const { rows } = await sql<{
    version: number
  }>`select current_setting('server_version_num')::int as version`.execute(db)
  const version = rows[0]?.version ?? 0
  if (version < oldestServer)
    throw new Error(
      `DATABASE_URL points to Postgres ${Math.floor(version / 10_000)}; Repère needs 17 or newer.`,
    )
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
