import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StopSentence } from './stop-sentence.ts'

/** Makes the data folder, readable by its owner only, or says in one sentence why it cannot be used. */
export function prepareDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
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
