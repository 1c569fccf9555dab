import type { Deps } from '../deps.ts'
import { createRouter } from '../http/router.ts'
import {
  listNotificationsRoute,
  markSeenRoute,
  readPreferencesRoute,
  readUnreadRoute,
  readUnsubscriptionRoute,
  setPreferencesRoute,
  subscribeAgainRoute,
  unsubscribeRoute,
} from './contract.ts'
import { choose, countMine, listMine, markSeen, readPreferences } from './service.ts'
import { findPage, readUnsubscription, subscribeAgain, unsubscribe } from './unsubscription.ts'

export const notificationsRoutes = (deps: Deps) =>
  createRouter()
    .openapi(listNotificationsRoute, async (c) =>
      c.json(await listMine(deps, c.var.account, c.req.valid('query')), 200),
    )
    .openapi(readUnreadRoute, async (c) => c.json(await countMine(deps, c.var.account), 200))
    .openapi(markSeenRoute, async (c) => {
      const seen = c.req.valid('json')
      const what = 'until' in seen ? { until: new Date(seen.until) } : seen
      await markSeen(deps.db, c.var.account.id, what, deps.clock.now())
      return c.body(null, 204)
    })
    .openapi(readPreferencesRoute, async (c) => c.json(await readPreferences(deps, c.var.account), 200))
    .openapi(setPreferencesRoute, async (c) =>
      c.json(await choose(deps, c.var.account, c.req.valid('json')), 200),
    )
    .openapi(readUnsubscriptionRoute, async (c) => {
      await deps.limits.spend('unsubscription', [c.var.address])
      const { token } = c.req.valid('param')
      if (c.req.header('accept')?.includes('text/html')) return c.redirect(await findPage(deps, token), 303)
      return c.json(await readUnsubscription(deps, token), 200)
    })
    .openapi(unsubscribeRoute, async (c) => {
      await deps.limits.spend('unsubscription', [c.var.address])
      return c.json(await unsubscribe(deps, c.req.valid('param').token), 200)
    })
    .openapi(subscribeAgainRoute, async (c) => {
      await deps.limits.spend('unsubscription', [c.var.address])
      return c.json(await subscribeAgain(deps, c.req.valid('param').token), 200)
    })
