import type { ParseArgsOptionDescriptor } from 'node:util'
import type { Reached } from '../local/reach.ts'

/** One thing an operator can do from the command line. */
export type Operation = {
  summary: string
  /** Its options as node:util reads them, each with a word on what it means. */
  options: Record<string, ParseArgsOptionDescriptor & { means: string; required?: boolean }>
  run: (given: Record<string, string>, reached: Reached) => Promise<void>
}
