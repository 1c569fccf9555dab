import type { Trx } from '@repere/db'
import type { Deps } from '../deps.ts'
import { listDueCoordinators, listNearDeadline, listSentReminders } from './deadline-repository.ts'
import { reminderDue } from './deadline-rules.ts'
import { noticesOfLapse, reminderOf, tell } from './notices.ts'
import { happened, momentOf } from './present-rules.ts'
import { type Holding, movedUp } from './rank-rules.ts'
import { type BookingRow, listByIds, listHoldings } from './repository.ts'
import { dueMove, moves } from './rules.ts'
import { note, noteAll } from './trail.ts'
import { toStanding } from './view.ts'
import { lockCoordinator, updateBooking } from './write-repository.ts'

/**
 * Writes down what the clock did to a person's bookings up to `now`, and sends what is to be told: lapses,
 * completions, those who moved up, reminders. Each once, because the caller holds the lock of the coordinator.
 * Every move runs it first and the worker runs it in between, so a late worker delays mails and nothing else.
 */
export const settle = async (deps: Deps, trx: Trx, coordinatorId: string, now: Date): Promise<void> => {
  const near = await listByIds(trx, await listNearDeadline(trx, coordinatorId, now))
  if (near.length === 0) return
  const isDue = (row: BookingRow) => dueMove(toStanding(row, []), now) !== undefined
  const due = near.filter(isDue)
  if (due.length > 0) {
    const lapsedOptions = due.filter(({ state }) => state === 'option')
    // As it stood before the clock struck. What only just completed frees days in the past: nobody moves up by it.
    const before = [...(await listHoldings(trx, [coordinatorId], now)), ...lapsedOptions]
    for (const row of due) await writeDown(deps, trx, row, now)
    if (lapsedOptions.length > 0) await tellMovedUp(deps, trx, coordinatorId, before, now)
  }
  await remind(
    deps,
    trx,
    near.filter((row) => !isDue(row)),
    now,
  )
}

const writeDown = async (deps: Deps, trx: Trx, row: BookingRow, now: Date): Promise<void> => {
  const standing = toStanding(row, [])
  const move = dueMove(standing, now)
  const moment = move && momentOf(move, standing)
  if (!move || !moment || !(await updateBooking(trx, row, { to: moves[move].to, endedAt: moment }))) return
  const facts = { to: moves[move].to, version: row.version + 1, since: moment.toISOString() }
  await note(trx, { actor: 'clock', what: happened[move], bookingId: row.id, facts, at: now })
  if (move === 'expire') await tell(deps, trx, noticesOfLapse(row))
}

/** Tells those whose option now stands further ahead, or on a day that is free again, and notes it in their trail. */
export const tellMovedUp = async (
  deps: Deps,
  trx: Trx,
  coordinatorId: string,
  before: readonly Holding[],
  now: Date,
): Promise<void> => {
  const gained = movedUp(before, await listHoldings(trx, [coordinatorId], now))
  const rows = new Map(
    (
      await listByIds(
        trx,
        gained.map(({ id }) => id),
      )
    ).map((row) => [row.id, row]),
  )
  await noteAll(
    trx,
    gained.map(({ id, days }) => ({
      actor: 'clock',
      what: 'moved-up',
      bookingId: id,
      facts: { days },
      at: now,
    })),
  )
  await tell(
    deps,
    trx,
    gained.flatMap(({ id, days }) => {
      const row = rows.get(id)
      return row ? [{ row, to: 'production' as const, name: 'moved-up' as const, days }] : []
    }),
  )
}

const remind = async (deps: Deps, trx: Trx, near: readonly BookingRow[], now: Date): Promise<void> => {
  const sent = await listSentReminders(
    trx,
    near.map(({ id }) => id),
  )
  for (const row of near) {
    if (!row.expiresAt) continue
    const since = row.state === 'option' && row.placedAt ? row.placedAt : row.requestedAt
    const hours = reminderDue({ since, expiresAt: row.expiresAt, sent: sent.get(row.id) ?? [] }, now)
    if (hours === undefined) continue
    const facts = { hours, deadline: row.expiresAt.toISOString() }
    await note(trx, { actor: 'clock', what: 'reminded', bookingId: row.id, facts, at: now })
    await tell(deps, trx, [reminderOf(row)])
  }
}

/** One round of the clock: everybody for whom something is due, each in a transaction of their own. */
export const settleDue = async (deps: Deps, now: Date): Promise<void> => {
  for (const coordinatorId of await listDueCoordinators(deps.db, now, 200)) {
    await deps.db
      .transaction()
      .execute(async (trx) => {
        await lockCoordinator(trx, coordinatorId)
        await settle(deps, trx, coordinatorId, now)
      })
      // One person's trouble must not keep the others waiting; the next round tries again.
      .catch((error: unknown) => deps.log.error({ coordinatorId, error }, 'settling failed'))
  }
}
