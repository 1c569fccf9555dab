import { say } from '../local/steps.ts'
import type { Part } from './part.ts'

/** One line for a part that has ended; what it said, only when something failed. */
export function sayPart({ name, passed, failed, seconds, output, note }: Part): void {
  const counts = failed === 0 ? `${passed} passed` : `${passed} passed, ${failed} FAILED`
  say(`${seconds.toFixed(1).padStart(6)} s  ${name}: ${counts}${note ? ` (${note})` : ''}`)
  if (failed > 0) say(`\n${output.trim().split('\n').slice(-400).join('\n')}\n`)
}

/** Ends with the sum alone on the last line. Returns the exit code. */
export function sum(parts: Part[], print: (line: string) => void = say): number {
  const passed = parts.reduce((total, part) => total + part.passed, 0)
  const failed = parts.reduce((total, part) => total + part.failed, 0)
  const bad = parts.filter((part) => part.failed > 0).map((part) => part.name)
  if (bad.length > 0) print(`Failed: ${bad.join(', ')}.`)
  print(`${passed} passed, ${failed} failed`)
  return failed === 0 && passed > 0 ? 0 : 1
}
