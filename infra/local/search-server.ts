import { startMeilisearch } from './meilisearch.ts'
import type { Settings } from './settings.ts'
import { say } from './steps.ts'
import { StopSentence } from './stop-sentence.ts'
import { supervise } from './supervise.ts'

/** What the api and the worker are told about search, and what has to be stopped afterwards. */
export type SearchServer = {
  env: { SEARCH_ENGINE: string; MEILI_URL?: string; MEILI_KEY?: string }
  stop?: () => Promise<void>
  describe: string
}

const oldestServer = [1, 21] as const

/** The embedded Meilisearch, an external one, or none: then Postgres searches, and a line says so. */
export async function bringSearch(settings: Settings): Promise<SearchServer> {
  if (settings.search === 'postgres') {
    return { env: { SEARCH_ENGINE: 'postgres' }, describe: 'search by Postgres, as SEARCH_ENGINE asks' }
  }
  if (settings.search !== 'embedded') {
    const { url, key } = settings.search
    await checkExternal(url, key)
    return {
      env: { SEARCH_ENGINE: 'meilisearch', MEILI_URL: url, MEILI_KEY: key },
      describe: `Meilisearch at ${url}`,
    }
  }
  const { dataDir } = settings
  const first = await startMeilisearch({ dataDir })
  if (!first) {
    return {
      env: { SEARCH_ENGINE: 'postgres' },
      describe: 'search by Postgres: this machine has no Meilisearch (put one on PATH, or set MEILI_URL)',
    }
  }
  const running = supervise('Meilisearch', first, async () => {
    const again = await startMeilisearch({ dataDir, port: first.port })
    if (!again) throw new Error('its program is gone')
    return again
  })
  return {
    env: { SEARCH_ENGINE: 'meilisearch', MEILI_URL: first.url, MEILI_KEY: first.key },
    stop: () => running.stop(2000),
    describe: 'Meilisearch 1.21 ready',
  }
}

/** A wrong key or an old server stops the start; one that is merely away does not, since Postgres stands in. */
async function checkExternal(url: string, key: string): Promise<void> {
  const headers = key ? { authorization: `Bearer ${key}` } : undefined
  const signal = AbortSignal.timeout(3000)
  const answer = await fetch(`${url}/version`, { ...(headers ? { headers } : {}), signal }).catch(
    () => undefined,
  )
  if (!answer) {
    say(`No Meilisearch answers at ${url} yet: Postgres searches until it does.`)
    return
  }
  if (answer.status === 401 || answer.status === 403) {
    throw new StopSentence(`MEILI_KEY is refused by ${url}: set it to that server's master key.`)
  }
  const { pkgVersion = '' } = (await answer.json().catch(() => ({}))) as { pkgVersion?: string }
  const [major = 0, minor = 0] = pkgVersion.split('.').map(Number)
  if (major > oldestServer[0] || (major === oldestServer[0] && minor >= oldestServer[1])) return
  throw new StopSentence(
    `MEILI_URL leads to ${pkgVersion ? `Meilisearch ${pkgVersion}` : 'something else'}: Repère needs Meilisearch 1.21 or newer.`,
  )
}
