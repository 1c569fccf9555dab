import type { Trx } from '@repere/db'
import type { Deps } from '../deps.ts'
import { beginChallenge, endChallenge, listInChallenge } from './challenge-repository.ts'
import { afterWaiting, clocksOfChallenge, outcomeOf } from './challenge-rules.ts'
import { clocksOf } from './clocks.ts'
import { tellWhoLosesDays } from './losses.ts'
import { noticesOfChallenge, tell } from './notices.ts'
import { happened } from './present-rules.ts'
import { optionsAhead, takenDays } from './rank-rules.ts'
import { type BookingRow, listByIds, listHoldings } from './repository.ts'
import { decide } from './rules.ts'
import { toStanding } from './standing.ts'
import { note, noteAll } from './trail.ts'
import { updateBooking } from './write-repository.ts'

/**
 * Asks every option ahead of a booking to be confirmed or released in its own working hours; the booking's own clock
 * waits meanwhile. The caller holds the lock of the coordinator, and has decided that it may.
 */
export const openChallenge = async (
  deps: Deps,
  trx: Trx,
  challenger: BookingRow,
  now: Date,
): Promise<void> => {
  const ahead = optionsAhead(challenger, await listHoldings(trx, [challenger.coordinatorId], now))
  const own = challenger.expiresAt ?? now
  const { seniors, until, expiresAt } = clocksOfChallenge(
    { ...clocksOf(challenger), expiresAt: own },
    ahead,
    now,
  )
  await beginChallenge(trx, { id: challenger.id, until, own, expiresAt }, now)
  for (const senior of seniors) await beginChallenge(trx, { ...senior, challengedBy: challenger.id }, now)
  const asked = await listByIds(
    trx,
    seniors.map(({ id }) => id),
  )
  await noteAll(
    trx,
    asked.map((row) => ({
      actor: 'clock' as const,
      what: 'must-answer',
      bookingId: row.id,
      facts: { deadline: row.expiresAt?.toISOString() ?? null },
      at: now,
    })),
  )
  await tell(deps, trx, noticesOfChallenge.opened(asked))
}

/**
 * Decides what can be decided of a person's open challenges at a moment: whoever was asked and no longer stands ahead
 * is asked no more; a challenger with nobody left ahead is confirmed, the constraint looking once more; one whose day
 * went to somebody goes on behind. Answers whether anything changed.
 */
export const reviewChallenges = async (
  deps: Deps,
  trx: Trx,
  coordinatorId: string,
  at: Date,
): Promise<boolean> => {
  const rows = await listInChallenge(trx, coordinatorId)
  if (rows.length === 0) return false
  let changed = false
  for (const challenger of rows.filter(({ challengedBy }) => challengedBy === null)) {
    // Read anew for each: whoever won before may have taken a day.
    const holdings = await listHoldings(trx, [coordinatorId], at)
    const asked = rows.filter(({ challengedBy }) => challengedBy === challenger.id)
    const ahead = new Set(optionsAhead(challenger, holdings).map(({ id }) => id))
    const outcome = outcomeOf(
      asked.filter(({ id }) => ahead.has(id)).map(({ id }) => id),
      takenDays(challenger, holdings),
    )
    const over = outcome === undefined ? asked.filter(({ id }) => !ahead.has(id)) : asked
    await goOn(deps, trx, over, at)
    if (outcome === 'won') await win(deps, trx, challenger, at)
    else if (outcome === 'lost') await lose(deps, trx, challenger, at)
    changed ||= outcome !== undefined || over.length > 0
  }
  const challengers = new Set(rows.filter(({ challengedBy }) => challengedBy === null).map(({ id }) => id))
  // Whoever challenged them withdrew, was released or voided.
  const left = rows.filter(({ challengedBy }) => challengedBy !== null && !challengers.has(challengedBy))
  await goOn(deps, trx, left, at)
  return changed || left.length > 0
}

/** Options that need not answer any more: their own clocks run on, and their sides are told. */
const goOn = async (deps: Deps, trx: Trx, rows: readonly BookingRow[], at: Date): Promise<void> => {
  for (const row of rows) if (row.ownExpiresAt) await endChallenge(trx, row.id, row.ownExpiresAt)
  const after = await listByIds(
    trx,
    rows.map(({ id }) => id),
  )
  await noteAll(
    trx,
    after.map(({ id }) => ({ actor: 'clock' as const, what: 'challenge-over', bookingId: id, at })),
  )
  await tell(deps, trx, noticesOfChallenge.over(after))
}

/** Confirms a challenger, unless a day, the brief, a report or its company's standing is in the way by now. */
const win = async (deps: Deps, trx: Trx, row: BookingRow, at: Date): Promise<void> => {
  const holdings = await listHoldings(trx, [row.coordinatorId], at)
  const decision = decide(toStanding(row, holdings, at), 'win', 'clock', at)
  const own = holdings.find(({ id }) => id === row.id)
  const change = { to: 'confirmed', expiresAt: null, confirmedAt: at } as const
  if (!decision.ok || own?.frozen || row.companyState === 'suspended') return lose(deps, trx, row, at)
  if (!(await updateBooking(trx, row, change))) return
  const facts = { to: 'confirmed', version: row.version + 1, since: at.toISOString() }
  await note(trx, { actor: 'clock', what: happened.win, bookingId: row.id, facts, at: deps.clock.now() })
  const [won] = await listByIds(trx, [row.id])
  if (!won) return
  await tell(deps, trx, noticesOfChallenge.won(won))
  await tellWhoLosesDays(deps, trx, won, at)
}

/** A challenger that did not win keeps its place behind, and its own clock goes on from here. */
const lose = async (deps: Deps, trx: Trx, row: BookingRow, at: Date): Promise<void> => {
  const expiresAt = afterWaiting(
    { ...clocksOf(row), expiresAt: row.ownExpiresAt ?? at },
    { from: row.clockSince ?? at, to: at },
  )
  await endChallenge(trx, row.id, expiresAt)
  await note(trx, { actor: 'clock', what: 'challenge-lost', bookingId: row.id, at })
  const [after] = await listByIds(trx, [row.id])
  if (after) await tell(deps, trx, noticesOfChallenge.lost(after))
}
