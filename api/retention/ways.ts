import type { Db } from '@repere/db'
import type { RetentionRule } from '@repere/db/vocabulary/retention.ts'
import type { Deps } from '../deps.ts'
import { eraseAccount } from '../erasure/service.ts'
import { countOldEvidence, deleteOldEvidence } from '../evidence/service.ts'
import { farewell } from '../mail/templates/account-erased.ts'
import { forgetOld } from '../notifications/service.ts'
import { listUnproven, listUnseen } from './account-repository.ts'
import { type Ended, listEnded } from './booking-repository.ts'
import { forgetBookings, partHeld } from './bookings.ts'
import * as repository from './repository.ts'
import { cutOff, dayOf, isUnused, type Periods } from './rules.ts'
import { warnUnseen } from './warnings.ts'

/** What would go now, and what would but for an open report. */
export interface Due {
  due: number
  held: number
}

export interface Way {
  /** Counts what would go, changing nothing. */
  count(deps: Deps, periods: Periods, now: Date): Promise<Due>
  /** Lets it go; answers how much went. */
  go(deps: Deps, periods: Periods, now: Date): Promise<number>
}

/** Something undone again: what a dry run is. */
class Undone extends Error {}

/** Counts by doing the very same and taking it back, so that a dry run cannot differ from the run. */
const inVain = async (db: Db, work: (db: Db) => Promise<number>): Promise<number> => {
  let count = 0
  await db
    .transaction()
    .execute(async (trx) => {
      count = await work(trx)
      throw new Undone()
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error
    })
  return count
}

const simple = (rule: RetentionRule, work: (db: Db, before: Date, now: Date) => Promise<number>): Way => ({
  count: async ({ db }, periods, now) => ({
    due: await inVain(db, (trx) => work(trx, cutOff(periods[rule], now), now)),
    held: 0,
  }),
  go: ({ db }, periods, now) => work(db, cutOff(periods[rule], now), now),
})

const ended = (rule: RetentionRule, kind: Ended): Way => ({
  async count({ db }, periods, now) {
    const ids = await listEnded(db, kind, cutOff(periods[rule], now))
    const { free, held } = await partHeld(
      db,
      ids.map((bookingId) => ({ bookingId })),
      now,
    )
    return { due: free.length, held: held.length }
  },
  go: async (deps, periods, now) =>
    forgetBookings(deps, await listEnded(deps.db, kind, cutOff(periods[rule], now)), now),
})

const unseenBefore = (periods: Periods, now: Date) =>
  dayOf(cutOff(periods['unused-account'] - periods['unused-warning'], now))

const batch = 200

/** How each kind of thing goes when its time is over. A rule without its line does not compile. */
export const ways: Readonly<Record<RetentionRule, Way>> = {
  'unproven-account': {
    count: async ({ db }, periods, now) => ({
      due: (await listUnproven(db, cutOff(periods['unproven-account'], now), 10_000)).length,
      held: 0,
    }),
    async go(deps, periods, now) {
      const ids = await listUnproven(deps.db, cutOff(periods['unproven-account'], now), batch)
      let gone = 0
      // Proving the address meanwhile keeps the account: it is looked at again under its lock.
      for (const id of ids)
        if (await eraseAccount(deps, id, 'unproven', (account) => account.emailVerifiedAt === null)) gone += 1
      return gone
    },
  },
  'unused-account': {
    async count({ db }, periods, now) {
      const unseen = await listUnseen(db, unseenBefore(periods, now))
      return { due: unseen.filter((account) => isUnused(account, periods, now)).length, held: 0 }
    },
    async go(deps, periods, now) {
      let gone = 0
      for (const account of await listUnseen(deps.db, unseenBefore(periods, now)))
        if (
          isUnused(account, periods, now) &&
          (await eraseAccount(deps, account.id, 'unused', (locked) => isUnused(locked, periods, now)))
        )
          gone += 1
      return gone
    },
  },
  'unused-warning': {
    async count({ db }, periods, now) {
      const unseen = await listUnseen(db, unseenBefore(periods, now))
      const unwarned = unseen.filter(
        ({ warnedOn, lastSeenOn }) => warnedOn === null || warnedOn <= lastSeenOn,
      )
      return { due: unwarned.length, held: 0 }
    },
    go: async (deps, periods, now) =>
      warnUnseen(deps, await listUnseen(deps.db, unseenBefore(periods, now)), periods, now),
  },
  'ended-request': ended('ended-request', 'request'),
  'completed-booking': ended('completed-booking', 'booking'),
  evidence: {
    count: async ({ db }, periods, now) => ({
      due: await countOldEvidence(db, cutOff(periods.evidence, now)),
      held: 0,
    }),
    go: (deps) => deleteOldEvidence(deps),
  },
  idempotency: simple('idempotency', (db, before) => repository.deleteAnswers(db, before)),
  'mail-body': simple(
    'mail-body',
    async (db, before) =>
      (await repository.deleteMailsOf(db, farewell, before)) + (await repository.emptyMailBodies(db, before)),
  ),
  link: simple('link', (db, before) => repository.deleteLinks(db, before)),
  notification: simple('notification', (db, before) => forgetOld(db, before)),
  session: simple('session', (db, before, now) => repository.deleteSessions(db, now, before)),
}
