import { appendFileSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pageAt, pageRows } from './page-matrix.ts'

/** Journeys run in processes of their own, and meet in this file alone; each run begins by emptying its folder. */
const list = fileURLToPath(new URL('../test-results/readings.txt', import.meta.url))

/** Notes that the page at this address was read in both languages, light, dark and narrow. */
export const noteReading = (address: string): void => {
  mkdirSync(dirname(list), { recursive: true })
  appendFileSync(list, `${new URL(address).pathname}\n`)
}

/** Once all journeys have run: a page that none of them read with axe fails the run. */
export default function everyPageWasRead(): void {
  if (process.env.ALL_JOURNEYS !== '1') return
  const read = new Set(readFileSync(list, 'utf8').trimEnd().split('\n').map(pageAt))
  const unread = Object.keys(pageRows).filter((page) => !read.has(page))
  if (unread.length > 0) throw new Error(`No journey reads with axe: ${unread.join(', ')}.`)
}
