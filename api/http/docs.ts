import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Hono } from 'hono'

const assets = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))

const types: Record<string, string> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
}

const page = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Repère API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css"></head>
<body><main id="api"><h1>Repère API</h1><p>The description is at <a href="/api/openapi.json">/api/openapi.json</a>.</p></main>
<script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body>
</html>
`

const start =
  "window.ui = SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#api', deepLinking: true, validatorUrl: null })\n"

/** A page to browse the API with; everything it loads is served from here. */
export const docsRoutes = new Hono()
  .get('/docs', (c) => c.html(page))
  .get('/docs/start.js', (c) => c.body(start, 200, { 'content-type': 'text/javascript; charset=utf-8' }))
  .get('/docs/:asset{swagger-ui.css|swagger-ui-bundle.js}', async (c) => {
    const asset = c.req.param('asset')
    const body = await readFile(join(assets, asset))
    return c.body(body, 200, {
      'content-type': types[asset] ?? 'text/plain',
      'cache-control': 'public, max-age=86400',
    })
  })
