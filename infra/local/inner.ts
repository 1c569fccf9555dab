import { type ChildProcess, fork } from 'node:child_process'
import { basename } from 'node:path'
import { diesWithParent } from './launch.ts'
import { openLog } from './log-file.ts'
import { StopSentence } from './stop-sentence.ts'
import type { Running } from './supervise.ts'

export type Inner = Running & { port: number }

export type InnerOptions = {
  file: string
  cwd: string
  env: NodeJS.ProcessEnv
  logFile: string
  /** 0: any free one. Another: the one it had before it died. */
  port: number
  /** For Node itself, before the file. */
  flags?: string[]
}

/**
 * Starts one of our own servers as a child. It listens on loopback, on PORT or any free one (0), says
 * `{ ready: true, port }` over IPC (0 when it does not listen), and stops cleanly on SIGTERM or when the channel
 * closes. Whatever happens to us, the kernel ends it with us. Rejects with its last words when it ends before.
 */
export async function startInner(options: InnerOptions): Promise<Inner> {
  const [program = process.execPath, ...before] = [...diesWithParent('KILL'), process.execPath]
  const child = fork(options.file, [], {
    cwd: options.cwd,
    env: { ...options.env, HOST: '127.0.0.1', PORT: `${options.port}` },
    execPath: program,
    execArgv: [...before, ...(options.flags ?? [])],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  })
  const log = openLog(options.logFile)
  let tail = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      tail = (tail + chunk.toString()).slice(-4000)
      log.write(chunk)
    })
  }
  const exited = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('close', (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`))
  }).finally(() => log.end())

  const port = await Promise.race([
    ready(child),
    exited.then((how) => {
      const name = basename(options.logFile, '.log')
      throw new StopSentence(`The ${name} did not start (${how}): ${tail.trim() || `see ${options.logFile}`}`)
    }),
  ])
  return { port, exited, stop: (patienceMs = 5000) => stop(child, exited, patienceMs) }
}

function ready(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.on('message', (said: { ready?: boolean; port?: number }) => {
      if (said?.ready) resolve(said.port ?? 0)
    })
  })
}

async function stop(child: ChildProcess, exited: Promise<string>, patienceMs: number): Promise<void> {
  child.kill('SIGTERM')
  const insist = setTimeout(() => child.kill('SIGKILL'), patienceMs)
  await exited
  clearTimeout(insist)
}
