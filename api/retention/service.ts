import type { Deps } from '../deps.ts'
import { record } from '../events/service.ts'
import { deleteOldEvidence } from '../evidence/service.ts'

import { sweepFiles } from '../files/service.ts'

import { forgetLines } from '../imports/service.ts'
import { forgetInvitations } from '../invitations/service.ts'

import {
  deleteAccounts,
  deleteAnswers,
  deleteCounters,
  deleteLinks,
  deleteSessions,
  deleteSignInSteps,
  emptyMailBodies,
  lockUnprovenAccounts,
} from './repository.ts'
import { cutOff } from './rules.ts'

type Stand = Pick<Deps, 'db' | 'clock' | 'log' | 'config'>

/** Lets go of everything whose time is over. */
export const sweep = async (deps: Stand): Promise<void> => {
  const { db, clock, log } = deps
  const now = clock.now()
  const swept = {
    answers: await deleteAnswers(db, cutOff('idempotency', now)),
    mailBodies: await emptyMailBodies(db, cutOff('mailBody', now)),
    links: await deleteLinks(db, cutOff('link', now)),
    sessions: await deleteSessions(db, now, cutOff('session', now)),
    signInSteps: await deleteSignInSteps(db, now),
    counters: await deleteCounters(db, now),
    importedLines: await forgetLines(deps, cutOff('importedLines', now)),
    invitations: await forgetInvitations(deps),
    unprovenAccounts: await forgetUnproven(deps, now),
    // Before the sweep, which takes its bytes off the disk when an hour has passed.
    evidence: await deleteOldEvidence(deps),
    files: await sweepFiles(deps),
  }
  log.info(swept, 'swept')
}

const batch = 200

const forgetUnproven = async ({ db }: Stand, now: Date): Promise<number> => {
  let forgotten = 0
  for (;;) {
    const count = await db.transaction().execute(async (trx) => {
      const ids = await lockUnprovenAccounts(trx, cutOff('unprovenAccount', now), batch)
      if (ids.length === 0) return 0
      for (const id of ids)
        await record(trx, {
          actor: 'clock',
          kind: 'account.erased',
          subject: { kind: 'account', id },
          facts: { because: 'unproven' },
          at: now,
        })
      await deleteAccounts(trx, ids)
      return ids.length
    })
    forgotten += count
    if (count < batch) return forgotten
  }
}
