import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { diesWithParent } from './launch.ts'

export const root = join(import.meta.dirname, '../..')

export type Ended = { code: number; output: string }

type RunOptions = { cwd?: string; env?: NodeJS.ProcessEnv; timeoutMs?: number }

/**
 * Runs one of the project's tools to its end, keeping what it says. It is ended after `timeoutMs` (five minutes
 * unless told), and with us.
 */
export function run(command: string[], options: RunOptions = {}): Promise<Ended> {
  const { cwd = root, env = {}, timeoutMs = 300_000 } = options
  const path = [join(cwd, 'node_modules/.bin'), join(root, 'node_modules/.bin'), process.env.PATH].join(
    delimiter,
  )
  const [program = '', ...args] = [...diesWithParent('KILL'), ...command]
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env, PATH: path, FORCE_COLOR: '0', NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const listen = (chunk: Buffer) => {
      output += chunk
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    const leave = () => child.kill('SIGKILL')
    process.once('exit', leave)
    const late = setTimeout(() => {
      output += `\nended after ${timeoutMs / 1000} s without a result`
      child.kill('SIGKILL')
    }, timeoutMs)
    const end = (code: number) => {
      clearTimeout(late)
      process.off('exit', leave)
      resolve({ code, output })
    }
    child.once('error', (problem) => {
      output += problem.message
      end(1)
    })
    child.once('close', (code) => end(code ?? 1))
  })
}
