import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../local/run.ts'

/** Every setting a person may have made: those of .env.example. */
export const ownSettings = (): string[] =>
  [...readFileSync(join(root, '.env.example'), 'utf8').matchAll(/^(?:# )?([A-Z_]+)=/gm)].map(
    ([, name = '']) => name,
  )

/** The tests decide about their surroundings themselves: nothing of a person's own set-up, files or mail server is touched. */
export function forgetOwnSettings(): void {
  for (const name of [...ownSettings(), 'NODE_ENV']) delete process.env[name]
}
