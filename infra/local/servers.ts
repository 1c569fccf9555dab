import { dirname, join } from 'node:path'
import { startFront } from './front.ts'
import { startInner } from './inner.ts'
import type { Settings } from './settings.ts'
import { step } from './steps.ts'
import type { Stops } from './stops.ts'
import { type Supervised, supervise } from './supervise.ts'

export type ServersOptions = Settings & {
  root: string
  appSecret: string
  databaseUrl: string
  searchEnv: NodeJS.ProcessEnv
}

/** A young generation of 4 MB instead of 16 saves some 25 MB in each process, and shortens the longest pauses. */
const smallHeaps = ['--max-semi-space-size=4']

/** The three servers of our own, and the front before them. One that dies comes back on the port it had. */
export async function bringServers(options: ServersOptions, stops: Stops): Promise<void> {
  const servers = await step(async () => {
    const [api, worker] = await Promise.all([
      began('api', 'api/server.ts', apiEnvironment(options)),
      began('worker', 'api/worker.ts', apiEnvironment(options)),
    ])
    const web = await began('web', 'web/server.js', webEnvironment(options, api.current()?.port ?? 0))
    return { api, worker, web }
  }, 'api, worker and web ready')

  const front = await startFront({
    host: options.host,
    port: options.port,
    appOrigin: options.appOrigin,
    api: () => servers.api.current()?.port,
    web: () => servers.web.current()?.port,
  })
  stops.front.push(() => front.stop(1500))

  async function began(
    name: string,
    file: string,
    env: NodeJS.ProcessEnv,
  ): Promise<Supervised<{ port: number }>> {
    const path = join(options.root, file)
    const inner = {
      flags: smallHeaps,
      file: path,
      cwd: dirname(path),
      env,
      logFile: join(options.dataDir, `${name}.log`),
    }
    const first = await startInner({ ...inner, port: 0 })
    const server = supervise(name, first, () => startInner({ ...inner, port: first.port }))
    stops.servers.push(() => server.stop(4000))
    return server
  }
}

/** The environment we were given without what only the start may know, and with what it decided. */
export function apiEnvironment(options: ServersOptions): NodeJS.ProcessEnv {
  const { MIGRATION_DATABASE_URL: _owner, MEILI_URL: _url, MEILI_KEY: _key, ...given } = process.env
  return {
    ...given,
    ...options.searchEnv,
    DATA_DIR: options.dataDir,
    UPLOADS_DIR: options.uploadsDir,
    DATABASE_URL: options.databaseUrl,
    APP_ORIGIN: options.appOrigin,
    APP_SECRET: options.appSecret,
    DEMO: options.demo ? '1' : '0',
  }
}

/** The web holds no key and no database address: it speaks to the api as anybody does. */
export function webEnvironment(options: ServersOptions, apiPort: number): NodeJS.ProcessEnv {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'TZ', 'LANG', 'NODE_ENV', 'NODE_COMPILE_CACHE']
  return {
    ...Object.fromEntries(kept.map((name) => [name, process.env[name]])),
    API_URL: `http://127.0.0.1:${apiPort}`,
    APP_ORIGIN: options.appOrigin,
    DEMO: options.demo ? '1' : '0',
    // How the page server learns what the front knows about a visitor; forms may carry 5 MB of evidence.
    PROTOCOL_HEADER: 'x-forwarded-proto',
    HOST_HEADER: 'x-forwarded-host',
    ADDRESS_HEADER: 'x-forwarded-for',
    BODY_SIZE_LIMIT: '6M',
  }
}
