import type { Trx } from '@repere/db'
import type { Discipline } from '@repere/db/vocabulary/discipline.ts'
import type { MentoringSide } from '@repere/db/vocabulary/mentoring.ts'
import { badgeDay } from '../credentials/service.ts'
import type { Deps } from '../deps.ts'
import { recorderOf } from '../events/service.ts'
import type { SignedIn } from '../http/router.ts'
import { mentoringNotice } from '../mail/templates/mentoring-notice.ts'
import { notify } from '../notifications/service.ts'
import { refuse } from '../problem.ts'
import {
  acceptPair,
  endPair,
  findOtherAccount,
  findPair,
  findPublicPerson,
  insertPair,
  listPairs,
  lockPair,
  type Pair,
  type PairPerson,
  wasAskedInVain,
} from './repository.ts'
import { canAccept, canTake, otherSide, restOver } from './rules.ts'

export interface PairAsked {
  coordinator: string
  /** The side of who asks. */
  side: MentoringSide
  discipline: Discipline
}

/** The pairs that live or wait, of the person who reads. */
export const listMine = ({ db }: Pick<Deps, 'db'>, account: SignedIn): Promise<Pair[]> =>
  listPairs(db, account.id)

/** Asks somebody public to be shown as a pair. Nothing shows until they agree; they are told by mail. */
export const askPair = async (deps: Deps, account: SignedIn, asked: PairAsked): Promise<Pair> => {
  await deps.limits.spend('mentoring', [account.id])
  return deps.db.transaction().execute(async (trx) => {
    const { side, discipline } = asked
    const now = deps.clock.now()
    const today = badgeDay(now)
    const other =
      (await findPublicPerson(trx, { slug: asked.coordinator }, discipline, today)) ??
      refuse('coordinator-not-found')
    const me =
      (await findPublicPerson(trx, { accountId: account.id }, discipline, today)) ??
      refuse('profile-not-published')
    const fits =
      me.coordinatorId !== other.coordinatorId &&
      canTake(side, discipline, me) &&
      canTake(otherSide(side), discipline, other)
    if (!fits) refuse('pair-does-not-fit')
    const asks = { ...placeOf(side, me, other), discipline, askedBy: side }
    if (await wasAskedInVain(trx, asks, restOver(now))) refuse('pair-asked-lately')
    const id = await insertPair(trx, { ...asks, askedAt: now })
    await tell(trx, account, id, 'mentoring.asked', now, { side, discipline })
    await inform(deps, trx, other, { what: 'asked', name: me.displayName, side, discipline })
    return getPair(trx, account, id)
  })
}

/** Agrees to what the other side asked. Agreeing twice changes nothing. */
export const agree = (deps: Deps, account: SignedIn, id: string): Promise<Pair> =>
  deps.db.transaction().execute(async (trx) => {
    const now = deps.clock.now()
    await lockPair(trx, id)
    const pair = await getPair(trx, account, id)
    if (pair.acceptedAt) return pair
    if (!canAccept({ askedBy: pair.askedBy, state: 'asked' }, pair.side)) refuse('pair-awaits-other')
    await acceptPair(trx, id, now)
    const { side, discipline } = pair
    await tell(trx, account, id, 'mentoring.accepted', now, { side, discipline })
    const other = await findOtherAccount(trx, id, account.id)
    if (other)
      await inform(deps, trx, other, { what: 'accepted', name: account.displayName, side, discipline })
    return getPair(trx, account, id)
  })

/** Takes back, declines or ends: either side, at any time, without a reason. */
export const end = (
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  account: SignedIn,
  id: string,
): Promise<void> =>
  db.transaction().execute(async (trx) => {
    const now = clock.now()
    await lockPair(trx, id)
    const { side, discipline } = await getPair(trx, account, id)
    await endPair(trx, id, now)
    await tell(trx, account, id, 'mentoring.ended', now, { side, discipline })
  })

const placeOf = (side: MentoringSide, me: PairPerson, other: PairPerson) =>
  side === 'trainee'
    ? { traineeId: me.coordinatorId, leadId: other.coordinatorId }
    : { traineeId: other.coordinatorId, leadId: me.coordinatorId }

const getPair = async (trx: Trx, account: SignedIn, id: string): Promise<Pair> =>
  (await findPair(trx, account.id, id)) ?? refuse('pair-not-found')

const inform = (
  deps: Deps,
  trx: Trx,
  to: Pick<PairPerson, 'accountId' | 'email' | 'locale'>,
  notice: Parameters<typeof mentoringNotice>[2],
): Promise<void> =>
  notify(deps, trx, [
    {
      to: { ...to, id: to.accountId },
      kind: 'profile',
      write: (locale) => mentoringNotice(deps.config.origin, locale, notice),
    },
  ])

const tell = recorderOf('coordinator', 'mentoring')
