import { createMiddleware } from 'hono/factory'
import { requestId } from 'hono/request-id'
import type { Config } from '../config.ts'
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
export const secureHeaders = (config: Pick<Config, 'secure'>) =>
  createMiddleware<HttpEnv>(async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(always)) c.header(name, value)
    c.header('content-security-policy', c.req.path.startsWith('/api/docs') ? policies.docs : policies.data)
    if (config.secure) c.header('strict-transport-security', 'max-age=31536000; includeSubDomains')
  })

/** Names the request for logs and error answers; a name given by our own page server is kept. */
export const nameRequest = requestId({ headerName: 'x-request-id', limitLength: 64 })
