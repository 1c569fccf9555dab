import { createRoute, z } from '@hono/zod-openapi'
import type { Deps } from '../deps.ts'
import { openToAll } from '../http/access.ts'
import { jsonAnswer } from '../http/json.ts'
import { createRouter } from '../http/router.ts'

const healthRoute = createRoute({
  method: 'get',
  path: '/health',
  tags: ['health'],
  summary: 'Whether the process answers',
  ...openToAll,
  responses: { 200: jsonAnswer('It does', z.strictObject({ status: z.literal('ok') })) },
})

const readiness = z.strictObject({
  status: z.enum(['ready', 'unready']),
  database: z.enum(['up', 'down']),
  search: z
    .strictObject({ engine: z.enum(['meilisearch', 'postgres']), behindBy: z.int().min(0) })
    .optional(),
})

const readyRoute = createRoute({
  method: 'get',
  path: '/ready',
  tags: ['health'],
  summary: 'Whether requests can be served',
  description: 'Meilisearch away is not unready: search goes on with the fallback engine.',
  ...openToAll,
  responses: {
    200: jsonAnswer('Ready', readiness),
    503: jsonAnswer('The database is away, or the process is stopping', readiness),
  },
})

export const healthRoutes = (deps: Deps) =>
  createRouter()
    .openapi(healthRoute, (c) => c.json({ status: 'ok' as const }, 200))
    .openapi(readyRoute, async (c) => {
      const search = await deps.search.status().catch(() => undefined)
      const database = search ? ('up' as const) : ('down' as const)
      return search && !deps.stopping.aborted
        ? c.json({ status: 'ready' as const, database, search }, 200)
        : c.json({ status: 'unready' as const, database }, 503, { 'retry-after': '2' })
    })
