import type { Deps } from '../deps.ts'
import { createRouter } from '../http/router.ts'
import { requireFresh } from '../sessions/service.ts'
import { exportRoute } from './contract.ts'
import { exportEverything } from './service.ts'

export const exportsRoutes = (deps: Deps) =>
  createRouter().openapi(exportRoute, async (c) => {
    requireFresh(deps, c.var.account)
    await deps.limits.spend('export', [c.var.account.id])
    const archive = await exportEverything(deps, c.var.account)
    const day = deps.clock.now().toISOString().slice(0, 10)
    c.header('content-type', 'application/zip')
    c.header('content-disposition', `attachment; filename="repere-${day}.zip"`)
    c.header('cache-control', 'no-store')
    return c.body(archive, 200)
  })
