import type { Deps } from '../deps.ts'
import { createRouter } from '../http/router.ts'
import {
  changeRoute,
  deleteRoute,
  keepRoute,
  listRoute,
  readStopRoute,
  restoreRoute,
  resumeRoute,
  stopRoute,
} from './contract.ts'
import { change, keep, listMine, readStop, remove, restore, resume, stop } from './service.ts'

export const savedSearchesRoutes = (deps: Deps) =>
  createRouter()
    .openapi(listRoute, async (c) => c.json(await listMine(deps, c.var.account), 200))
    .openapi(keepRoute, async (c) => {
      const { kept, isNew } = await keep(deps, c.var.account, c.req.valid('json'))
      return isNew ? c.json(kept, 201) : c.json(kept, 200)
    })
    .openapi(changeRoute, async (c) =>
      c.json(await change(deps, c.var.account, c.req.valid('param').id, c.req.valid('json')), 200),
    )
    .openapi(deleteRoute, async (c) => {
      await remove(deps, c.var.account, c.req.valid('param').id)
      return c.body(null, 204)
    })
    .openapi(restoreRoute, async (c) =>
      c.json(await restore(deps, c.var.account, c.req.valid('param').id), 200),
    )
    .openapi(readStopRoute, async (c) => {
      await deps.limits.spend('unsubscription', [c.var.address])
      return c.json(await readStop(deps, c.req.valid('param').token), 200)
    })
    .openapi(stopRoute, async (c) => {
      await deps.limits.spend('unsubscription', [c.var.address])
      return c.json(await stop(deps, c.req.valid('param').token), 200)
    })
    .openapi(resumeRoute, async (c) => {
      await deps.limits.spend('unsubscription', [c.var.address])
      return c.json(await resume(deps, c.req.valid('param').token), 200)
    })
