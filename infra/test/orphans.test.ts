import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const dataDir = mkdtempSync(join(tmpdir(), 'repere-orphans-'))
const parents: ChildProcess[] = []

afterAll(() => {
  for (const parent of parents) parent.kill('SIGKILL')
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

/** Another process that starts both engines on the same folder; returns their ports. */
async function startElsewhere(): Promise<{ parent: ChildProcess; ports: number[] }> {
  const parent = fork(join(import.meta.dirname, 'orphans-parent.ts'), [dataDir], { execArgv: [] })
  parents.push(parent)
  const [ports] = (await once(parent, 'message')) as [number[]]
  return { parent, ports }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}

test('a kill -9 of whoever started them leaves no Postgres and no Meilisearch, and the folder starts again', async () => {
  for (const round of ['first', 'second']) {
    const { parent, ports } = await startElsewhere()
    expect(await Promise.all(ports.map(answers)), round).toEqual([true, true])
    parent.kill('SIGKILL')
    await expect.poll(() => Promise.all(ports.map(answers)), { timeout: 5000 }).toEqual([false, false])
  }
})
