import type { Trx } from '@repere/db'
import { type Day, dayIn } from '@repere/db/vocabulary/day.ts'
import type { Deps } from '../deps.ts'
import { recorderOf } from '../events/service.ts'
import type { SignedIn } from '../http/router.ts'
import { refuse } from '../problem.ts'
import {
  deleteCredit,
  insertCredit,
  listCreditIds,
  listCredits,
  orderCredits,
  updateCredit,
} from './credit-repository.ts'
import { type Credit, type DatedCredit, findCreditFaults, mostCredits, moveTo } from './credit-rules.ts'
import { ensureCoordinator, findTimeZone } from './repository.ts'

type Stand = Pick<Deps, 'db' | 'clock' | 'sealer'>

type Words = Omit<Credit, 'id'>

/** The person's own credits, in their order. */
export const listOwnCredits = async (deps: Stand, account: SignedIn): Promise<DatedCredit[]> =>
  inOwnList(deps, account, async () => {})

/** Adds a credit, first in the list: the newest work is what people tell first. */
export const addCredit = (deps: Stand, account: SignedIn, credit: Words): Promise<DatedCredit> =>
  deps.db.transaction().execute(async (trx) => {
    const { now, today, coordinatorId } = await open(deps, trx, account)
    refuseFaults(credit, today)
    const ids = await listCreditIds(trx, coordinatorId)
    if (ids.length >= mostCredits) refuse('credits-full')
    const id = await insertCredit(trx, deps.sealer, { ...credit, coordinatorId, position: 0 }, now)
    await orderCredits(trx, [id, ...ids])
    await tell(trx, account, id, 'credit.added', now)
    return getCredit(deps, trx, coordinatorId, id, today)
  })

/** Rewrites one of the person's credits. */
export const changeCredit = (
  deps: Stand,
  account: SignedIn,
  id: string,
  credit: Words,
): Promise<DatedCredit> =>
  deps.db.transaction().execute(async (trx) => {
    const { now, today, coordinatorId } = await open(deps, trx, account)
    refuseFaults(credit, today)
    if (!(await updateCredit(trx, deps.sealer, { ...credit, id, coordinatorId }, now)))
      refuse('credit-not-found')
    await tell(trx, account, id, 'credit.changed', now)
    return getCredit(deps, trx, coordinatorId, id, today)
  })

/** Gives a credit another place in the list. */
export const moveCredit = (
  deps: Stand,
  account: SignedIn,
  id: string,
  place: number,
): Promise<DatedCredit[]> =>
  inOwnList(deps, account, async (trx, coordinatorId) => {
    const ids = await listCreditIds(trx, coordinatorId)
    if (!ids.includes(id)) refuse('credit-not-found')
    await orderCredits(trx, moveTo(ids, id, place))
  })

/** Takes a credit off the list, for good. */
export const removeCredit = (deps: Stand, account: SignedIn, id: string): Promise<void> =>
  deps.db.transaction().execute(async (trx) => {
    const { now, coordinatorId } = await open(deps, trx, account)
    if (!(await deleteCredit(trx, coordinatorId, id))) refuse('credit-not-found')
    await tell(trx, account, id, 'credit.removed', now)
  })

/** The person's row, made on first need and locked: two changes of one list never cross. */
const open = async ({ clock }: Stand, trx: Trx, account: SignedIn) => {
  const now = clock.now()
  const coordinatorId = await ensureCoordinator(trx, account, now)
  return { now, coordinatorId, today: dayIn(await findTimeZone(trx, coordinatorId), now) }
}

const inOwnList = (
  deps: Stand,
  account: SignedIn,
  act: (trx: Trx, coordinatorId: string) => Promise<void>,
): Promise<DatedCredit[]> =>
  deps.db.transaction().execute(async (trx) => {
    const { coordinatorId, today } = await open(deps, trx, account)
    await act(trx, coordinatorId)
    return listCredits(trx, deps.sealer, coordinatorId, today)
  })

const getCredit = async (
  { sealer }: Stand,
  trx: Trx,
  coordinatorId: string,
  id: string,
  today: Day,
): Promise<DatedCredit> =>
  (await listCredits(trx, sealer, coordinatorId, today)).find((credit) => credit.id === id) ??
  refuse('credit-not-found')

const refuseFaults = (credit: Words, today: Day): void => {
  const errors = findCreditFaults(credit, today)
  if (errors.length > 0) refuse('invalid-request', { errors })
}

const tell = recorderOf('coordinator', 'credit')
