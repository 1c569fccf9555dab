import { refuseSuspended } from '../companies/service.ts'
import type { Deps } from '../deps.ts'
import { refuse } from '../problem.ts'
import { listFrozen } from '../reports/service.ts'
import { countUnread, insertMessage, listMessages, markRead, type Side } from './message-repository.ts'
import { hasLink, isThreadOpen } from './message-rules.ts'
import { tell } from './notices.ts'
import { type Actor, type BookingRow, findBooking } from './repository.ts'
import { effectiveState, isAccepted } from './rules.ts'
import { toStanding } from './standing.ts'
import { note } from './trail.ts'

/** The thread of a booking, oldest first. What the other side wrote counts as seen from here on. */
export const readMessages = async (
  deps: Deps,
  actor: Actor,
  bookingId: string,
  place: { page: number; perPage: number },
) => {
  const side = sideOf(actor)
  const booking = (await findBooking(deps.db, actor, bookingId)) ?? refuse('booking-not-found')
  const { rows, total } = await listMessages(deps.db, bookingId, place)
  if (rows.some(({ party, readAt }) => party !== side && !readAt))
    await markRead(deps.db, bookingId, side, deps.clock.now())
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

/**
 * Writes to the other side, who gets a mail without the words unless one about this thread is unread already.
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
    const waiting = (await countUnread(trx, [bookingId], to)).get(bookingId) ?? 0
    const message = { bookingId, authorId: actor.id, party: side, bodySealed, createdAt: now }
    const id = await insertMessage(trx, message)
    await note(trx, { actor, what: 'message-sent', bookingId, at: now })
    if (waiting === 0) await tell(deps, trx, [{ row: booking, to, name: 'message-received' }])
    return { id, by: side, mine: true, body, sentAt: now.toISOString(), readAt: null }
  })
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
