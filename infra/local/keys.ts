import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const names = ['postgresOwner', 'postgresApp', 'meilisearchMaster', 'appSecret'] as const

/** What embedded parts prove themselves with; each one 32 random bytes in base64url. */
export type Keys = Record<(typeof names)[number], string>

/**
 * Reads the keys of a data folder, making those that are missing. The file is readable by its owner only,
 * and replaced in one step, so that a kill cannot leave half a key behind.
 */
export function readKeys(dataDir: string): Keys {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const path = join(dataDir, 'keys.json')
  const known = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Partial<Keys>) : {}
  const keys = Object.fromEntries(
    names.map((name) => [name, known[name] ?? randomBytes(32).toString('base64url')]),
  ) as Keys
  if (names.some((name) => known[name] === undefined)) {
    writeFileSync(`${path}.new`, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 })
    renameSync(`${path}.new`, path)
  }
  return keys
}
