import type { Trx } from '@repere/db'
import type { Deps } from '../deps.ts'
import { listUndecided } from './challenge-repository.ts'
import { reviewChallenges } from './challenges.ts'
import { listDueCoordinators, listNearDeadline, listSentReminders } from './deadline-repository.ts'
import { reminderDue } from './deadline-rules.ts'
import { noticesOfCompletion, noticesOfLapse, reminderOf, tell } from './notices.ts'
import { happened } from './present-rules.ts'
import { type Holding, movedUp } from './rank-rules.ts'
import { type Actor, type BookingRow, listByIds, listHoldings } from './repository.ts'
import { dueMove, effectiveState, momentOf } from './rules.ts'
import { toStanding } from './standing.ts'
import { note, noteAll } from './trail.ts'
import { lockCoordinator, updateBooking } from './write-repository.ts'

/**
 * Writes down what the clock did to a person's bookings up to `now`, in the order in which it happened, and sends what
 * is to be told: lapses, challenges won and lost by them, completions, those who moved up, reminders. Each once,
 * because the caller holds the lock of the coordinator. Every move runs it first and the worker runs it in between, so
 * a late worker delays mails and nothing else.
 */
export const settle = async (deps: Deps, trx: Trx, coordinatorId: string, now: Date): Promise<void> => {
  let near = await listByIds(trx, await listNearDeadline(trx, coordinatorId, now))
  if (near.length === 0) return
  // As it stood before the clock struck. What only just completed frees days in the past: nobody moves up by it.
  const before = await holdingsBefore(trx, coordinatorId, { near, now })
  let freed = false
  for (let due = dueAt(near, now); due.length > 0; due = dueAt(near, now)) {
    const at = momentAt(due[0], now)
    const together = due.filter((row) => momentAt(row, now).getTime() === at.getTime())
    let written = 0
    for (const row of together) written += (await writeDown(deps, trx, row, now)) ? 1 : 0
    if (written === 0) break
    freed ||= together.some(({ state }) => state === 'option')
    await reviewChallenges(deps, trx, coordinatorId, at)
    near = await listByIds(trx, await listNearDeadline(trx, coordinatorId, now))
  }
  if (freed) await tellMovedUp(deps, trx, coordinatorId, before, now)
  await remind(deps, trx, near, now)
}

const standingOf = (row: BookingRow, now: Date) => toStanding(row, [], now)

/** The bookings for which the clock has something to write down, the earliest first. */
const dueAt = (rows: readonly BookingRow[], now: Date): BookingRow[] =>
  rows
    .filter((row) => dueMove(standingOf(row, now), now) !== undefined)
    .sort((one, other) => momentAt(one, now).getTime() - momentAt(other, now).getTime())

const momentAt = (row: BookingRow | undefined, now: Date): Date => {
  const standing = row && standingOf(row, now)
  const move = standing && dueMove(standing, now)
  return (move && momentOf(move, standing)) ?? now
}

const holdingsBefore = async (
  trx: Trx,
  coordinatorId: string,
  { near, now }: { near: readonly BookingRow[]; now: Date },
): Promise<Holding[]> => {
  const lapsed = near.filter(({ state, expiresAt }) => state === 'option' && expiresAt && expiresAt <= now)
  if (lapsed.length === 0) return listHoldings(trx, [coordinatorId], now)
  const earliest = Math.min(...lapsed.map(({ expiresAt }) => expiresAt?.getTime() ?? 0))
  return listHoldings(trx, [coordinatorId], new Date(earliest - 1))
}

const writeDown = async (deps: Deps, trx: Trx, row: BookingRow, now: Date): Promise<boolean> => {
  const standing = standingOf(row, now)
  const move = dueMove(standing, now)
  const moment = move && momentOf(move, standing)
  const to = effectiveState(standing, now)
  if (!move || !moment || !(await updateBooking(trx, row, { to, endedAt: moment }))) return false
  const facts = { to, version: row.version + 1, since: moment.toISOString() }
  await note(trx, { actor: 'clock', what: happened[move], bookingId: row.id, facts, at: now })
  await tell(deps, trx, move === 'complete' ? noticesOfCompletion(row) : noticesOfLapse(row, move))
  return true
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
    const since = row.clockSince ?? (row.state === 'option' && row.placedAt ? row.placedAt : row.requestedAt)
    const hours = reminderDue({ since, expiresAt: row.expiresAt, sent: sent.get(row.id) ?? [] }, now)
    if (hours === undefined) continue
    const facts = { hours, deadline: row.expiresAt.toISOString() }
    await note(trx, { actor: 'clock', what: 'reminded', bookingId: row.id, facts, at: now })
    await tell(deps, trx, [reminderOf(row)])
  }
}

/**
 * Writes down challenges that the clock decided among what this account may read, so that nobody ever reads a
 * challenger as waiting that has won already.
 */
export const settleRead = async (deps: Deps, actor: Actor, id?: string): Promise<void> => {
  const now = deps.clock.now()
  for (const coordinatorId of await listUndecided(deps.db, actor, now, id))
    await deps.db.transaction().execute(async (trx) => {
      await lockCoordinator(trx, coordinatorId)
      await settle(deps, trx, coordinatorId, now)
    })
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
