import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from './free-port.ts'
import { startFront } from './front.ts'
import { diesWithParent } from './launch.ts'
import { apiEnvironment, type ServersOptions, webEnvironment } from './servers.ts'
import { step } from './steps.ts'
import type { Stops } from './stops.ts'

/**
 * The servers in watch mode, behind the same front: api and worker begin again when a file they use changes, pages
 * change under the visitor, messages are compiled anew. What they say goes to the terminal.
 */
export async function watchServers(options: ServersOptions, stops: Stops): Promise<void> {
  const { root, host, port, appOrigin } = options
  const [api, web] = [await freePort(), await freePort()]
  const apiEnv = { ...apiEnvironment(options), HOST: '127.0.0.1', PORT: `${api}` }
  const webEnv = { ...webEnvironment(options, api), NODE_ENV: 'development' }
  const pages = join(root, 'web')
  const vite = [
    'node_modules/vite/bin/vite.js',
    'dev',
    '--host',
    '127.0.0.1',
    '--port',
    `${web}`,
    '--strictPort',
  ]

  await step(async () => {
    const compiled = begin(['paraglide.js'], pages, webEnv)
    await once(compiled, 'exit')
    const watching = [
      begin(['--watch', '--watch-preserve-output', 'server.ts'], join(root, 'api'), apiEnv),
      begin(['--watch', '--watch-preserve-output', 'worker.ts'], join(root, 'api'), apiEnv),
      begin(['--watch', '--watch-path=messages', '--watch-preserve-output', 'paraglide.js'], pages, webEnv),
      begin(vite, pages, webEnv),
    ]
    stops.servers.push(async () => {
      for (const child of watching) child.kill('SIGTERM')
      const ended = watching.map((child) => child.exitCode === null && once(child, 'exit'))
      await Promise.race([Promise.all(ended), wait(3000, undefined, { ref: false })])
    })
    await Promise.all([answers(api), answers(web)])
  }, 'api, worker and web ready, watching their files')

  const front = await startFront({ host, port, appOrigin, api: () => api, web: () => web })
  stops.front.push(() => front.stop(500))
}

function begin(args: string[], cwd: string, env: NodeJS.ProcessEnv) {
  const [program = process.execPath, ...before] = [...diesWithParent('TERM'), process.execPath]
  return spawn(program, [...before, ...args], {
    cwd,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  })
}

/** Waits until somebody listens; a mistake in a file keeps it waiting until it is corrected. */
async function answers(port: number): Promise<void> {
  for (;;) {
    const socket = connect(port, '127.0.0.1')
    const heard = await once(socket, 'connect').then(
      () => true,
      () => false,
    )
    socket.destroy()
    if (heard) return
    await wait(100)
  }
}
