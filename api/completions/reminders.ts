import { holdByClock, note, tell } from '../bookings/service.ts'
import type { Deps } from '../deps.ts'
import { listReminders, listUnreminded } from './reminder-repository.ts'
import { creditReminderDue } from './reminder-rules.ts'
import { findAnswer } from './repository.ts'

const batch = 200

/** Reminds productions that never answered about a credit; what stands still while a report is examined waits. */
export const remindOfCredits = async (deps: Deps): Promise<void> => {
  const now = deps.clock.now()
  for (const one of await listUnreminded(deps.db, now, batch))
    await remindOf(deps, one, now)
      // One booking's trouble must not keep the others waiting; the next round tries again.
      .catch((error: unknown) => deps.log.error({ bookingId: one.id, error }, 'reminding of a credit failed'))
}

/** Read again under the lock of the coordinator, so that two workers remind once and nobody after an answer. */
const remindOf = (deps: Deps, { id, coordinatorId }: { id: string; coordinatorId: string }, now: Date) =>
  deps.db.transaction().execute(async (trx) => {
    const row = await holdByClock(trx, coordinatorId, id)
    if (row?.state !== 'completed' || !row.endedAt || row.frozen) return
    if (await findAnswer(trx, deps.sealer, id)) return
    const sent = (await listReminders(trx, id)).map(({ days }) => days)
    const days = creditReminderDue({ endedAt: row.endedAt, sent }, now)
    if (days === undefined) return
    await note(trx, { actor: 'clock', what: 'credit-reminded', bookingId: id, facts: { days }, at: now })
    await tell(deps, trx, [{ row, to: 'production', name: 'credit-awaited' }])
  })
