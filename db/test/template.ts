import pg from 'pg'
import { connect } from '../connect.ts'
import { migrate } from '../migrate.ts'
import { seedReference } from '../seeds/reference.ts'

/** The migrated database that every test file clones. */
export const templateName = 'repere_template'

/** The same server and role, another database. */
export const onDatabase = (url: string, database: string): string => {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.href
}

/** Makes the template once per run: migrated, with the reference catalogue, then closed to connections. */
export const prepareTemplate = async (ownerUrl: string, appUrl: string): Promise<void> => {
  const template = onDatabase(ownerUrl, templateName)
  await asOwner(ownerUrl, `drop database if exists ${templateName}`, `create database ${templateName}`)
  await migrate(template, { appRole: decodeURIComponent(new URL(appUrl).username) })
  const db = connect(template, { maxConnections: 1 })
  await seedReference(db)
  await db.destroy()
}

/** Runs statements on the maintenance database, one by one, as the owner. */
export const asOwner = async (ownerUrl: string, ...statements: string[]): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
