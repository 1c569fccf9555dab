import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../local/free-port.ts'

const root = mkdtempSync(join(tmpdir(), 'repere-start-'))
const dataDir = join(root, '.data')
let port: number
let running: ChildProcess

type Answer = { pid: number; told: Record<string, string | undefined> }
const ask = async (path: string) => (await (await fetch(`http://127.0.0.1:${port}${path}`)).json()) as Answer
const built = () => readFileSync(join(root, 'web/build/handler.js'), 'utf8')

beforeAll(async () => {
  cpSync(join(import.meta.dirname, 'small-product'), root, { recursive: true })
  writeFileSync(join(root, 'pnpm-lock.yaml'), '')
  port = await freePort()
  running = await start()
}, 60_000)
afterAll(async () => {
  running.kill('SIGKILL')
  rmSync(root, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

async function start(): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, 'small-product/run.ts'), [root, `${port}`, dataDir], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await once(child, 'message')
  return child
}

/** The process ids of everything that belongs to this product; dead ones that nobody collected have no words. */
function processes(): number[] {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return ids.filter((id) => wordsOf(id).includes(root)).map(Number)
}

function wordsOf(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8')
  } catch {
    return '' // it ended while we looked
  }
}

test('api and web answer behind one port, each told only what it needs', async () => {
  const api = await ask('/api/x')
  const web = await ask('/')
  expect(api.pid).not.toBe(web.pid)
  expect(api.told.DATABASE_URL).toContain('repere_app')
  expect(api.told.MIGRATION_DATABASE_URL).toBeUndefined()
  expect(web.told).toEqual({ API_URL: expect.stringContaining('http://127.0.0.1:') })
})

test('keys and data can be read by their owner alone', () => {
  expect(statSync(dataDir).mode & 0o077).toBe(0)
  expect(statSync(join(dataDir, 'keys.json')).mode & 0o077).toBe(0)
})

test('an api that dies comes back under the address the web knows', async () => {
  const { pid } = await ask('/api/x')
  const { told } = await ask('/')
  await fetch(`http://127.0.0.1:${port}/api/die`).catch(() => {})
  await expect.poll(async () => (await ask('/api/x')).pid ?? pid, { timeout: 8000 }).not.toBe(pid)
  expect(await (await fetch(`${told.API_URL}/api/x`)).json()).toMatchObject({ pid: expect.any(Number) })
})

test('an orderly stop ends every process, and a second start is quick, without a build, on the same data', async () => {
  const before = { build: built(), secret: (await ask('/api/x')).told.APP_SECRET }
  running.send('stop')
  await once(running, 'exit')
  expect(processes()).toEqual([])

  const began = Date.now()
  running = await start()
  expect(Date.now() - began).toBeLessThan(8000)
  expect({ build: built(), secret: (await ask('/api/x')).told.APP_SECRET }).toEqual(before)
}, 30_000)

test('a kill -9 of the start leaves no process', async () => {
  expect(processes().length).toBeGreaterThan(5)
  running.kill('SIGKILL')
  await expect.poll(processes, { timeout: 8000 }).toEqual([])
})
