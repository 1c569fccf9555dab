import type { Trx } from '@repere/db'
import type { ErasureReason } from '@repere/db/vocabulary/erasure.ts'
import { countByState, leaveBookings, withRetries } from '../bookings/service.ts'
import type { Deps } from '../deps.ts'
import { record } from '../events/service.ts'
import { dropFilesOf, takeOffDisk } from '../files/service.ts'
import type { SignedIn } from '../http/router.ts'
import { accountErased } from '../mail/templates/account-erased.ts'
import { withoutNamesInNotifications } from '../notifications/service.ts'
import { refuse } from '../problem.ts'
import { provePassword } from '../sessions/service.ts'
import type { ErasureConsequences } from './contract.ts'
import { forgetAnswers, withoutNamesInMails } from './copies.ts'
import * as repository from './repository.ts'
import { isConfirmed, namelessWords, withoutNames } from './rules.ts'
import { removeParty } from './scrub-repository.ts'

export { deleteKeys, destroyKeys } from './key-repository.ts'
export { listTombstones } from './repository.ts'

type Side = 'coordinator' | 'production'

/** What erasing would do, counted from the account's own data. */
export const readConsequences = async (deps: Deps, account: SignedIn): Promise<ErasureConsequences> => {
  const { db, clock } = deps
  const own = await repository.countOwn(db, account.id)
  const states = await countByState(db, account, clock.now())
  const { requested = 0, countered = 0, option = 0, confirmed = 0, ...past } = states
  return {
    email: account.email,
    published: Boolean(own.published),
    waiting: requested + countered,
    options: option,
    confirmed,
    past: Object.values(past).reduce((sum, count) => sum + count, 0),
    messages: own.messages ?? 0,
    credentials: own.credentials ?? 0,
    projects: own.projects ?? 0,
    days: own.days ?? 0,
  }
}

/** Erases the account that asks for it, once its password and its typed address say that it means it. */
export const eraseMine = async (
  deps: Deps,
  account: SignedIn,
  { password, confirmation }: { password: string; confirmation: string },
): Promise<Date> => {
  if (!isConfirmed(confirmation, account.email))
    refuse('invalid-request', {
      errors: [{ pointer: '/confirmation', detail: 'must be the address of the account' }],
    })
  await provePassword(deps, account, password)
  const now = deps.clock.now()
  await eraseAccount(deps, account.id, 'asked')
  return now
}

/**
 * Erases an account, in one transaction: ends what is alive as its side would, so that others are told; takes its
 * names out of every copy; removes its rows, or hollows out those that bookings of others stand on; destroys its
 * keys. Calling it again for the same id does nothing, and so does one that is no longer due. Answers whether there was anything to erase.
 */
export const eraseAccount = async (
  deps: Deps,
  accountId: string,
  because: ErasureReason,
  isStillDue: IsStillDue = () => true,
): Promise<boolean> => {
  // Two sides of one booking may leave, or move, at the same moment.
  const erased = await withRetries(() =>
    deps.db.transaction().execute((trx) => eraseWithin(deps, trx, accountId, because, isStillDue)),
  )
  // Their keys are gone already: a crash before this line leaves bytes that nothing opens, until the next sweep.
  if (erased) await takeOffDisk(deps, erased.files)
  return erased !== undefined
}

/** Asked once the account is locked: what was due a moment ago may not be any more. */
type IsStillDue = (account: repository.LockedAccount) => boolean

const eraseWithin = async (
  deps: Deps,
  trx: Trx,
  accountId: string,
  because: ErasureReason,
  isStillDue: IsStillDue,
): Promise<{ files: string[] } | undefined> => {
  const now = deps.clock.now()
  const account = await repository.lockAccount(trx, accountId)
  if (!account || !isStillDue(account)) return undefined
  const names = await repository.listNamesOf(trx, account)
  const isParty = account.role !== 'registrar'
  const ended = isParty ? await leaveBookings(deps, trx, { id: accountId, role: account.role as Side }) : 0
  const bookings = await repository.listBookingsOf(trx, accountId)
  const bookingIds = bookings.map(({ id }) => id)
  const others = new Set(
    bookings
      .flatMap((row) => [row.coordinatorAccountId, row.companyAccountId])
      .filter((id) => id !== accountId),
  )
  const otherIds = [...others].filter((id) => id !== null)
  if (isParty) {
    const instead = namelessWords[account.role as Side]
    const told = [...new Set([...otherIds, ...(await repository.listPartners(trx, accountId))])]
    await withoutNamesInMails(deps, trx, told, names, instead)
    await withoutNamesInNotifications(deps, trx, told, (text, locale) =>
      withoutNames(text, names, instead[locale]),
    )
  }
  await forgetAnswers(deps, trx, otherIds, bookingIds)
  await repository.emptyWords(trx, accountId, bookingIds)
  await repository.deleteSettledReports(trx, accountId)
  const files = await dropFilesOf(trx, accountId, now)
  await removeParty(trx, 'coordinator', accountId, now)
  await removeParty(trx, 'company', accountId, now)
  await repository.deleteAccount(trx, accountId)
  await repository.insertTombstone(trx, { accountId, because, erasedAt: now })
  await record(trx, {
    actor: because === 'asked' && isParty ? { id: accountId, role: account.role } : byWhom(because),
    kind: 'account.erased',
    subject: { kind: 'account', id: accountId },
    facts: { because, role: account.role, ended, kept: bookingIds.length },
    at: now,
  })
  if (because !== 'unproven') {
    const letter = accountErased(account.locale, because)
    await deps.mailer.enqueue(trx, { to: account.email, accountId: null, letter })
  }
  return { files }
}

const byWhom = (because: ErasureReason) => (because === 'operator' ? 'operator' : 'clock')
