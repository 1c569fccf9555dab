import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { connect, type Db } from '../connect.ts'
import type {} from './provided.ts'
import { asOwner, onDatabase, templateName } from './template.ts'

export interface TestDatabase {
  /** As the application's role: what it may not do in production it may not do here. */
  db: Db
  /** As the owner, for arranging what no application path can. */
  ownerDb: Db
  url: string
  ownerUrl: string
  drop(): Promise<void>
}

/** A database of its own for a test file: a clone of the migrated template, some 20 ms. */
export const createTestDatabase = async ({ maxConnections = 10 } = {}): Promise<TestDatabase> => {
  const { ownerUrl, appUrl } = inject('postgres')
  const name = `test_${randomBytes(6).toString('hex')}`
  await asOwner(ownerUrl, `create database ${name} template ${templateName}`)
  const urls = { url: onDatabase(appUrl, name), ownerUrl: onDatabase(ownerUrl, name) }
  const db = connect(urls.url, { maxConnections, acquireTimeoutMs: 10_000 })
  const ownerDb = connect(urls.ownerUrl, { maxConnections: 2, acquireTimeoutMs: 10_000 })
  return {
    db,
    ownerDb,
    ...urls,
    async drop() {
      await Promise.all([db.destroy(), ownerDb.destroy()])
      await dropDatabase(ownerUrl, name)
    },
  }
}

/** By force, for tests that left a connection open; without it where the server's own vacuum is at work inside. */
const dropDatabase = async (ownerUrl: string, name: string): Promise<void> => {
  try {
    await asOwner(ownerUrl, `drop database if exists ${name} with (force)`)
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error
    await asOwner(ownerUrl, `drop database if exists ${name}`)
  }
}
