import type { Deps } from '../deps.ts'
import { presentAccount } from '../http/account-shape.ts'
import { createRouter, type SignedIn } from '../http/router.ts'
import { clearSessionCookie, readSessionToken, setSessionCookie } from '../http/session.ts'
import {
  confirmRoute,
  currentSessionRoute,
  endSessionRoute,
  listSessionsRoute,
  signInRoute,
  signOutRoute,
} from './contract.ts'
import { listSessions } from './repository.ts'
import { closeSession, confirm, endOwnSession, signIn } from './service.ts'

export const sessionsRoutes = (deps: Deps) =>
  createRouter()
    .openapi(signInRoute, async (c) => {
      const { email, password } = c.req.valid('json')
      await deps.limits.spend('sign-in', [c.var.address, email])
      const { token, account } = await signIn(deps, email, password)
      const former = readSessionToken(c, deps.config)
      if (former) await closeSession(deps, former)
      setSessionCookie(c, deps.config, token)
      return c.json({ account: presentAccount(account) }, 201)
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
      await confirm(deps, c.var.account, c.req.valid('json').password)
      return c.body(null, 204)
    })

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
