import { dayIn } from '@repere/db/vocabulary/day.ts'
import type { Deps } from '../deps.ts'
import { record } from '../events/service.ts'
import type { SignedIn } from '../http/router.ts'
import { refuse } from '../problem.ts'
import { listConfirmed, setConfirmed } from './confirmed-repository.ts'
import type { ConfirmedCredit } from './confirmed-rules.ts'
import { listCreditIds } from './credit-repository.ts'
import { ensureCoordinator, findTimeZone } from './repository.ts'

type Stand = Pick<Deps, 'db' | 'clock' | 'sealer'>

/** What productions confirmed to this person. */
export const listOwnConfirmed = async (
  { db, clock, sealer }: Stand,
  account: SignedIn,
): Promise<ConfirmedCredit[]> =>
  db.transaction().execute(async (trx) => {
    const now = clock.now()
    const coordinatorId = await ensureCoordinator(trx, account, now)
    return listConfirmed(trx, sealer, coordinatorId, dayIn(await findTimeZone(trx, coordinatorId), now))
  })

/** Shows a confirmed credit on the profile or takes it off, and links it to the declared one of the same work. */
export const chooseConfirmed = async (
  deps: Stand,
  account: SignedIn,
  id: string,
  { shown, creditId }: { shown: boolean; creditId: string | null },
): Promise<ConfirmedCredit> => {
  await deps.db.transaction().execute(async (trx) => {
    const now = deps.clock.now()
    const coordinatorId = await ensureCoordinator(trx, account, now)
    if (creditId !== null && !(await listCreditIds(trx, coordinatorId)).includes(creditId))
      refuse('credit-not-found')
    if (!(await setConfirmed(trx, coordinatorId, { id, shown, creditId }, now))) refuse('credit-not-found')
    await record(trx, {
      actor: { id: account.id, role: 'coordinator' },
      kind: shown ? 'credit.shown' : 'credit.hidden',
      subject: { kind: 'credit', id },
      facts: { linked: creditId !== null },
      at: now,
    })
  })
  const credits = await listOwnConfirmed(deps, account)
  return credits.find((credit) => credit.id === id) ?? refuse('credit-not-found')
}
