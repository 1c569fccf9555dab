import { type Break, findHead, readHead, verifyTrail, writeHead } from '@repere/api/events/service.ts'
import { createSealer } from '@repere/db'
import { withDatabase } from '../local/databases.ts'
import { say } from '../local/steps.ts'
import { StopSentence } from '../local/stop-sentence.ts'
import type { Operation } from './operation.ts'

/** What an operator notes outside this machine: with it, a rewritten trail is found even if the key was known. */
export const auditHeadOperation: Operation = {
  summary: 'Print the head of the audit trail, to be noted down elsewhere',
  options: {},
  async run(_, { appUrl }) {
    const head = await withDatabase(appUrl, findHead)
    if (!head) throw new StopSentence('Nothing is sealed yet: the worker seals some seconds after an entry.')
    say(writeHead(head))
  },
}

const broken: Record<Break['because'], string> = {
  changed: 'is not what was sealed: it was changed or swapped, or the one before it was taken away',
  removed: 'was removed: its seal stands alone',
  inserted: 'was inserted among sealed entries: nobody sealed it',
  head: 'does not carry the noted head: the trail was rewritten, or its end was cut off',
}

/** Reads the whole trail and names the first entry that is not as it was written. */
export const auditVerifyOperation: Operation = {
  summary: 'Verify the chain of the audit trail; names the first broken entry',
  options: {
    head: { type: 'string', means: 'a head noted earlier: the trail must still lead through it' },
  },
  async run({ head }, { appUrl, appSecret }) {
    const noted = head === undefined ? undefined : readHead(head)
    if (head !== undefined && !noted)
      throw new StopSentence(`--head is "${head}": give it as "audit head" printed it, 1204:9f86….`)
    const began = Date.now()
    const found = await withDatabase(appUrl, (db) =>
      verifyTrail({ db, sealer: createSealer(appSecret) }, { noted }),
    )
    const seconds = ((Date.now() - began) / 1000).toFixed(1)
    if (found.broken)
      throw new StopSentence(
        `BROKEN: entry ${found.broken.eventId} ${broken[found.broken.because]}. ${found.sealed} entries before it hold (${seconds} s).`,
      )
    say(`The trail holds: ${found.sealed} entries in ${seconds} s.`)
    if (found.unsealed > 0)
      say(`Not sealed yet: ${found.unsealed}, from entry ${found.firstUnsealed} on. The worker seals them.`)
    if (found.head) say(`Head: ${writeHead(found.head)}`)
  },
}
