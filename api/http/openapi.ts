import type { OpenAPIHono } from '@hono/zod-openapi'
import type { HttpEnv } from './router.ts'

const document = {
  openapi: '3.1.0',
  info: {
    title: 'Repère',
    version: '1',
    description:
      'The registry of intimacy and eco-production coordinators. Errors are RFC 9457 problems with a stable `code`. Beside what a route names, any request may meet `malformed-json` (400), `cross-origin` and, of registrars who have yet to set up their second factor, `second-factor-required` (403), `method-not-allowed` (405), `body-too-large` (413), `unsupported-media-type` (415), `overloaded` and `timed-out` (503, with Retry-After). Days are `YYYY-MM-DD`, instants RFC 3339 in UTC, money is integer cents.',
  },
}

/** Serves the description of every route at `/api/openapi.json`. */
export const describeApi = (app: OpenAPIHono<HttpEnv>): void => {
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'repere_session',
    description: 'Set by signing in; `__Host-repere_session` over https.',
  })
  app.doc31('/api/openapi.json', document)
}
