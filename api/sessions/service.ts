import { Lucia } from 'lucia'
import type { Deps } from '../deps.ts'
import type { SignedIn } from '../http/router.ts'
import { refuse } from '../problem.ts'
import { checkPassword } from './passwords.ts'
import {
  createSessionAdapter,
  deleteOwnSession,
  findAccountByEmail,
  type SessionAccount,
  touchSession,
} from './repository.ts'
import { isVisitDue } from './rules.ts'
import { createToken, hashToken } from './tokens.ts'

export { hashPassword } from './passwords.ts'
export { createToken, hashToken } from './tokens.ts'

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof createLucia>
    DatabaseUserAttributes: SessionAccount
    DatabaseSessionAttributes: { publicId: string; lastSeenAt: Date }
  }
}

const createLucia = (deps: Pick<Deps, 'db' | 'clock'>) =>
  new Lucia(
    createSessionAdapter(deps.db, () => deps.clock.now()),
    {
      getUserAttributes: (account: SessionAccount) => account,
      getSessionAttributes: (session: { publicId: string; lastSeenAt: Date }) => session,
    },
  )

const opened = new WeakMap<object, Lucia>()

/** One Lucia per database. */
const luciaOf = (deps: Pick<Deps, 'db' | 'clock'>): ReturnType<typeof createLucia> => {
  const known = opened.get(deps.db) ?? createLucia(deps)
  opened.set(deps.db, known)
  return known as ReturnType<typeof createLucia>
}

/** Opens a session and returns its token: the cookie's value, kept nowhere. */
export const openSession = async (deps: Pick<Deps, 'db' | 'clock'>, accountId: string): Promise<string> => {
  const token = createToken()
  const attributes = { publicId: '', lastSeenAt: deps.clock.now() }
  await luciaOf(deps).createSession(accountId, attributes, { sessionId: hashToken(token) })
  return token
}

/** Who a cookie's token stands for, or null: unknown, ended, expired or idle for too long. */
export const readSession = async (
  deps: Pick<Deps, 'db' | 'clock'>,
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
  }
}

export const closeSession = async (deps: Pick<Deps, 'db' | 'clock'>, token: string): Promise<void> =>
  luciaOf(deps).invalidateSession(hashToken(token))

/** Signs in. An unknown address and a wrong password cost and answer alike. */
export const signIn = async (
  deps: Deps,
  email: string,
  password: string,
): Promise<{ token: string; account: SignedIn }> => {
  const found = await findAccountByEmail(deps.db, email)
  if (!(await checkPassword(found?.passwordHash, password)) || !found) return refuse('wrong-credentials')
  if (found.state === 'suspended') return refuse('account-suspended')
  const token = await openSession(deps, found.id)
  const account = await readSession(deps, token)
  return account ? { token, account } : refuse('wrong-credentials')
}

/** Ends one of one's own sessions, by the id the list shows. */
export const endOwnSession = async (deps: Deps, account: SignedIn, publicId: string): Promise<void> => {
  if (!(await deleteOwnSession(deps.db, account.id, publicId))) refuse('session-not-found')
}
