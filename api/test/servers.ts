import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { TestApi } from './api.ts'
import type { TestAnswer } from './client.ts'
import type { TestPerson } from './people.ts'

type Send = (
  person: TestPerson,
  path: string,
  body: unknown,
  headers?: Record<string, string>,
) => Promise<TestAnswer>

export interface TestServers {
  /** Posts over the wire, to each server in turn. */
  post: Send
  put: Send
  close(): Promise<void>
}

/**
 * Several processes of the API over the test's one database, as they are started in production: each with its own
 * pool, the clock of the machine and all timeouts.
 */
export const startServers = async (api: TestApi, count = 2): Promise<TestServers> => {
  const { databaseUrl, secret, origin, uploadsDir } = api.deps.config
  const { PATH = '' } = process.env
  const env = {
    PATH,
    PORT: '0',
    DATABASE_URL: databaseUrl,
    SEARCH_ENGINE: 'postgres',
    APP_SECRET: secret,
    APP_ORIGIN: origin,
    UPLOADS_DIR: uploadsDir,
    LOG_LEVEL: 'silent',
  }
  const children = Array.from({ length: count }, () =>
    fork(new URL('../server.ts', import.meta.url), {
      env,
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    }),
  )
  const ports = await Promise.all(children.map(portOf))
  let turn = 0
  const send =
    (method: string): Send =>
    async (person, path, body, headers = {}) => {
      const response = await fetch(`http://127.0.0.1:${ports[turn++ % count]}${path}`, {
        method,
        headers: {
          cookie: person.client.cookie(),
          origin,
          'content-type': 'application/json',
          ...headers,
        },
        body: JSON.stringify(body),
      })
      return { status: response.status, headers: response.headers, body: await response.json() }
    }
  return { post: send('POST'), put: send('PUT'), close: () => endAll(children) }
}

const portOf = async (child: ChildProcess): Promise<number> => {
  const [message] = await once(child, 'message')
  return (message as { port: number }).port
}

const endAll = async (children: readonly ChildProcess[]): Promise<void> => {
  await Promise.all(
    children.map((child) => {
      child.kill('SIGTERM')
      return once(child, 'exit')
    }),
  )
}
