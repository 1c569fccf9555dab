import type { Deps } from '../deps.ts'
import { createRouter } from '../http/router.ts'
import { changeShortlistRoute, readShortlistRoute } from './contract.ts'
import { changeShortlist, readShortlist } from './service.ts'

export const shortlistRoutes = (deps: Deps) =>
  createRouter()
    .openapi(readShortlistRoute, async (c) => c.json(await readShortlist(deps, c.var.account.id), 200))
    .openapi(changeShortlistRoute, async (c) =>
      c.json(await changeShortlist(deps, c.var.account.id, c.req.valid('json')), 200),
    )
