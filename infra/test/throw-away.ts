import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Git-ignored; holds what test runs need and nobody keeps. */
export const testFolder = join(import.meta.dirname, '../../.test')

/** A fresh folder for this process, below `.test`. Folders of runs that were killed before they could tidy up go first. */
export function throwAwayFolder(kind: 'engines' | 'product'): string {
  mkdirSync(testFolder, { recursive: true })
  for (const name of readdirSync(testFolder)) {
    const owner = /^(?:engines|product)-(\d+)-/.exec(name)?.[1]
    if (owner && !isAlive(Number(owner))) rmSync(join(testFolder, name), { recursive: true, force: true })
  }
  return mkdtempSync(join(testFolder, `${kind}-${process.pid}-`))
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
