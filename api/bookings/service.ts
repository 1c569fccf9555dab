import { type Db, meaningOf, type Trx } from '@repere/db'
import { getVerifiedCompany, refuseSuspended } from '../companies/service.ts'
import type { Deps } from '../deps.ts'
import { type Answer, doOnce } from '../http/idempotency.ts'
import type { SignedIn } from '../http/router.ts'
import { refuse } from '../problem.ts'
import { requireFresh } from '../sessions/service.ts'
import type { RequestInput } from './contract.ts'
import { type MoveInput, makeMove, refuseTaken } from './move.ts'
import { findBinding, hasRevealed } from './party-repository.ts'
import {
  type BookingFilter,
  type BookingRow,
  findBooking,
  findSides,
  listBookings,
  listHoldings,
} from './repository.ts'
import { requestBooking } from './request.ts'
import { responseTimeOfSlug } from './response-repository.ts'
import { withRetries } from './retries.ts'
import { noteReveal } from './reveal.ts'
import { settleRead } from './settle.ts'
import type { BookingShape } from './shapes-contract.ts'
import { inTurn } from './turns.ts'
import { toBooking, toSummaries } from './view.ts'

export { findCompleted, holdByClock, holdCompleted } from './completed.ts'
export { leaveBookings } from './leave.ts'
export { markThreadRead, readMessages, writeMessage } from './messages.ts'
export { type Told, tell } from './notices.ts'
export { listLivePartners } from './party-repository.ts'
export { readThreadForReport } from './reported.ts'
export { type BookingRow, countByState } from './repository.ts'
export { withRetries } from './retries.ts'
export { settleDue } from './settle.ts'
export type { BookingShape } from './shapes-contract.ts'
export { readStories, type Story } from './stories.ts'
export { note } from './trail.ts'

/** Whether this production was accepted by this person: it reads what they keep for such productions. */
export const wasAccepted = async (
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  account: SignedIn,
  slug: string,
): Promise<boolean> =>
  account.role === 'production' && (await findBinding(db, account.id, slug, clock.now())) !== undefined

/** How long a person takes to answer requests; null before five answers. */
export const readResponseTime = ({ db, clock }: Pick<Deps, 'db' | 'clock'>, slug: string) =>
  responseTimeOfSlug(db, slug, clock.now())

/** Sends a request, once per key. */
export const sendRequest = async (
  deps: Deps,
  account: SignedIn,
  input: RequestInput,
  key: string | undefined,
): Promise<Answer<BookingShape>> => {
  if (key === undefined) return refuse('idempotency-key-required')
  const once = { accountId: account.id, operation: 'booking.request', request: input, key }
  return withRetries(() =>
    doOnce(deps, once, async (trx) => ({
      status: 201,
      body: await requestBooking(deps, trx, account, input),
    })),
  )
}

/** Moves that carry a production forward: its company must (still) be verified. Leaving is always possible. */
const commits: readonly MoveInput['move'][] = ['confirm', 'counter', 'accept-counter', 'challenge', 'extend']

/** Moves that give a production what it asked for: a suspended one gets nothing new. */
const gives: readonly MoveInput['move'][] = ['accept', 'accept-counter', 'press', 'accept-extension']

/** Makes a move, once per key if there is one. */
export const moveBooking = async (
  deps: Deps,
  account: SignedIn,
  id: string,
  input: MoveInput,
  key: string | undefined,
): Promise<Answer<BookingShape>> => {
  const booking = (await findSides(deps.db, account, id)) ?? refuse('booking-not-found')
  if (input.move === 'void' && account.role === 'registrar') requireFresh(deps, account)
  if (commits.includes(input.move) && account.role === 'production')
    await getVerifiedCompany(deps.db, account.id)
  if (gives.includes(input.move) && account.role === 'coordinator')
    await refuseSuspended(deps.db, booking.companyId, 'be-accepted')
  const move = (trx: Trx) => makeMove(deps, trx, account, id, input)
  const read = async (db: Db, row: BookingRow) => ({
    status: 200 as const,
    body: await toBooking(deps, db, row, account, deps.clock.now()),
  })
  const once = { accountId: account.id, operation: `booking.move ${id}`, request: input, key }
  const takeTurn = <T>(work: () => Promise<T>) =>
    inTurn(deps.db, booking.coordinatorId, () => withRetries(work)).catch(sayWhoTook(deps, account, id))
  if (key !== undefined) return takeTurn(() => doOnce(deps, once, async (trx) => read(trx, await move(trx))))
  // An answer that nobody will ask for again is read when others need not wait for it any more.
  return read(deps.db, await takeTurn(() => deps.db.transaction().execute(move)))
}

/** The constraint stood in the way: says which days are gone. */
const sayWhoTook = (deps: Deps, account: SignedIn, id: string) => async (error: unknown) => {
  if (meaningOf(error) !== 'dates-taken') throw error
  const row = (await findBooking(deps.db, account, id)) ?? refuse('booking-not-found')
  return refuseTaken(row, await listHoldings(deps.db, [row.coordinatorId], deps.clock.now()))
}

/** A page of the account’s bookings. */
export const listOwnBookings = async (deps: Deps, account: SignedIn, filter: BookingFilter) => {
  await settleRead(deps, account)
  const now = deps.clock.now()
  const { rows, total } = await listBookings(deps.db, account, filter, now)
  const items = await toSummaries(deps, deps.db, rows, account, now)
  return { items, total, page: filter.page, perPage: filter.perPage }
}

/** A booking as its party reads it. That a contact was shown is noted once, for both to see. */
export const readBooking = async (deps: Deps, account: SignedIn, id: string): Promise<BookingShape> => {
  await settleRead(deps, account, id)
  const row = (await findBooking(deps.db, account, id)) ?? refuse('booking-not-found')
  const now = deps.clock.now()
  const view = await toBooking(deps, deps.db, row, account, now)
  if (!view.contact || (await hasRevealed(deps.db, id, account.id))) return view
  await deps.db.transaction().execute((trx) => noteReveal(trx, account, id, now))
  return toBooking(deps, deps.db, row, account, now)
}
