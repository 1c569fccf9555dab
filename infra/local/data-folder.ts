import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { StopSentence } from './stop-sentence.ts'

/** Makes the data folder, readable by its owner only, or says in one sentence why it cannot be used. */
export function prepareDataFolder(folder: string): void {
  try {
    makeFolder(folder)
    const probe = join(folder, `.probe-${process.pid}`)
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException
    throw new StopSentence(
      `DATA_DIR is ${folder}, which cannot be written (${code}): make it yours, or set DATA_DIR to another folder.`,
    )
  }
}

/** Level by level: Node's own recursive way never returns below folders such as /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder, { mode: 0o700 })
}
