import { listKnownAddresses } from '../accounts/service.ts'
import type { Deps } from '../deps.ts'
import { presentAccount } from '../http/account-shape.ts'
import { createRouter } from '../http/router.ts'
import { setSessionCookie } from '../http/session.ts'
import { openSession, readSession } from '../sessions/service.ts'
import { claim } from './claim.ts'
import {
  askAgainRoute,
  claimRoute,
  type InvitationShape,
  mailAgainRoute,
  readInvitationRoute,
  refuseMailRoute,
  revokeRoute,
} from './contract.ts'
import { askAgain, mailAgain, type Read, readInvitation, refuseMail, revoke } from './service.ts'

export const invitationsRoutes = (deps: Deps) =>
  createRouter()
    .openapi(readInvitationRoute, async (c) => {
      await deps.limits.spend('invitation', [c.var.address])
      const invitation = await readInvitation(deps, c.req.valid('param').token)
      const { email } = invitation.person ?? {}
      const known = email !== undefined && (await listKnownAddresses(deps.db, [email])).has(email)
      return c.json(present(invitation, known), 200)
    })
    .openapi(claimRoute, async (c) => {
      await deps.limits.spend('invitation', [c.var.address])
      const id = await claim(deps, c.req.valid('param').token, c.req.valid('json'))
      const token = await openSession(deps, id)
      const account = await readSession(deps, token)
      if (!account) throw new Error('a session just opened stands for nobody')
      setSessionCookie(c, deps.config, token)
      return c.json({ account: presentAccount(account) }, 201)
    })
    .openapi(refuseMailRoute, async (c) => {
      await deps.limits.spend('invitation', [c.var.address])
      await refuseMail(deps, c.req.valid('param').token)
      return c.body(null, 204)
    })
    .openapi(askAgainRoute, async (c) => {
      await deps.limits.spend('invitation', [c.var.address])
      await askAgain(deps, c.req.valid('param').token)
      return c.body(null, 202)
    })
    .openapi(mailAgainRoute, async (c) => {
      await mailAgain(deps, c.var.account, c.req.valid('param').id)
      return c.body(null, 202)
    })
    .openapi(revokeRoute, async (c) => {
      await revoke(deps, c.var.account, c.req.valid('param').id)
      return c.body(null, 204)
    })

const present = (
  { state, inviter, source, expiresAt, deletedOn, person }: Read,
  hasAccount: boolean,
): InvitationShape => ({
  state,
  inviter,
  source,
  expiresAt: expiresAt.toISOString(),
  deletedOn: deletedOn.toISOString(),
  person: person && {
    email: person.email,
    name: person.name,
    disciplines: person.disciplines,
    regions: person.regions,
    title: person.title,
    headline: person.headline,
  },
  hasAccount,
})
