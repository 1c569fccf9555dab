import { etag } from 'hono/etag'
import type { Deps } from '../deps.ts'
import { presentRevision } from '../http/history.ts'
import { createRouter } from '../http/router.ts'
import {
  getSheetRoute,
  listSheetHistoryRoute,
  type PublishedJobSheetShape,
  putSheetBackRoute,
  putSheetRoute,
} from './contract.ts'
import { type PublishedSheet, publishSheet, putSheetBack, readSheet, readSheetHistory } from './service.ts'

export const jobSheetsRoutes = (deps: Deps) => {
  const router = createRouter()
  router.use('/professions/*', etag())
  return router
    .openapi(getSheetRoute, async (c) => {
      const found = await readSheet(deps, c.req.valid('param').discipline)
      c.header('cache-control', 'public, no-cache')
      return c.json(present(found), 200)
    })
    .openapi(putSheetRoute, async (c) => {
      const { version, sheet } = c.req.valid('json')
      const seen = { name: c.req.valid('param').discipline, version }
      return c.json(present(await publishSheet(deps, c.var.account, seen, sheet)), 200)
    })
    .openapi(listSheetHistoryRoute, async (c) => {
      const { page, perPage } = c.req.valid('query')
      const { discipline } = c.req.valid('param')
      const { items, total } = await readSheetHistory(deps, discipline, { page, perPage })
      return c.json({ items: items.map(presentRevision), total, page, perPage }, 200)
    })
    .openapi(putSheetBackRoute, async (c) => {
      const { version, restore } = c.req.valid('json')
      const seen = { name: c.req.valid('param').discipline, version }
      return c.json(present(await putSheetBack(deps, c.var.account, seen, restore)), 200)
    })
}

const present = ({ discipline, content, version, changedAt }: PublishedSheet): PublishedJobSheetShape => ({
  discipline,
  version,
  changedAt: changedAt.toISOString(),
  sheet: content,
})
