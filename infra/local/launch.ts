import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { openLog } from './log-file.ts'
import type { Running } from './supervise.ts'

/** A server that lives no longer than this process. */
export type Server = Running & {
  pid: number | undefined
  /** What it wrote to standard error so far, the last 20,000 characters. */
  said: () => string
}

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
  const log = openLog(options.logFile)
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
  return { pid: child.pid, exited, said: () => tail, stop }
}
