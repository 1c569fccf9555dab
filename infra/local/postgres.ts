import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from './free-port.ts'
import { type Keys, readKeys } from './keys.ts'
import { launch, type Server } from './launch.ts'
import { createCluster, findPostgres, removeStaleLock } from './postgres-cluster.ts'
import { StopSentence } from './stop-sentence.ts'
import type { Running } from './supervise.ts'
import { unprivileged } from './unprivileged.ts'

export type Postgres = Running & {
  /** The owner's role, which may alter tables and create databases. */
  ownerUrl: string
  /** The application's own role. */
  appUrl: string
  port: number
}

type PostgresOptions = {
  dataDir: string
  /** Which database the addresses point to. */
  database?: string
  /** Keep this port when starting again after a crash. */
  port?: number
  /** A cluster to throw away after a test run: nothing is flushed to disk. */
  throwAway?: boolean
}

/**
 * Starts the embedded Postgres on a free loopback port, making its cluster on the first start. Refuses with one
 * sentence when this machine has no such package, or when another start already uses the folder.
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const bin = findPostgres()
  if (!bin) {
    throw new StopSentence(
      `There is no embedded Postgres for ${process.platform}-${process.arch}: set DATABASE_URL to a Postgres 17 or newer.`,
    )
  }
  const keys = readKeys(options.dataDir)
  const folder = join(options.dataDir, 'postgres')
  if (!existsSync(folder)) createCluster(folder, bin, keys, options.throwAway ?? false)
  const as = unprivileged(folder)
  removeStaleLock(folder)

  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await freePort())
    const server = launch(
      [join(bin, 'postgres'), '-D', folder, ...settings(port, options.throwAway ?? false)],
      {
        as,
        logFile: join(options.dataDir, 'postgres.log'),
        deathSignal: 'INT',
        stopSignal: 'SIGINT',
      },
    )
    const failure = await ready(server)
    if (failure === undefined)
      return {
        ...addresses(keys, port, options.database ?? 'repere'),
        port,
        exited: server.exited,
        stop: server.stop,
      }
    await server.stop()
    if (failure.includes('lock file "postmaster.pid" already exists')) {
      throw new StopSentence(
        `Another Repère already uses ${options.dataDir}: stop it, or set DATA_DIR to another folder.`,
      )
    }
    // Somebody took the port between our probe and the start, or the one before us is still letting go of it.
    if (attempt < 5 && failure.includes('could not bind')) continue
    throw new StopSentence(
      `The embedded Postgres did not start: ${failure} (see ${options.dataDir}/postgres.log)`,
    )
  }
}

/** The addresses of the embedded Postgres on a port, one for each of its roles. */
export function addresses(keys: Keys, port: number, database: string) {
  return {
    ownerUrl: `postgres://repere_owner:${keys.postgresOwner}@127.0.0.1:${port}/${database}`,
    appUrl: `postgres://repere_app:${keys.postgresApp}@127.0.0.1:${port}/${database}`,
  }
}

/** Small on purpose: the whole product shares one modest machine with whatever else runs there. */
function settings(port: number, throwAway: boolean): string[] {
  const durable = throwAway ? 'off' : 'on'
  const chosen = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: throwAway ? 300 : 80,
    shared_buffers: throwAway ? '128MB' : '48MB',
    io_method: 'sync',
    max_worker_processes: 4,
    max_parallel_workers: 2,
    max_logical_replication_workers: 0,
    wal_level: 'minimal',
    max_wal_senders: 0,
    max_wal_size: '256MB',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Without this a refused row is written to the log with everything in it.
    log_error_verbosity: 'terse',
    fsync: durable,
    full_page_writes: durable,
    synchronous_commit: durable,
  }
  return Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** Undefined once connections are accepted, else the last thing Postgres said. */
async function ready(server: Server): Promise<string | undefined> {
  let ended: string | undefined
  server.exited.then((how) => {
    ended = how
  })
  const deadline = Date.now() + 60_000
  while (Date.now() < deadline) {
    if (server.said().includes('database system is ready to accept connections')) return undefined
    if (ended !== undefined) {
      return `${ended}: ${server.said().trim().split('\n').slice(-3).join(' ')}`
    }
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return 'it was not ready after 60 seconds'
}
