import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import { createApp } from '../app.ts'
import { openDeps } from '../open-deps.ts'
import type { TestApi } from './api.ts'
import type { TestAnswer } from './client.ts'
import type { TestPerson } from './people.ts'

export interface TestServers {
  /** Posts over the wire, to each server in turn. */
  post(person: TestPerson, path: string, body: unknown, headers?: Record<string, string>): Promise<TestAnswer>
  close(): Promise<void>
}

/**
 * Several API processes’ worth of servers on loopback over the test’s one database: each with its own pool, the
 * clock of the machine and the timeouts of production.
 */
export const startServers = async (api: TestApi, count = 2): Promise<TestServers> => {
  const opened = Array.from({ length: count }, (_, index) => openDeps(api.deps.config, `race-${index}`, 16))
  const servers = opened.map(({ deps }) =>
    serve({ fetch: createApp(deps).fetch, hostname: '127.0.0.1', port: 0 }),
  )
  await Promise.all(servers.map((server) => server.listening || once(server, 'listening')))
  let turn = 0
  return {
    async post(person, path, body, headers = {}) {
      const server = servers[turn++ % count] as ServerType
      const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, {
        method: 'POST',
        headers: {
          cookie: person.client.cookie(),
          origin: api.deps.config.origin,
          'content-type': 'application/json',
          ...headers,
        },
        body: JSON.stringify(body),
      })
      return { status: response.status, headers: response.headers, body: await response.json() }
    },
    async close() {
      await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))))
      await Promise.all(opened.map((one) => one.close()))
    },
  }
}
