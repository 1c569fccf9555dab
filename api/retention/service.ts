import { type RetentionRule, retentionRules } from '@repere/db/vocabulary/retention.ts'
import { forgetPreviews } from '../calendars/service.ts'
import type { Deps } from '../deps.ts'
import { record } from '../events/service.ts'
import { sweepFiles } from '../files/service.ts'
import type { SignedIn } from '../http/router.ts'
import { forgetLines } from '../imports/service.ts'
import { forgetInvitations } from '../invitations/service.ts'
import { refuse } from '../problem.ts'
import { forgetSavedSearches } from '../saved-searches/service.ts'
import { destroyDueKeys, listKeys } from './bookings.ts'
import { listPeriods, lockPeriod, readPeriods, setPeriod } from './period-repository.ts'
import { deleteCounters, deleteSignInSteps } from './repository.ts'
import { importedLinesMs } from './rules.ts'
import { type Due, ways } from './ways.ts'

/** Lets go of everything whose time is over. */
export const sweep = async (deps: Deps): Promise<void> => {
  const { db, clock, log } = deps
  const now = clock.now()
  const periods = await readPeriods(db)
  const swept: Record<string, number> = {}
  for (const rule of retentionRules)
    swept[rule] = await ways[rule].go(deps, periods, now).catch((error: unknown) => {
      // One kind's trouble must not keep the others; the next round tries again.
      log.error({ rule, error }, 'a kind of thing could not be let go')
      return 0
    })
  swept.sealingKeys = await destroyDueKeys(deps, now)
  swept.signInSteps = await deleteSignInSteps(db, now)
  swept.counters = await deleteCounters(db, now)
  swept.importedLines = await forgetLines(deps, new Date(now.getTime() - importedLinesMs))
  swept.calendarPreviews = await forgetPreviews(deps)
  swept.invitations = await forgetInvitations(deps)
  swept.savedSearches = await forgetSavedSearches(deps)
  swept.files = await sweepFiles(deps)
  log.info(swept, 'swept')
}

/** Every period, and what would go by it if the sweep came now: nothing is changed by asking. */
export const readRetention = async (deps: Deps) => {
  const now = deps.clock.now()
  const periods = await readPeriods(deps.db)
  const items: (Awaited<ReturnType<typeof listPeriods>>[number] & Due)[] = []
  for (const period of await listPeriods(deps.db))
    items.push({ ...period, ...(await ways[period.rule].count(deps, periods, now)) })
  const keys = await listKeys(deps.db, now)
  return { items, keys: { due: keys.free.length, held: keys.held.length } }
}

/** Changes a period within its bounds. */
export const changePeriod = (
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  registrar: SignedIn,
  rule: RetentionRule,
  days: number,
): Promise<void> =>
  db.transaction().execute(async (trx) => {
    const now = clock.now()
    const before = await lockPeriod(trx, rule)
    if (days < before.leastDays || days > before.mostDays)
      refuse('invalid-request', {
        errors: [{ pointer: '/days', detail: `must lie between ${before.leastDays} and ${before.mostDays}` }],
      })
    await setPeriod(trx, rule, days, { id: registrar.id, now })
    await record(trx, {
      actor: { id: registrar.id, role: 'registrar' },
      kind: 'retention.changed',
      subject: { kind: 'account', id: registrar.id },
      facts: { rule, from: before.days, to: days },
      at: now,
    })
  })
