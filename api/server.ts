import { serve } from '@hono/node-server'
import { createApp } from './app.ts'
import { readConfig } from './config.ts'
import { openDeps } from './open-deps.ts'
import { onStop } from './stop-signals.ts'

const config = readConfig()
const { deps, close } = openDeps(config, 'repere-api', 16)

// Loopback whatever HOST says: the public address is the front's, and who reaches us is believed about the client.
const server = serve(
  { fetch: createApp(deps).fetch, hostname: '127.0.0.1', port: config.port },
  ({ port }) => {
    process.send?.({ ready: true, port })
  },
)

onStop(async () => {
  await new Promise<void>((closed) => {
    server.close(() => closed())
    if ('closeIdleConnections' in server) server.closeIdleConnections()
  })
  await close()
})
