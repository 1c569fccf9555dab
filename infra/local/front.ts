import {
  Agent,
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { Duplex } from 'node:stream'
import { answerAway } from './front-away.ts'
import { gzipFor, gzipHeaders } from './front-gzip.ts'
import { forwardedHeaders, withoutHopHeaders } from './front-headers.ts'
import { StopSentence } from './stop-sentence.ts'

export type FrontOptions = {
  host: string
  port: number
  appOrigin: string
  /** The loopback ports of the inner servers right now; undefined while one is away. */
  api: () => number | undefined
  web: () => number | undefined
}

export type Front = { port: number; stop: (patienceMs?: number) => Promise<void> }

/**
 * The one public address: `/api` and `/calendars` go to the api, the rest to the web, as streams in both
 * directions. What a body may hold is the inner servers' business.
 */
export async function startFront(options: FrontOptions): Promise<Front> {
  // Idle connections go before the inner servers drop them (5 s), so that none is reused at its last moment.
  const agent = new Agent({ keepAlive: true, timeout: 4000, maxFreeSockets: 64 })
  const server = createServer({ requestTimeout: 120_000 }, (incoming, outgoing) => {
    pass(incoming, outgoing, { ...options, agent }, true)
  })
  server.on('upgrade', (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    upgrade(incoming, socket, head, options)
  })
  const port = await listen(server, options.host, options.port)
  return { port, stop: (patienceMs = 2000) => close(server, agent, patienceMs) }
}

/** Which inner server answers a path: its port, or undefined while it is away. */
function target(path: string, options: FrontOptions): { name: 'api' | 'web'; port: number | undefined } {
  const api = /^\/(api|calendars)(\/|\?|$)/.test(path)
  return api ? { name: 'api', port: options.api() } : { name: 'web', port: options.web() }
}

function pass(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  options: FrontOptions & { agent: Agent },
  mayRepeat: boolean,
): void {
  const path = incoming.url ?? '/'
  if (!path.startsWith('/')) {
    outgoing.writeHead(400).end()
    return
  }
  const { name, port } = target(path, options)
  if (port === undefined) {
    answerAway(name, incoming, outgoing)
    return
  }

  const headers = forwardedHeaders(incoming, options.appOrigin)
  const inner = request({
    host: '127.0.0.1',
    port,
    path,
    method: incoming.method,
    headers,
    agent: options.agent,
  })
  inner.on('response', (answer) => {
    const headers = withoutHopHeaders(answer.rawHeaders)
    const gzip = gzipFor(incoming, answer)
    outgoing.writeHead(answer.statusCode ?? 502, gzip ? gzipHeaders(headers) : headers)
    if (gzip) answer.pipe(gzip).pipe(outgoing)
    else answer.pipe(outgoing)
    answer.on('error', () => outgoing.destroy())
  })
  inner.on('error', () => {
    // The other side may close a connection at the moment we take it from the pool: ask once more.
    const safe = incoming.method === 'GET' || incoming.method === 'HEAD'
    if (outgoing.headersSent || outgoing.destroyed) outgoing.destroy()
    else if (mayRepeat && safe && inner.reusedSocket) pass(incoming, outgoing, options, false)
    else answerAway(name, incoming, outgoing)
  })
  // A visitor who leaves takes the inner request along.
  outgoing.on('close', () => outgoing.writableFinished || inner.destroy())
  incoming.pipe(inner)
}

/** A web socket, for the page reloads of watch mode. */
function upgrade(incoming: IncomingMessage, socket: Duplex, head: Buffer, options: FrontOptions): void {
  const { name, port } = target(incoming.url ?? '/', options)
  socket.on('error', () => socket.destroy())
  // Only pages speak so: the api would take it for an ordinary request, and answer nobody.
  if (name === 'api' || port === undefined) return void socket.destroy()
  const { method, url: path } = incoming
  const headers = {
    ...forwardedHeaders(incoming, options.appOrigin),
    connection: 'upgrade',
    upgrade: incoming.headers.upgrade,
  }
  const inner = request({ host: '127.0.0.1', port, method, path, headers })
  inner.on('upgrade', (answer, other, first) => {
    const lines = answer.rawHeaders.map((text, index) => (index % 2 ? `${text}\r\n` : `${text}: `))
    socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('')}\r\n`)
    other.on('error', () => socket.destroy())
    socket.write(first)
    other.write(head)
    socket.pipe(other).pipe(socket)
  })
  inner.on('response', () => socket.destroy())
  inner.on('error', () => socket.destroy())
  inner.end()
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (problem: NodeJS.ErrnoException) => reject(explain(problem, host, port)))
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

function explain(problem: NodeJS.ErrnoException, host: string, port: number): Error {
  if (problem.code === 'EADDRINUSE') {
    return new StopSentence(
      `Port ${port} is taken: stop whatever uses it, or choose another with PORT=${port + 1}.`,
    )
  }
  if (problem.code === 'EACCES') {
    return new StopSentence(
      `PORT ${port} may only be used by root: choose one above 1023, such as PORT=3000.`,
    )
  }
  return new StopSentence(`HOST is "${host}": this machine has no such address (${problem.code}).`)
}

async function close(server: Server, agent: Agent, patienceMs: number): Promise<void> {
  const insist = setTimeout(() => server.closeAllConnections(), patienceMs)
  await new Promise((resolve) => server.close(resolve))
  clearTimeout(insist)
  agent.destroy()
}

/** Says at once, before any slow step, when the address cannot be had. */
export async function checkAddress(host: string, port: number): Promise<void> {
  const probe = createServer()
  await listen(probe, host, port)
  await new Promise((resolve) => probe.close(resolve))
}
