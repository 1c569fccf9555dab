import { spawn } from 'node:child_process'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import type { CalendarFault } from '@repere/db/vocabulary/calendar.ts'
import { createGate } from '../gate.ts'
import type { ReadDays, ReadOptions } from './reading/days.ts'

/** What a file may cost: seconds of computing, megabytes of memory, and how long anybody waits for it. */
export const bounds = { cpuSeconds: 2, heapMb: 256, waitMs: 7_000 }

const mostAnswerBytes = 1_048_576
/** As `nice` counts. */
const behindOthers = 5

export type FileRead = { days: ReadDays } | { fault: CalendarFault }

const inTurn = createGate({ running: 2, waiting: 8 })

/**
 * Reads a calendar file in a process of its own, behind everything else in line for the processors. The kernel ends it
 * when its time is used up, V8 when its memory is; whichever it was, the file is too heavy to be read.
 */
export const readFile = (bytes: Uint8Array, options: ReadOptions): Promise<FileRead> =>
  inTurn(() => readApart(bytes, options))

const readApart = (bytes: Uint8Array, options: ReadOptions): Promise<FileRead> =>
  new Promise((resolve, reject) => {
    const script = join(import.meta.dirname, 'reading/process.ts')
    const limits = `ulimit -t ${bounds.cpuSeconds}; ulimit -c 0; exec "$0" "$@"`
    const flags = [`--max-old-space-size=${bounds.heapMb}`, '--no-warnings']
    const reader = spawn('/bin/sh', ['-c', limits, process.execPath, ...flags, script], {
      // Nothing of ours: no address of a database, no key.
      env: { TZ: 'UTC' },
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: bounds.waitMs,
      killSignal: 'SIGKILL',
    })
    if (reader.pid) setPriority(reader.pid, behindOthers)
    const answer: Buffer[] = []
    let length = 0
    reader.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length > mostAnswerBytes) reader.kill('SIGKILL')
      else answer.push(chunk)
    })
    reader.on('error', reject)
    // It may end before it has read everything: that is told by how it ended.
    reader.stdin.on('error', () => undefined)
    reader.on('close', (code) =>
      resolve(code === 0 ? JSON.parse(Buffer.concat(answer).toString()) : { fault: 'too-heavy' }),
    )
    reader.stdin.write(`${JSON.stringify(options)}\n`)
    reader.stdin.end(bytes)
  })
