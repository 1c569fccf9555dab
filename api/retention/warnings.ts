import type { Deps } from '../deps.ts'
import { record } from '../events/service.ts'
import { accountUnused } from '../mail/templates/account-unused.ts'
import { markWarned, type UnseenAccount } from './account-repository.ts'
import { dayOf, type Periods } from './rules.ts'

/** Warns people whose account will go, once for each absence; whoever signs in is counted from that day again. */
export const warnUnseen = async (
  { db, mailer, config }: Pick<Deps, 'db' | 'mailer' | 'config'>,
  accounts: readonly UnseenAccount[],
  periods: Periods,
  now: Date,
): Promise<number> => {
  let warned = 0
  for (const account of accounts)
    warned += await db.transaction().execute(async (trx) => {
      if (!(await markWarned(trx, account, dayOf(now)))) return 0
      const { id, email, locale, lastSeenOn } = account
      const letter = accountUnused(config.origin, locale, lastSeenOn, periods['unused-warning'])
      await mailer.enqueue(trx, { to: email, accountId: id, letter })
      await record(trx, {
        actor: 'clock',
        kind: 'account.warned',
        subject: { kind: 'account', id },
        facts: { days: periods['unused-warning'] },
        at: now,
      })
      return 1
    })
  return warned
}
