import { readRetention, sweep } from '@repere/api/retention/service.ts'
import { say } from '../local/steps.ts'
import type { Operation } from './operation.ts'
import { withDeps } from './with-deps.ts'

/** What the worker does every hour, now; or only what it would do. */
export const retentionOperation: Operation = {
  summary: 'Let go of everything whose time is over',
  options: { 'dry-run': { type: 'boolean', means: 'only print what would go, by rule' } },
  async run(given, reached) {
    await withDeps(reached, async (deps) => {
      const { items, keys } = await readRetention(deps)
      for (const { rule, days, due, held } of items)
        say(`${rule.padEnd(20)} ${String(days).padStart(5)} days ${line(due, held)}`)
      say(`${'sealing-keys'.padEnd(20)} ${'on their day'.padStart(10)} ${line(keys.due, keys.held)}`)
      if (given['dry-run']) return say('Nothing was changed.')
      await sweep(deps)
      say('Done.')
    })
  },
}

const line = (due: number, held: number) =>
  `${String(due).padStart(8)} to go${held > 0 ? `, ${held} held by an open report` : ''}`
