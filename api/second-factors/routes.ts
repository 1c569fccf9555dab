import type { Deps } from '../deps.ts'
import { createRouter } from '../http/router.ts'
import { refuse } from '../problem.ts'
import { isFreshNow, provePassword, requireFresh } from '../sessions/service.ts'
import {
  beginSecondFactorRoute,
  completeSecondFactorRoute,
  readSecondFactorRoute,
  renewRecoveryCodesRoute,
  type SecondFactorShape,
  turnOffSecondFactorRoute,
} from './contract.ts'
import { begin, complete, read, renewRecoveryCodes, type SecondFactorState, turnOff } from './service.ts'

export const secondFactorsRoutes = (deps: Deps) =>
  createRouter()
    .openapi(readSecondFactorRoute, async (c) => {
      const { account } = c.var
      return c.json(present(await read(deps, account, isFreshNow(deps, account))), 200)
    })
    .openapi(beginSecondFactorRoute, async (c) => {
      requireFresh(deps, c.var.account)
      // Whoever signed up with an address of somebody else must not lock that person out when they claim it.
      if (!c.var.account.emailVerified) return refuse('email-not-verified')
      return c.json(present(await begin(deps, c.var.account)), 201)
    })
    .openapi(completeSecondFactorRoute, async (c) => {
      requireFresh(deps, c.var.account)
      await deps.limits.spend('second-factor', [c.var.account.id])
      return c.json({ recoveryCodes: await complete(deps, c.var.account, c.req.valid('json').code) }, 201)
    })
    .openapi(renewRecoveryCodesRoute, async (c) => {
      await deps.limits.spend('second-factor', [c.var.account.id])
      const { code } = c.req.valid('json')
      return c.json({ recoveryCodes: await renewRecoveryCodes(deps, c.var.account, code) }, 201)
    })
    .openapi(turnOffSecondFactorRoute, async (c) => {
      const { password, code } = c.req.valid('json')
      await deps.limits.spend('second-factor', [c.var.account.id])
      await provePassword(deps, c.var.account, password)
      await turnOff(deps, c.var.account, code)
      return c.body(null, 204)
    })

const present = ({ since, ...rest }: SecondFactorState): SecondFactorShape => ({
  ...rest,
  since: since?.toISOString() ?? null,
})
