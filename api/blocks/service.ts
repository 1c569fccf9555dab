import type { Trx } from '@repere/db'
import type { BlockedParty } from '@repere/db/vocabulary/report.ts'
import type { Deps } from '../deps.ts'
import { record } from '../events/service.ts'
import type { SignedIn } from '../http/router.ts'
import { refuse } from '../problem.ts'
import {
  deleteBlock,
  findParties,
  insertBlock,
  type LiveBooking,
  listBlocks,
  listLive,
} from './repository.ts'

export { isBlockedBy, listBlockers } from './repository.ts'

type Stand = Pick<Deps, 'db' | 'clock'>

export type OwnBlock = Awaited<ReturnType<typeof listBlocks>>[number] & { live: LiveBooking[] }

/** The account's blocks, each with what still stands between the two; all of them, or those on a booking's company. */
export const readBlocks = async (
  { db, clock }: Stand,
  account: SignedIn,
  bookingId?: string,
): Promise<OwnBlock[]> => {
  const all = await listBlocks(db, account.id)
  const parties = bookingId === undefined ? undefined : await findParties(db, account.id, bookingId)
  const blocks =
    bookingId === undefined
      ? all
      : all.filter(({ companyId }) => companyId !== null && companyId === parties?.companyId)
  const companyIds = blocks.flatMap(({ companyId }) => (companyId ? [companyId] : []))
  const live = blocks[0] ? await listLive(db, blocks[0].coordinatorId, companyIds, clock.now()) : []
  return blocks.map((block) => ({
    ...block,
    live: live.filter(({ companyId }) => companyId === block.companyId),
  }))
}

/**
 * Blocks the company of one of the account's bookings, or the person behind it. Says nothing to them, and ends nothing
 * that stands. The trail says that somebody blocked, never whom: registrars read it, and this is not for their eyes.
 */
export const setBlock = async (
  deps: Stand,
  account: SignedIn,
  { bookingId, who }: { bookingId: string; who: BlockedParty },
): Promise<OwnBlock> => {
  await deps.db.transaction().execute(async (trx) => {
    const parties = (await findParties(trx, account.id, bookingId)) ?? refuse('booking-not-found')
    // An erased account leaves a company without a person to block.
    const person = who === 'person' && parties.accountId !== null
    const block = {
      coordinatorId: parties.coordinatorId,
      companyId: person ? null : parties.companyId,
      accountId: person ? parties.accountId : null,
    }
    if (await insertBlock(trx, block, deps.clock.now()))
      await note(trx, account, 'block.set', deps.clock.now())
  })
  const wanted = (await readBlocks(deps, account, bookingId)).find(
    ({ accountId }) => (accountId !== null) === (who === 'person'),
  )
  return wanted ?? (await readBlocks(deps, account, bookingId))[0] ?? refuse('booking-not-found')
}

export const liftBlock = ({ db, clock }: Stand, account: SignedIn, id: string): Promise<void> =>
  db.transaction().execute(async (trx) => {
    if (!(await deleteBlock(trx, account.id, id))) return refuse('block-not-found')
    await note(trx, account, 'block.lifted', clock.now())
  })

const note = (trx: Trx, { id }: SignedIn, kind: string, at: Date): Promise<void> =>
  record(trx, { actor: { id, role: 'coordinator' }, kind, subject: { kind: 'account', id }, at })
