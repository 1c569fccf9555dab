import type { Trx } from '@repere/db'
import { refuseSuspended } from '../companies/service.ts'
import type { Deps } from '../deps.ts'
import { findLastTold, markSeen } from '../notifications/service.ts'
import { refuse } from '../problem.ts'
import { listFrozen } from '../reports/service.ts'
import { countUnread, insertMessage, listMessages, markRead, type Side } from './message-repository.ts'
import { hasLink, isThreadOpen, isTold } from './message-rules.ts'
import { tell } from './notices.ts'
import { type Actor, type BookingRow, findBooking } from './repository.ts'
import { effectiveState, isAccepted } from './rules.ts'
import { toStanding } from './standing.ts'
import { note } from './trail.ts'

/** The thread of a booking, oldest first. Fetching it says nothing of a reader: programs open links, too. */
export const readMessages = async (
  deps: Deps,
  actor: Actor,
  bookingId: string,
  place: { page: number; perPage: number },
) => {
  const side = sideOf(actor)
  const booking = (await findBooking(deps.db, actor, bookingId)) ?? refuse('booking-not-found')
  const { rows, total } = await listMessages(deps.db, bookingId, place)
  const open = openWith(deps, booking)
  const items = rows.map((row) => ({
    id: row.id,
    by: row.party,
    mine: row.party === side,
    body: open(row.bodySealed),
    sentAt: row.createdAt.toISOString(),
    readAt: row.readAt?.toISOString() ?? null,
  }))
  return { items, total, ...place }
}

/** Notes that this side has seen what the other wrote, up to a message; what was told of it is seen with it. */
export const markThreadRead = async (
  deps: Deps,
  actor: Actor,
  bookingId: string,
  through: string,
): Promise<void> => {
  const side = sideOf(actor)
  if (!(await findBooking(deps.db, actor, bookingId))) return refuse('booking-not-found')
  const now = deps.clock.now()
  await deps.db.transaction().execute(async (trx) => {
    await markRead(trx, { bookingId, reader: side, through }, now)
    if (!(await countUnread(trx, [bookingId], side)).has(bookingId))
      await markSeen(trx, actor.id, { path: threadOf(bookingId) }, now)
  })
}

/**
 * Writes to the other side, who is told without the words, unless they were told lately and have not read yet.
 * Refuses links before acceptance, and anything once the answer was no.
 */
export const writeMessage = async (deps: Deps, actor: Actor, bookingId: string, body: string) => {
  const side = sideOf(actor)
  const booking = (await findBooking(deps.db, actor, bookingId)) ?? refuse('booking-not-found')
  const now = deps.clock.now()
  const state = effectiveState(toStanding(booking, [], now), now)
  if (!isAccepted(state)) refuseLinks(body, '/body')
  if (!isThreadOpen(state) || !booking.wrapped || isOneSided(booking)) return refuse('thread-closed')
  if (side === 'production')
    await refuseSuspended(
      deps.db,
      booking.companyId,
      isAccepted(state) ? 'write-after-acceptance' : 'write-before-acceptance',
    )
  const bodySealed = deps.sealer.withKey(booking.wrapped).seal(body)
  const to: Side = side === 'coordinator' ? 'production' : 'coordinator'
  return deps.db.transaction().execute(async (trx) => {
    if ((await listFrozen(trx, [bookingId])).has(bookingId)) return refuse('booking-frozen')
    const unread = (await countUnread(trx, [bookingId], to)).get(bookingId) ?? 0
    const toldAt = await lastTold(trx, booking, to)
    const message = { bookingId, authorId: actor.id, party: side, bodySealed, createdAt: now }
    const id = await insertMessage(trx, message)
    await note(trx, { actor, what: 'message-sent', bookingId, at: now })
    if (isTold({ unread, toldAt, now }))
      await tell(deps, trx, [{ row: booking, to, name: 'message-received' }])
    return { id, by: side, mine: true, body, sentAt: now.toISOString(), readAt: null }
  })
}

/** Where notices of words lead. */
const threadOf = (bookingId: string) => `/bookings/${bookingId}#messages`

/** When a side was last told that words wait for it: the request itself brings the first. */
const lastTold = async (trx: Trx, booking: BookingRow, to: Side): Promise<Date | null> => {
  const accountId = to === 'coordinator' ? booking.coordinatorAccountId : booking.companyAccountId
  const told = accountId && (await findLastTold(trx, accountId, 'messages', threadOf(booking.id)))
  return told || (to === 'coordinator' ? booking.requestedAt : null)
}

/** Whether a side was erased: nobody would read it. */
const isOneSided = ({ coordinatorAccountId, companyAccountId }: BookingRow): boolean =>
  coordinatorAccountId === null || companyAccountId === null

/** Until a request is accepted, nothing leads out of the registry. */
export const refuseLinks = (text: string, pointer: string): void => {
  if (hasLink(text))
    refuse('links-before-acceptance', {
      errors: [{ pointer, detail: 'links and addresses wait until the request is accepted' }],
    })
}

/** Registrars are no side: the thread is between the two. */
const sideOf = ({ role }: Actor): Side => (role === 'registrar' ? refuse('wrong-role') : role)

const openWith = (deps: Deps, { wrapped }: BookingRow) => {
  const seal = wrapped ? deps.sealer.withKey(wrapped) : undefined
  return (sealed: Buffer | null) => (sealed && seal?.open(sealed)) ?? null
}
