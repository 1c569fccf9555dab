import type { Deps } from '../deps.ts'
import { presentAccount } from '../http/account-shape.ts'
import { createRouter } from '../http/router.ts'
import { setSessionCookie } from '../http/session.ts'
import { openSession, readSession } from '../sessions/service.ts'
import {
  changeLocaleRoute,
  requestResetRoute,
  resetPasswordRoute,
  signUpRoute,
  verificationMailRoute,
  verifyEmailRoute,
} from './contract.ts'
import {
  changeLocale,
  confirmEmail,
  confirmReset,
  requestReset,
  resendVerification,
  signUp,
} from './service.ts'

export const accountsRoutes = (deps: Deps) =>
  createRouter()
    .openapi(signUpRoute, async (c) => {
      await deps.limits.spend('sign-up', [c.var.address])
      const id = await signUp(deps, c.req.valid('json'))
      const token = await openSession(deps, id)
      const account = await readSession(deps, token)
      if (!account) throw new Error('a session just opened stands for nobody')
      setSessionCookie(c, deps.config, token)
      return c.json({ account: presentAccount(account) }, 201)
    })
    .openapi(verifyEmailRoute, async (c) => {
      await confirmEmail(deps, c.req.valid('json').token)
      return c.body(null, 204)
    })
    .openapi(verificationMailRoute, async (c) => {
      await deps.limits.spend('verification-mail', [c.var.account.id])
      await resendVerification(deps, c.var.account)
      return c.body(null, 204)
    })
    .openapi(requestResetRoute, async (c) => {
      const { email } = c.req.valid('json')
      await deps.limits.spend('password-reset', [c.var.address, email])
      await requestReset(deps, email)
      return c.body(null, 202)
    })
    .openapi(resetPasswordRoute, async (c) => {
      const { token, password } = c.req.valid('json')
      await deps.limits.spend('password-reset', [c.var.address])
      await confirmReset(deps, token, password)
      return c.body(null, 204)
    })
    .openapi(changeLocaleRoute, async (c) => {
      await changeLocale(deps, c.var.account, c.req.valid('json').locale)
      return c.body(null, 204)
    })
