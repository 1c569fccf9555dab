import type { Context } from 'hono'
import type { Deps } from '../deps.ts'
import { presentAccount } from '../http/account-shape.ts'
import { createRouter, type SignedIn } from '../http/router.ts'
import {
  clearSessionCookie,
  clearStepCookie,
  readSessionToken,
  readStepToken,
  setSessionCookie,
  setStepCookie,
} from '../http/session.ts'
import {
  confirmRoute,
  currentSessionRoute,
  endSessionRoute,
  listSessionsRoute,
  signInByCodeRoute,
  signInRoute,
  signOutRoute,
} from './contract.ts'
import { listSessions } from './repository.ts'
import { closeSession, confirm, endOwnSession, type Opened, signIn, signInByCode } from './service.ts'

export const sessionsRoutes = (deps: Deps) => {
  /** Lets somebody in with a new token; the session they came with is over. */
  const enter = async (c: Context, { token, account }: Opened) => {
    const former = readSessionToken(c, deps.config)
    if (former) await closeSession(deps, former)
    setSessionCookie(c, deps.config, token)
    return account
  }
  return createRouter()
    .openapi(signInRoute, async (c) => {
      const { email, password } = c.req.valid('json')
      await deps.limits.spend('sign-in', [c.var.address, email])
      const signed = await signIn(deps, email, password)
      if ('step' in signed) {
        setStepCookie(c, deps.config, signed.step)
        return c.json({ next: 'second-factor' as const }, 202)
      }
      return c.json({ account: presentAccount(await enter(c, signed)) }, 201)
    })
    .openapi(signInByCodeRoute, async (c) => {
      const step = readStepToken(c, deps.config)
      const signed = await signInByCode(deps, step, c.req.valid('json').code)
      clearStepCookie(c, deps.config)
      return c.json({ account: presentAccount(await enter(c, signed)) }, 201)
    })
    .openapi(currentSessionRoute, (c) => {
      const { account } = c.var
      return c.json({ account: account && presentAccount(account) }, 200)
    })
    .openapi(signOutRoute, async (c) => {
      const token = readSessionToken(c, deps.config)
      if (token) await closeSession(deps, token)
      clearSessionCookie(c, deps.config)
      return c.body(null, 204)
    })
    .openapi(listSessionsRoute, async (c) => {
      const sessions = await listSessions(deps.db, c.var.account.id, deps.clock.now())
      return c.json({ items: sessions.map((session) => presentSession(session, c.var.account)) }, 200)
    })
    .openapi(endSessionRoute, async (c) => {
      await endOwnSession(deps, c.var.account, c.req.valid('param').id)
      return c.body(null, 204)
    })
    .openapi(confirmRoute, async (c) => {
      await deps.limits.spend('confirmation', [c.var.account.id])
      await confirm(deps, c.var.account, c.req.valid('json'))
      return c.body(null, 204)
    })
}

const presentSession = (
  {
    publicId,
    createdAt,
    lastSeenAt,
    expiresAt,
  }: { publicId: string; createdAt: Date; lastSeenAt: Date; expiresAt: Date },
  account: SignedIn,
) => ({
  id: publicId,
  current: publicId === account.sessionId,
  createdAt: createdAt.toISOString(),
  lastSeenAt: lastSeenAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
})
