import type { Deps } from '../deps.ts'
import { createRouter } from '../http/router.ts'
import { readerOf } from '../http/session.ts'
import { availabilityRoute, countsRoute, profileRoute, searchRoute, suggestionsRoute } from './contract.ts'
import { countCoordinators, findCoordinators, getDays, getProfile } from './service.ts'

export const discoveryRoutes = (deps: Deps) =>
  createRouter()
    .openapi(searchRoute, async (c) => {
      await deps.limits.spend('search', [readerOf(c.var)])
      const query = new URL(c.req.url).searchParams
      return c.json(await findCoordinators(deps, c.var.account, query), 200)
    })
    .openapi(countsRoute, async (c) => {
      await deps.limits.spend('search', [readerOf(c.var)])
      const query = new URL(c.req.url).searchParams
      return c.json(await countCoordinators(deps, c.var.account, query), 200)
    })
    .openapi(suggestionsRoute, async (c) => {
      await deps.limits.spend('suggestion', [readerOf(c.var)])
      const { q, locale } = c.req.valid('query')
      return c.json(await deps.search.suggest(q, locale), 200)
    })
    .openapi(profileRoute, async (c) => {
      await deps.limits.spend('profile-view', [readerOf(c.var)])
      return c.json(await getProfile(deps, c.var.account, c.req.valid('param').slug), 200)
    })
    .openapi(availabilityRoute, async (c) => {
      await deps.limits.spend('profile-view', [readerOf(c.var)])
      const { slug } = c.req.valid('param')
      return c.json({ days: await getDays(deps, c.var.account, slug, c.req.valid('query')) }, 200)
    })
