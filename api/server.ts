import { setTimeout } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import { createApp } from './app.ts'
import { readConfig } from './config.ts'
import { keepExposure } from './exposure/service.ts'
import { openDeps } from './open-deps.ts'
import { onStop } from './stop-signals.ts'

/** How long a balancer may take to see that we are not ready any more, before connections are refused. */
const graceMs = 2_000

const config = readConfig()
const { deps, stop, close } = openDeps(config, 'repere-api', 16)

const exposure = keepExposure(deps)

// Loopback whatever HOST says: the public address is the front's, and who reaches us is believed about the client.
const server = serve(
  { fetch: createApp(deps).fetch, hostname: '127.0.0.1', port: config.port },
  ({ port }) => {
    process.send?.({ ready: true, port })
  },
)

onStop(async () => {
  stop()
  if (config.production) await setTimeout(graceMs)
  await new Promise<void>((closed) => {
    server.close(() => closed())
    if ('closeIdleConnections' in server) server.closeIdleConnections()
  })
  await exposure.stop()
  await close()
})
