import { readFileSync } from 'node:fs'
import { eraseAccount, listTombstones } from '@repere/api/erasure/service.ts'
import { say } from '../local/steps.ts'
import { StopSentence } from '../local/stop-sentence.ts'
import type { Operation } from './operation.ts'
import { withDeps } from './with-deps.ts'

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Erases as the page of the person does, and again what was erased before a restore. */
export const eraseOperation: Operation = {
  summary: 'Erase an account, or print and replay the erasures made so far',
  options: {
    account: { type: 'string', means: 'the id of the account, as the audit trail names it' },
    list: { type: 'boolean', means: 'print every erasure, to be kept beside the backups' },
    replay: { type: 'string', means: 'a file with such a list: erases again whoever a restore brought back' },
  },
  async run({ account, list, replay }, reached) {
    if (list) {
      const erased = await withDeps(reached, ({ db }) => listTombstones(db))
      for (const { accountId, because, erasedAt } of erased)
        process.stdout.write(`${accountId} ${because} ${erasedAt.toISOString()}\n`)
      return
    }
    const ids = account ? [account] : replay ? idsIn(replay) : []
    const wrong = ids.find((one) => !id.test(one))
    if (wrong !== undefined) throw new StopSentence(`"${wrong}" is not the id of an account.`)
    if (ids.length === 0) throw new StopSentence('Give --account, --list or --replay.')
    await withDeps(reached, async (deps) => {
      let erased = 0
      for (const one of ids) if (await eraseAccount(deps, one, 'operator')) erased += 1
      say(`${erased} erased, ${ids.length - erased} gone already or unknown.`)
    })
  },
}

function idsIn(path: string): string[] {
  try {
    return readFileSync(path, 'utf8')
      .split('\n')
      .map((line) => line.split(' ')[0] ?? '')
      .filter(Boolean)
  } catch {
    throw new StopSentence(`--replay is "${path}": no such file can be read.`)
  }
}
