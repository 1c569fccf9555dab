import { Lucia } from 'lucia'
import type { Deps } from '../deps.ts'
import { record } from '../events/service.ts'
import type { SignedIn } from '../http/router.ts'
import { refuse } from '../problem.ts'
import { mustEnrol, takeCode } from '../second-factors/service.ts'
import {
  confirmSession,
  createSessionAdapter,
  deleteOwnSession,
  deleteSteps,
  findAccountByEmail,
  findPasswordHash,
  findStanding,
  insertStep,
  type SessionAccount,
  spendAttempt,
  touchSession,
} from './repository.ts'
import { isFresh, isVisitDue } from './rules.ts'
import { createToken, hashToken } from './tokens.ts'

export { createPasswords } from './passwords.ts'
export { createToken, hashToken } from './tokens.ts'

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof createLucia>
    DatabaseUserAttributes: SessionAccount
    DatabaseSessionAttributes: SessionFacts
  }
}

interface SessionFacts {
  publicId: string
  lastSeenAt: Date
  confirmedAt: Date | null
  /** Which of the account's epochs a new session belongs to; the present one unless it is said. */
  epoch?: number | undefined
}

const createLucia = (deps: Pick<Deps, 'db' | 'clock'>) =>
  new Lucia(
    createSessionAdapter(deps.db, () => deps.clock.now()),
    {
      getUserAttributes: (account: SessionAccount) => account,
      getSessionAttributes: (session: SessionFacts) => session,
    },
  )

/** How long a right password waits for its code. */
export const stepMs = 5 * 60_000

const opened = new WeakMap<object, Lucia>()

/** One Lucia per database. */
const luciaOf = (deps: Pick<Deps, 'db' | 'clock'>): ReturnType<typeof createLucia> => {
  const known = opened.get(deps.db) ?? createLucia(deps)
  opened.set(deps.db, known)
  return known as ReturnType<typeof createLucia>
}

/**
 * Opens a session and returns its token: the cookie's value, kept nowhere. With the `epoch` of the moment when somebody
 * proved who they are, it never lives if every session of theirs was ended since.
 */
export const openSession = async (
  deps: Pick<Deps, 'db' | 'clock'>,
  accountId: string,
  epoch?: number,
): Promise<string> => {
  const token = createToken()
  const now = deps.clock.now()
  const attributes = { publicId: '', lastSeenAt: now, confirmedAt: now, epoch }
  await luciaOf(deps).createSession(accountId, attributes, { sessionId: hashToken(token) })
  return token
}

/** Who a cookie's token stands for, or null: unknown, ended, expired or idle for too long. */
export const readSession = async (
  deps: Pick<Deps, 'db' | 'clock' | 'config'>,
  token: string,
): Promise<SignedIn | null> => {
  const { user, session } = await luciaOf(deps).validateSession(hashToken(token))
  if (!user) return null
  const now = deps.clock.now()
  if (isVisitDue(session.lastSeenAt, now)) await touchSession(deps.db, session.id, user.id, now)
  const { id, email, displayName, role, locale, demo } = user
  return {
    id,
    email,
    displayName,
    role,
    locale,
    demo,
    emailVerified: user.emailVerifiedAt !== null,
    sessionId: session.publicId,
    secondFactor: user.secondFactor,
    mustEnrol: mustEnrol(user, deps.config.production),
    confirmedAt: session.confirmedAt,
  }
}

export const closeSession = async (deps: Pick<Deps, 'db' | 'clock'>, token: string): Promise<void> =>
  luciaOf(deps).invalidateSession(hashToken(token))

export interface Opened {
  token: string
  account: SignedIn
}

/**
 * Signs in, or takes the first of two steps: then `step` is the token of the second. An unknown address and a wrong
 * password cost and answer alike.
 */
export const signIn = async (
  deps: Deps,
  email: string,
  password: string,
): Promise<Opened | { step: string }> => {
  const found = await findAccountByEmail(deps.db, email)
  if (!(await deps.passwords.check(found?.passwordHash, password)) || !found)
    return refuse('wrong-credentials')
  if (found.state === 'suspended') return refuse('account-suspended')
  return found.secondFactor
    ? { step: await openStep(deps, found.id, found.sessionEpoch) }
    : open(deps, found.id, found.sessionEpoch)
}

const open = async (deps: Deps, accountId: string, epoch: number): Promise<Opened> => {
  const token = await openSession(deps, accountId, epoch)
  const account = await readSession(deps, token)
  return account ? { token, account } : refuse('wrong-credentials')
}

const openStep = async ({ db, clock }: Deps, accountId: string, epoch: number): Promise<string> => {
  const token = createToken()
  const now = clock.now()
  const expiresAt = new Date(now.getTime() + stepMs)
  await insertStep(db, { tokenHash: hashToken(token), accountId, epoch, createdAt: now, expiresAt })
  return token
}

/** The second step: a right code opens the session. The attempt is counted before the code is looked at. */
export const signInByCode = async (deps: Deps, step: string | undefined, code: string): Promise<Opened> => {
  const now = deps.clock.now()
  const awaited = step && (await spendAttempt(deps.db, hashToken(step), now))
  if (!awaited) return refuse('sign-in-expired')
  const { accountId, epoch } = awaited
  await deps.limits.spend('second-factor', [accountId])
  await deps.db.transaction().execute(async (trx) => {
    const standing = await findStanding(trx, accountId)
    if (standing?.state === 'suspended') refuse('account-suspended')
    if (standing?.sessionEpoch !== epoch) refuse('sign-in-expired')
    await takeCode(deps, trx, accountId, code, now)
    await deleteSteps(trx, accountId)
  })
  return open(deps, accountId, epoch)
}

/** Ends one of one's own sessions, by the id the list shows. */
export const endOwnSession = async (deps: Deps, account: SignedIn, publicId: string): Promise<void> => {
  if (!(await deleteOwnSession(deps.db, account.id, publicId))) refuse('session-not-found')
}

/**
 * The gate before what is hard to undo or tells much: decisions in bulk, exports, new roles. Refuses unless whoever holds
 * this session proved within ten minutes who they are; {@link confirm} does so again.
 */
export const requireFresh = ({ clock }: Pick<Deps, 'clock'>, account: SignedIn): void => {
  if (!isFreshNow({ clock }, account)) refuse('confirmation-required')
}

/** Whether {@link requireFresh} would let this session pass. */
export const isFreshNow = ({ clock }: Pick<Deps, 'clock'>, { confirmedAt }: SignedIn): boolean =>
  isFresh(confirmedAt, clock.now())

/** Proves again, by password or by code, who is behind this session. */
export const confirm = async (
  deps: Deps,
  account: SignedIn,
  { password, code }: { password?: string | undefined; code?: string | undefined },
): Promise<void> => {
  if (password !== undefined) await provePassword(deps, account, password)
  await deps.db.transaction().execute(async (trx) => {
    const now = deps.clock.now()
    const by = code === undefined ? 'password' : await takeCode(deps, trx, account.id, code, now)
    await confirmSession(trx, account.id, account.sessionId, now)
    await record(trx, {
      actor: { id: account.id, role: account.role },
      kind: 'session.confirmed',
      subject: { kind: 'account', id: account.id },
      facts: { by },
      at: now,
    })
  })
}

/** Refuses unless this is the account's own password. */
export const provePassword = async (
  { db, passwords }: Pick<Deps, 'db' | 'passwords'>,
  account: SignedIn,
  password: string,
): Promise<void> => {
  const known = await findPasswordHash(db, account.id)
  if (!(await passwords.check(known, password)))
    refuse('wrong-password', { errors: [{ pointer: '/password', detail: 'is not this account’s password' }] })
}
