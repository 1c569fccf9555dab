import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from './free-port.ts'
import { readKeys } from './keys.ts'
import { launch, type Server } from './launch.ts'
import { findMeilisearch } from './meilisearch-program.ts'
import { StopSentence } from './stop-sentence.ts'
import type { Running } from './supervise.ts'

export type Meilisearch = Running & { url: string; key: string; port: number }

/**
 * Starts the embedded Meilisearch on a free loopback port with a generated master key. Undefined where this
 * machine has no such program; the caller then goes on with the Postgres engine and says so.
 */
export async function startMeilisearch(options: {
  dataDir: string
  /** Where the program is kept, when several data folders share one copy of its 131 MB. */
  programDir?: string
  /** Keep this port when starting again after a crash. */
  port?: number
}): Promise<Meilisearch | undefined> {
  const program = findMeilisearch(options.programDir ?? options.dataDir)
  if (!program) return undefined
  const { meilisearchMaster: key } = readKeys(options.dataDir)
  const folder = join(options.dataDir, 'meilisearch')
  mkdirSync(folder, { recursive: true, mode: 0o700 })

  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await freePort())
    const url = `http://127.0.0.1:${port}`
    const server = launch([program, ...settings(folder, port)], {
      logFile: join(options.dataDir, 'meilisearch.log'),
      // The key travels in the environment, which other users cannot read; command lines they can.
      env: { PATH: process.env.PATH, MEILI_MASTER_KEY: key },
      deathSignal: 'KILL',
      stopSignal: 'SIGTERM',
    })
    const failure = await ready(server, url)
    if (failure === undefined) {
      writeFileSync(join(folder, 'address.json'), JSON.stringify({ url, pid: server.pid }))
      return { url, key, port, exited: server.exited, stop: server.stop }
    }
    await server.stop()
    if (attempt < 5 && /address.*in use/i.test(failure)) continue
    // The index is only a copy of what Postgres knows: files it cannot read are dropped, and filled again.
    if (attempt === 1) {
      rmSync(join(folder, 'data.ms'), { recursive: true, force: true })
      continue
    }
    throw new StopSentence(
      `The embedded Meilisearch did not start: ${failure} (see ${options.dataDir}/meilisearch.log)`,
    )
  }
}

function settings(folder: string, port: number): string[] {
  const chosen = {
    '--http-addr': `127.0.0.1:${port}`,
    '--db-path': join(folder, 'data.ms'),
    '--dump-dir': join(folder, 'dumps'),
    '--snapshot-dir': join(folder, 'snapshots'),
    '--env': 'production',
    '--log-level': 'WARN',
    '--max-indexing-memory': '256MiB',
    // Each keeps 50 MB and more of freed buffers; one is as quick on the small machines this runs on.
    '--max-indexing-threads': '1',
  }
  return ['--no-analytics', ...Object.entries(chosen).flat()]
}

/** Undefined once it answers, else the last thing it said. */
async function ready(server: Server, url: string): Promise<string | undefined> {
  let ended: string | undefined
  server.exited.then((how) => {
    ended = how
  })
  const deadline = Date.now() + 30_000
  while (Date.now() < deadline) {
    if (ended !== undefined) return `${ended}: ${server.said().trim().split('\n').slice(-3).join(' ')}`
    const answers = await fetch(`${url}/health`).then(
      (response) => response.ok,
      () => false,
    )
    if (answers) return undefined
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return 'it did not answer within 30 seconds'
}
