import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { StopSentence } from './stop-sentence.ts'

export const root = join(import.meta.dirname, '../..')

/**
 * Runs a command to its end, with the choices of `.env` where there is one. A reason that a person can act on is
 * shown as the one sentence it is; anything else is a fault of ours, shown whole.
 */
export async function command(work: () => Promise<void>): Promise<void> {
  const choices = join(root, '.env')
  if (existsSync(choices)) process.loadEnvFile(choices)
  try {
    await work()
  } catch (problem) {
    console.error(problem instanceof StopSentence ? problem.message : problem)
    process.exit(1)
  }
}
