import type { Deps } from '../deps.ts'
import { createRouter } from '../http/router.ts'
import { clearSessionCookie } from '../http/session.ts'
import { eraseRoute, readConsequencesRoute } from './contract.ts'
import { eraseMine, readConsequences } from './service.ts'

export const erasureRoutes = (deps: Deps) =>
  createRouter()
    .openapi(readConsequencesRoute, async (c) => c.json(await readConsequences(deps, c.var.account), 200))
    .openapi(eraseRoute, async (c) => {
      await deps.limits.spend('erasure', [c.var.account.id])
      const erasedAt = await eraseMine(deps, c.var.account, c.req.valid('json'))
      clearSessionCookie(c, deps.config)
      return c.json({ erasedAt: erasedAt.toISOString() }, 200)
    })
