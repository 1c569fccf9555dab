import { prepareDataFolder } from './data-folder.ts'
import { checkAddress } from './front.ts'
import { readKeys } from './keys.ts'
import { startPostgres } from './postgres.ts'
import { prepareDatabase } from './prepare.ts'
import { bringSearch } from './search-server.ts'
import { bringServers, type ServersOptions } from './servers.ts'
import type { Settings } from './settings.ts'
import { step } from './steps.ts'
import type { Stops } from './stops.ts'
import { supervise } from './supervise.ts'
import { watchServers } from './watch.ts'
import { buildWeb } from './web-build.ts'

/** `databaseUrl` is how its own database is reached: as the application, not as its owner. */
export type Product = { stop: () => Promise<void>; databaseUrl: string }

/**
 * Brings the whole product up, one line per step: databases, pages, then api, worker and web behind the one
 * public address. When a step fails, what already ran is stopped, and the reason thrown.
 */
export function startProduct(settings: Settings, root: string): Promise<Product> {
  return bring(settings, root, () => buildWeb(root).then((how) => `pages ${how}`), bringServers)
}

/** The same in watch mode: nothing is built, and the servers follow the files. */
export function startWatching(settings: Settings, root: string): Promise<Product> {
  return bring(settings, root, async () => 'pages compiled as they are asked for', watchServers)
}

async function bring(
  settings: Settings,
  root: string,
  preparePages: () => Promise<string>,
  serve: (options: ServersOptions, stops: Stops) => Promise<void>,
): Promise<Product> {
  const stops: Stops = { front: [], servers: [], engines: [] }
  const stop = async () => {
    for (const layer of ['front', 'servers', 'engines'] as const) {
      await Promise.all(stops[layer].splice(0).map((part) => part()))
    }
  }
  try {
    await checkAddress(settings.host, settings.port)
    prepareDataFolder(settings.dataDir)
    const appSecret = settings.appSecret ?? readKeys(settings.dataDir).appSecret
    const [databaseUrl, searchEnv] = await Promise.all([
      bringDatabase(settings, appSecret, stops),
      bringSearchServer(settings, stops),
      step(preparePages, (done) => done),
    ])
    await serve({ ...settings, appSecret, databaseUrl, searchEnv, root }, stops)
    return { stop, databaseUrl }
  } catch (problem) {
    await stop()
    throw problem
  }
}

/** Postgres, its schema, and what stands in it from the first day. Returns the application's address. */
async function bringDatabase(settings: Settings, appSecret: string, stops: Stops): Promise<string> {
  const { ownerUrl, appUrl } = settings.database ?? (await step(embedded, 'Postgres 18 ready'))
  await prepareDatabase({
    ownerUrl,
    appUrl,
    appSecret,
    demo: settings.demo && { uploadsDir: settings.uploadsDir },
  })
  return appUrl

  async function embedded() {
    const first = await startPostgres({ dataDir: settings.dataDir })
    const postgres = supervise('Postgres', first, () =>
      startPostgres({ dataDir: settings.dataDir, port: first.port }),
    )
    stops.engines.push(() => postgres.stop(3000))
    return first
  }
}

async function bringSearchServer(settings: Settings, stops: Stops): Promise<NodeJS.ProcessEnv> {
  const search = await step(
    () => bringSearch(settings),
    ({ describe }) => describe,
  )
  if (search.stop) stops.engines.push(search.stop)
  return search.env
}
