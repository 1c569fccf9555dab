import { createMiddleware } from 'hono/factory'
import { requestId } from 'hono/request-id'
import type { Deps } from '../deps.ts'
import type { HttpEnv } from './router.ts'

const always: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
  'x-frame-options': 'DENY',
}

/** The documentation page alone runs scripts and styles, its own. */
const policies = {
  data: "default-src 'none'; frame-ancestors 'none'",
  docs: "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'",
}

/** Headers that every answer carries, errors included. */
export const secureHeaders = ({ config, stopping }: Pick<Deps, 'config' | 'stopping'>) =>
  createMiddleware<HttpEnv>(async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(always)) c.header(name, value)
    // A file that is handed out brings a stricter one of its own.
    if (!c.res.headers.has('content-security-policy'))
      c.header('content-security-policy', c.req.path.startsWith('/api/docs') ? policies.docs : policies.data)
    // What is shared says so itself; everything else stays out of every cache.
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
    // Whoever keeps the connection open goes to a process that stays.
    if (stopping.aborted) c.header('connection', 'close')
    if (config.secure) c.header('strict-transport-security', 'max-age=31536000; includeSubDomains')
  })

/** Names the request for logs and error answers; a name given by our own page server is kept. */
export const nameRequest = requestId({ headerName: 'x-request-id', limitLength: 64 })
