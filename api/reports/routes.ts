import type { Deps } from '../deps.ts'
import { createRouter } from '../http/router.ts'
import {
  contestRoute,
  decideReportRoute,
  fileReportRoute,
  listOwnReportsRoute,
  listReportsRoute,
  readReportRoute,
  readStatementRoute,
  setMeasuresRoute,
} from './contract.ts'
import { decideReport, readReport, readReports, setMeasures } from './desk.ts'
import { contest, fileReport, readOwnReports, readStatement } from './filing.ts'

export const reportsRoutes = (deps: Deps) =>
  createRouter()
    .openapi(fileReportRoute, async (c) => {
      await deps.limits.spend('report', [c.var.account.id])
      return c.json(await fileReport(deps, c.var.account, c.req.valid('json')), 201)
    })
    .openapi(listOwnReportsRoute, async (c) =>
      c.json({ items: await readOwnReports(deps, c.var.account) }, 200),
    )
    .openapi(readStatementRoute, async (c) => {
      // Whoever holds the link reads it; no cache may.
      c.header('cache-control', 'no-store')
      return c.json(await readStatement(deps, c.req.valid('param').token), 200)
    })
    .openapi(contestRoute, async (c) => {
      await deps.limits.spend('contest', [c.var.address])
      return c.json(await contest(deps, c.req.valid('param').token, c.req.valid('json').words), 201)
    })
    .openapi(listReportsRoute, async (c) => c.json(await readReports(deps, c.req.valid('query')), 200))
    .openapi(readReportRoute, async (c) =>
      c.json(await readReport(deps, c.var.account, c.req.valid('param').id), 200),
    )
    .openapi(setMeasuresRoute, async (c) => {
      const { id } = c.req.valid('param')
      return c.json(await setMeasures(deps, c.var.account, id, c.req.valid('json')), 200)
    })
    .openapi(decideReportRoute, async (c) => {
      const { id } = c.req.valid('param')
      return c.json(await decideReport(deps, c.var.account, id, c.req.valid('json')), 201)
    })
