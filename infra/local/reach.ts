import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { prepareDataFolder } from './data-folder.ts'
import { readKeys } from './keys.ts'
import { addresses, startPostgres } from './postgres.ts'
import { prepareDatabase } from './prepare.ts'
import { bringSearch } from './search-server.ts'
import type { Settings } from './settings.ts'

/** The databases of this installation, for a command that works on them beside or without a running product. */
export type Reached = {
  ownerUrl: string
  appUrl: string
  appSecret: string
  /** Where links in mails lead. */
  appOrigin: string
  searchEnv: NodeJS.ProcessEnv
  /** Ends what was started for the command alone. */
  leave: () => Promise<void>
}

/**
 * Finds the databases as they run, or starts and migrates the embedded ones for as long as the command needs them.
 * `search: false` leaves the search server alone.
 */
export async function reach(settings: Settings, options: { search: boolean }): Promise<Reached> {
  const { dataDir } = settings
  prepareDataFolder(dataDir)
  const runningPort = runningPostgresPort(dataDir)
  const started = settings.database || runningPort ? undefined : await startPostgres({ dataDir })
  const database = settings.database ?? started ?? addresses(readKeys(dataDir), runningPort ?? 0, 'repere')
  const appSecret = settings.appSecret ?? readKeys(dataDir).appSecret
  if (!runningPort) await prepareDatabase({ ...database, appSecret, demo: false })
  const search = options.search ? await reachSearch(settings) : undefined
  return {
    ownerUrl: database.ownerUrl,
    appUrl: database.appUrl,
    appSecret,
    appOrigin: settings.appOrigin,
    searchEnv: search?.env ?? {},
    leave: async () => {
      await search?.stop?.()
      await started?.stop()
    },
  }
}

/** The port of the embedded Postgres when it runs on this folder: the fourth line of its lock file. */
export function runningPostgresPort(dataDir: string): number | undefined {
  const lock = join(dataDir, 'postgres/postmaster.pid')
  if (!existsSync(lock)) return undefined
  const [pid, , , port] = readFileSync(lock, 'utf8').split('\n')
  return isRunning(Number(pid)) ? Number(port) : undefined
}

async function reachSearch(settings: Settings) {
  const noted = join(settings.dataDir, 'meilisearch/address.json')
  if (settings.search === 'embedded' && existsSync(noted)) {
    const { url, pid } = JSON.parse(readFileSync(noted, 'utf8')) as { url: string; pid: number }
    const env = {
      SEARCH_ENGINE: 'meilisearch',
      MEILI_URL: url,
      MEILI_KEY: readKeys(settings.dataDir).meilisearchMaster,
    }
    if (isRunning(pid)) return { env, stop: undefined }
  }
  return bringSearch(settings)
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
