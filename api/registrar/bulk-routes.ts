import type { Deps } from '../deps.ts'
import { createRouter } from '../http/router.ts'
import {
  decideCompaniesRoute,
  decideCredentialsRoute,
  reviewCompaniesRoute,
  reviewCredentialsRoute,
  selectCompaniesRoute,
  selectCredentialsRoute,
} from './bulk-contract.ts'
import {
  decideOnCompanies,
  decideOnCredentials,
  reviewCompanies,
  reviewCredentials,
  selectCompanies,
  selectCredentials,
} from './bulk-service.ts'
import { presentCompany, presentCredential } from './routes.ts'

/** One decision on several items: select, read over, decide. */
export const bulkRoutes = (deps: Deps) =>
  createRouter()
    .openapi(selectCredentialsRoute, async (c) => {
      const items = await selectCredentials(deps, c.var.account, c.req.valid('query').ids)
      return c.json({ items: items.map(presentCredential) }, 200)
    })
    .openapi(reviewCredentialsRoute, async (c) =>
      c.json({ lines: await reviewCredentials(deps, c.var.account, c.req.valid('json')) }, 200),
    )
    .openapi(decideCredentialsRoute, async (c) =>
      c.json({ decided: await decideOnCredentials(deps, c.var.account, c.req.valid('json')) }, 201),
    )
    .openapi(selectCompaniesRoute, async (c) => {
      const items = await selectCompanies(deps, c.var.account, c.req.valid('query').ids)
      return c.json({ items: items.map(presentCompany) }, 200)
    })
    .openapi(reviewCompaniesRoute, async (c) =>
      c.json({ lines: await reviewCompanies(deps, c.var.account, c.req.valid('json')) }, 200),
    )
    .openapi(decideCompaniesRoute, async (c) =>
      c.json({ decided: await decideOnCompanies(deps, c.var.account, c.req.valid('json')) }, 201),
    )
