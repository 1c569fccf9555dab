import { randomBytes } from 'node:crypto'
import type { Seal, Trx } from '@repere/db'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import { verificationAlphabet } from '@repere/db/vocabulary/verification-code.ts'
import type { Deps } from '../deps.ts'
import { record } from '../events/service.ts'
import type { SignedIn } from '../http/router.ts'
import { type SecondFactorChange, secondFactorChanged } from '../mail/templates/second-factor-changed.ts'
import { notify } from '../notifications/service.ts'
import { refuse } from '../problem.ts'
import {
  confirmSecondFactor,
  deleteSecondFactor,
  endAllSessions,
  endOtherSessions,
  findAccountId,
  findOwner,
  findSecondFactor,
  lockSecondFactor,
  noteStep,
  putSecret,
  replaceRecoveryCodes,
  useRecoveryCode,
} from './repository.ts'
import { mustEnrol, readCode, recoveryCount, recoveryLength, writeRecoveryCode } from './rules.ts'
import { createSecret, findStep, toAddress } from './totp.ts'

export { mustEnrol } from './rules.ts'

const setUpMs = 60 * 60_000

/** A key of the account's own: a secret moved to another row opens nothing. */
const sealOf = ({ sealer }: Pick<Deps, 'sealer'>, accountId: string): Seal =>
  sealer.forPurpose(`second-factor:${accountId}`)

export interface SecondFactorState {
  state: 'off' | 'on'
  since: Date | null
  recoveryCodesLeft: number
  /** While it is being set up: what the device must learn. */
  enrolling: { secret: string; address: string } | null
}

/** Where the account's second factor stands. The secret of a set-up under way is told to who may go on with it. */
export const read = async (deps: Deps, account: SignedIn, mayEnrol: boolean): Promise<SecondFactorState> => {
  const found = await findSecondFactor(deps.db, account.id)
  if (found?.confirmedAt)
    return { state: 'on', since: found.confirmedAt, recoveryCodesLeft: found.codesLeft ?? 0, enrolling: null }
  const secret =
    found && mayEnrol && isUnderWay(found, deps.clock.now())
      ? sealOf(deps, account.id).open(found.secretSealed)
      : undefined
  const enrolling = secret === undefined ? null : { secret, address: toAddress(secret, account.email) }
  return { state: 'off', since: null, recoveryCodesLeft: 0, enrolling }
}

const isUnderWay = ({ createdAt }: { createdAt: Date }, now: Date) =>
  now.getTime() - createdAt.getTime() < setUpMs

/** Begins the set-up, or goes on with the one under way: a page loaded again shows the same secret. */
export const begin = (deps: Deps, account: SignedIn): Promise<SecondFactorState> =>
  deps.db
    .transaction()
    .execute(async (trx) => {
      const now = deps.clock.now()
      const found = await lockSecondFactor(trx, account.id)
      if (found?.confirmedAt) refuse('second-factor-on')
      if (!found || !isUnderWay(found, now))
        await putSecret(trx, account.id, sealOf(deps, account.id).seal(createSecret()), now)
    })
    .then(() => read(deps, account, true))

/** The first right code makes it count. Gives the recovery codes, once, and ends the account's other sessions. */
export const complete = (deps: Deps, account: SignedIn, typed: string): Promise<string[]> =>
  deps.db.transaction().execute(async (trx) => {
    const now = deps.clock.now()
    const found = await lockSecondFactor(trx, account.id)
    if (found?.confirmedAt) return refuse('second-factor-on')
    if (!found || !isUnderWay(found, now)) return refuse('second-factor-off')
    const code = readCode(typed)
    const secret = sealOf(deps, account.id).open(found.secretSealed)
    const step = code?.kind === 'device' ? findStep(secret, code.code, now) : undefined
    if (step === undefined) return refuseCode()
    await confirmSecondFactor(trx, account.id, step, now)
    await endOtherSessions(trx, account.id, account.sessionId)
    await tell(deps, trx, account, 'on', now)
    return giveRecoveryCodes(deps, trx, account.id)
  })

const refuseCode = (): never =>
  refuse('wrong-code', {
    errors: [{ pointer: '/code', detail: 'is no code of this account at this moment' }],
  })

const giveRecoveryCodes = async (deps: Deps, trx: Trx, accountId: string): Promise<string[]> => {
  const codes = Array.from({ length: recoveryCount }, createRecoveryCode)
  await replaceRecoveryCodes(
    trx,
    accountId,
    codes.map((code) => digestOf(deps, accountId, code)),
  )
  return codes.map(writeRecoveryCode)
}

const createRecoveryCode = (): string =>
  [...randomBytes(recoveryLength)].map((byte) => verificationAlphabet[byte % 32]).join('')

const digestOf = ({ sealer }: Pick<Deps, 'sealer'>, accountId: string, code: string): string =>
  sealer.digest('recovery-code', `${accountId}:${code}`)

/**
 * Takes a code of the device, or a recovery code, and says which; refuses any other. A code counts once: neither the one
 * taken last nor an earlier one is taken again, and a recovery code is used up.
 */
export const takeCode = async (
  deps: Deps,
  trx: Trx,
  accountId: string,
  typed: string,
  now: Date,
): Promise<'device' | 'recovery'> => {
  const found = await lockSecondFactor(trx, accountId)
  if (!found?.confirmedAt) return refuse('second-factor-off')
  const read = readCode(typed)
  if (read?.kind === 'device') {
    const step = findStep(sealOf(deps, accountId).open(found.secretSealed), read.code, now)
    if (step === undefined || step <= (found.lastStep ?? 0)) return refuseCode()
    await noteStep(trx, accountId, step)
    return 'device'
  }
  if (!read || !(await useRecoveryCode(trx, accountId, digestOf(deps, accountId, read.code), now)))
    return refuseCode()
  const owner = await findOwner(trx, accountId)
  if (owner) await tell(deps, trx, owner, 'recovery-used', now)
  return 'recovery'
}

/** New recovery codes in the place of all earlier ones, against a code. */
export const renewRecoveryCodes = (deps: Deps, account: SignedIn, typed: string): Promise<string[]> =>
  deps.db.transaction().execute(async (trx) => {
    const now = deps.clock.now()
    await takeCode(deps, trx, account.id, typed, now)
    await tell(deps, trx, account, 'recovery-renewed', now)
    return giveRecoveryCodes(deps, trx, account.id)
  })

/** Turns it off, against a code; its password was asked before. Who must have one keeps it. */
export const turnOff = (deps: Deps, account: SignedIn, typed: string): Promise<void> =>
  deps.db.transaction().execute(async (trx) => {
    const now = deps.clock.now()
    if (mustEnrol({ ...account, secondFactor: false }, deps.config.production))
      refuse('second-factor-required')
    await takeCode(deps, trx, account.id, typed, now)
    await deleteSecondFactor(trx, account.id)
    await tell(deps, trx, account, 'off', now)
  })

const tell = async (
  deps: Deps,
  trx: Trx,
  { id, role }: Pick<SignedIn, 'id' | 'role'>,
  change: SecondFactorChange,
  at: Date,
): Promise<void> => {
  await record(trx, {
    actor: { id, role },
    kind: `second-factor.${change}`,
    subject: { kind: 'account', id },
    at,
  })
  const owner = await findOwner(trx, id)
  if (!owner) return
  const write = (locale: Locale) => secondFactorChanged(deps.config.origin, locale, change)
  await notify(deps, trx, [{ to: { ...owner, id }, kind: 'security', write }])
}

/**
 * For the operator's command line, when device and recovery codes are lost: the password alone signs in again, and every
 * session ends. False when the address has no second factor.
 */
export const resetSecondFactor = (deps: Pick<Deps, 'db' | 'clock'>, email: string): Promise<boolean> =>
  deps.db.transaction().execute(async (trx) => {
    const id = await findAccountId(trx, email.trim().toLowerCase())
    if (!id || !(await deleteSecondFactor(trx, id))) return false
    await endAllSessions(trx, id)
    const subject = { kind: 'account', id }
    await record(trx, { actor: 'operator', kind: 'second-factor.reset', subject, at: deps.clock.now() })
    return true
  })
