import { setTimeout } from 'node:timers/promises'
import type { Trx } from '@repere/db'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import type { Role } from '@repere/db/vocabulary/role.ts'
import type { Deps } from '../deps.ts'
import { record } from '../events/service.ts'
import type { SignedIn } from '../http/router.ts'
import { resetPassword } from '../mail/templates/reset-password.ts'
import { verifyEmail } from '../mail/templates/verify-email.ts'
import { refuse } from '../problem.ts'
import { createToken, hashToken } from '../sessions/service.ts'
import {
  findAccountByAddress,
  findKnownAddresses,
  holdAccount,
  insertAccount,
  insertToken,
  markVerified,
  replacePassword,
  updateLocale,
  useToken,
} from './repository.ts'
import { isCommonPassword } from './rules.ts'

export { restoreAccount, suspendAccount } from './standing.ts'

const week = 7 * 86_400_000
const halfHour = 30 * 60_000

export interface SignUp {
  email: string
  password: string
  displayName: string
  role: 'coordinator' | 'production'
  locale: Locale
}

/** Creates an account and mails the link that proves its address. Refuses a known address and a common password. */
export const signUp = async (deps: Deps, { password, ...wanted }: SignUp): Promise<string> => {
  refuseCommon(password, wanted.email)
  const passwordHash = await deps.passwords.hash(password)
  return deps.db.transaction().execute(async (trx) => {
    const now = deps.clock.now()
    const id = await insertAccount(trx, { ...wanted, passwordHash, demo: deps.config.demo }, now)
    if (!id)
      return refuse('email-taken', { errors: [{ pointer: '/email', detail: 'has an account already' }] })
    await note(trx, 'account.created', { id, role: wanted.role }, now)
    await sendVerification(deps, trx, { id, email: wanted.email, locale: wanted.locale })
    return id
  })
}

/** Sends the confirmation link again; says nothing when there is nothing to confirm. */
export const resendVerification = async (deps: Deps, account: SignedIn): Promise<void> => {
  if (account.emailVerified) return
  await deps.db.transaction().execute((trx) => sendVerification(deps, trx, account))
}

const sendVerification = async (
  deps: Deps,
  trx: Trx,
  { id, email, locale }: { id: string; email: string; locale: Locale },
) => {
  const token = createToken()
  const now = deps.clock.now()
  const expiresAt = new Date(now.getTime() + week)
  await insertToken(
    trx,
    { tokenHash: hashToken(token), accountId: id, purpose: 'verify-email', expiresAt },
    now,
  )
  await deps.mailer.enqueue(trx, {
    to: email,
    accountId: id,
    letter: verifyEmail(deps.config.origin, locale, token),
  })
}

export const confirmEmail = (deps: Deps, token: string): Promise<void> =>
  deps.db.transaction().execute(async (trx) => {
    const now = deps.clock.now()
    const owner = await useToken(trx, hashToken(token), 'verify-email', now)
    if (!owner) return refuse('link-expired')
    await markVerified(trx, owner.id, now)
    await note(trx, 'account.verified', owner, now)
  })

/** What an account did to itself, for the audit trail. */
const note = (trx: Trx, kind: string, { id, role }: { id: string; role: Role }, at: Date): Promise<void> =>
  record(trx, { actor: { id, role }, kind, subject: { kind: 'account', id }, at })

/** Longer than the work for a known address takes, so that the time of the answer tells nobody that it is known. */
const resetAnswerMs = 150

/** Mails a link to choose a new password. Whether the address is known shows neither in the answer nor in its time. */
export const requestReset = async (deps: Deps, email: string): Promise<void> => {
  await Promise.all([mailReset(deps, email), setTimeout(resetAnswerMs)])
}

const mailReset = async (deps: Deps, email: string): Promise<void> => {
  const account = await findAccountByAddress(deps.db, email)
  if (account?.state !== 'active') return
  const token = createToken()
  const now = deps.clock.now()
  const expiresAt = new Date(now.getTime() + halfHour)
  await deps.db.transaction().execute(async (trx) => {
    if (!(await holdAccount(trx, account.id))) return
    await insertToken(
      trx,
      { tokenHash: hashToken(token), accountId: account.id, purpose: 'reset-password', expiresAt },
      now,
    )
    await deps.mailer.enqueue(trx, {
      to: account.email,
      accountId: account.id,
      letter: resetPassword(deps.config.origin, account.locale, token),
    })
  })
}

/** Changes the password and ends every session. The mailed link proves the address, too. */
export const confirmReset = async (deps: Deps, token: string, password: string): Promise<void> => {
  refuseCommon(password, '')
  const passwordHash = await deps.passwords.hash(password)
  await deps.db.transaction().execute(async (trx) => {
    const now = deps.clock.now()
    const owner = await useToken(trx, hashToken(token), 'reset-password', now)
    if (!owner) return refuse('link-expired')
    // Whatever is refused here leaves the link unused.
    refuseCommon(password, owner.email)
    await replacePassword(trx, owner.id, passwordHash)
    await markVerified(trx, owner.id, now)
    await note(trx, 'account.password-changed', owner, now)
  })
}

export const changeLocale = (deps: Deps, account: SignedIn, locale: Locale): Promise<void> =>
  updateLocale(deps.db, account.id, locale)

/** For the operator's command line: registrars decide on others, so nobody makes themselves one. */
export const createRegistrar = async (
  deps: Pick<Deps, 'db' | 'clock' | 'passwords'>,
  { email, password, displayName, locale }: Omit<SignUp, 'role'>,
): Promise<string> => {
  refuseCommon(password, email)
  const passwordHash = await deps.passwords.hash(password)
  return deps.db.transaction().execute(async (trx) => {
    const now = deps.clock.now()
    const id = await insertAccount(trx, { email, passwordHash, displayName, locale, role: 'registrar' }, now)
    if (!id) return refuse('email-taken')
    await markVerified(trx, id, now)
    const subject = { kind: 'account', id }
    await record(trx, { actor: 'operator', kind: 'account.registrar-created', subject, at: now })
    return id
  })
}

/** The hash of a password somebody chooses for an address. Refuses one that guessing tries first. */
export const hashChosen = (
  { passwords }: Pick<Deps, 'passwords'>,
  password: string,
  email: string,
): Promise<string> => {
  refuseCommon(password, email)
  return passwords.hash(password)
}

/** Opens a coordinator's account whose address a mailed link has just proven. Refuses a known address. */
export const openProvenAccount = async (
  { clock, config }: { clock: Deps['clock']; config: Pick<Deps['config'], 'demo'> },
  trx: Trx,
  wanted: Omit<SignUp, 'role' | 'password'> & { passwordHash: string },
): Promise<string> => {
  const now = clock.now()
  const id = await insertAccount(trx, { ...wanted, role: 'coordinator', demo: config.demo }, now)
  if (!id) return refuse('email-taken')
  await markVerified(trx, id, now)
  await note(trx, 'account.created', { id, role: 'coordinator' }, now)
  return id
}

/** Which of these addresses have an account. */
export const listKnownAddresses = findKnownAddresses

const refuseCommon = (password: string, email: string) => {
  if (isCommonPassword(password, email))
    refuse('invalid-request', {
      errors: [{ pointer: '/password', detail: 'is among the first that guessing tries' }],
    })
}
