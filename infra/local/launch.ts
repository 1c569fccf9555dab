import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream, existsSync, statSync, truncateSync } from 'node:fs'

/** A server that lives no longer than this process. */
export type Server = {
  child: ChildProcess
  /** Resolves with a short description (`exit code 1`, `signal SIGKILL`) when the server has ended. */
  exited: Promise<string>
  /** Everything written to standard error so far, its last 20,000 characters. */
  said: () => string
  /** Asks the server to end; insists after `patienceMs`. */
  stop: (patienceMs?: number) => Promise<void>
}

/** A log longer than this, in bytes, starts afresh at the next launch. */
const longLog = 10_000_000

type LaunchOptions = {
  logFile: string
  /** Words that change the user first; the kernel forgets a death signal when the user changes after it. */
  as?: string[]
  env?: NodeJS.ProcessEnv
  /** What the kernel sends to the server when this process dies, however it dies. */
  deathSignal: 'INT' | 'TERM' | 'KILL'
  stopSignal: NodeJS.Signals
}

/**
 * Words to put before a command so that the kernel ends it together with its parent. Linux only; elsewhere a
 * kill -9 of the parent may leave the server behind. The signal follows the parent *thread*: launch from the
 * main thread.
 */
export function diesWithParent(signal: string): string[] {
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path))
  return process.platform === 'linux' && setpriv ? [setpriv, '--pdeathsig', signal, '--'] : []
}

/** Starts a native server in its own process group, so that Ctrl-C reaches us alone and we choose the order. */
export function launch(command: string[], options: LaunchOptions): Server {
  const [program = '', ...args] = [...(options.as ?? []), ...diesWithParent(options.deathSignal), ...command]
  const child = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: options.env ?? process.env,
    detached: true,
  })
  if (existsSync(options.logFile) && statSync(options.logFile).size > longLog) truncateSync(options.logFile)
  const log = createWriteStream(options.logFile, { flags: 'a', mode: 0o600 })
  log.on('error', () => {})
  let tail = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    tail = (tail + chunk.toString()).slice(-20_000)
    log.write(chunk)
  })
  const exited = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`))
  }).finally(() => log.end())

  async function stop(patienceMs = 6000) {
    child.kill(options.stopSignal)
    const insist = setTimeout(() => child.kill('SIGKILL'), patienceMs)
    await exited
    clearTimeout(insist)
  }
  return { child, exited, said: () => tail, stop }
}
