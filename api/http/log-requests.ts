import { createMiddleware } from 'hono/factory'
import { matchedRoutes } from 'hono/route'
import type { Log } from '../log.ts'
import type { HttpEnv } from './router.ts'

/** One line per request: the route's template, never its values; the actor by a short pseudonym. */
export const logRequests = (log: Log) =>
  createMiddleware<HttpEnv>(async (c, next) => {
    const began = performance.now()
    await next()
    log.info(
      {
        requestId: c.get('requestId'),
        method: c.req.method,
        route: matchedRoutes(c).findLast(({ path }) => !path.includes('*'))?.path ?? 'none',
        status: c.res.status,
        ms: Math.round(performance.now() - began),
        actor: c.get('account')?.id.slice(-6),
      },
      'request',
    )
  })
