import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders } from 'node:http'
import { isLoopback } from './settings.ts'

/** Headers that speak of one connection only (RFC 9110, 7.6.1). */
const hopHeaders = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/**
 * The headers an inner server sees. Whatever a visitor claims about addresses and origins is dropped; we alone
 * are the trusted hop.
 */
export function forwardedHeaders(incoming: IncomingMessage, appOrigin: string): OutgoingHttpHeaders {
  const app = new URL(appOrigin)
  const headers: OutgoingHttpHeaders = {}
  for (const [name, value] of Object.entries(atOneName(incoming.headers, app))) {
    const claim = name.startsWith('x-forwarded-') || name === 'forwarded' || name === 'x-real-ip'
    if (!claim && !hopHeaders.has(name)) headers[name] = value
  }
  // A body without a length comes in chunks, and goes on in chunks.
  if (incoming.headers['transfer-encoding']) headers['transfer-encoding'] = 'chunked'
  headers['x-forwarded-for'] = plainAddress(incoming.socket.remoteAddress)
  headers['x-forwarded-proto'] = app.protocol.slice(0, -1)
  headers['x-forwarded-host'] = headers.host
  return headers
}

/**
 * `127.0.0.1:3000` and `localhost:3000` are one place to a person, and two origins to a browser. A page that was
 * opened by the one name works as if it had been opened by the other. Names other than this machine's own stay
 * as they are, and are refused inside.
 */
function atOneName(headers: IncomingHttpHeaders, app: URL): IncomingHttpHeaders {
  const { host = '', origin } = headers
  const asked = URL.canParse(`${app.protocol}//${host}`) ? new URL(`${app.protocol}//${host}`) : undefined
  if (!asked || asked.host === app.host || asked.port !== app.port) return headers
  if (!isLoopback(asked.hostname) || !isLoopback(app.hostname)) return headers
  return { ...headers, host: app.host, ...(origin === asked.origin ? { origin: app.origin } : {}) }
}

/** An answer's raw header list without what belongs to the inner connection. */
export function withoutHopHeaders(raw: string[]): string[] {
  return raw.filter((_, index) => !hopHeaders.has((raw[index - (index % 2)] ?? '').toLowerCase()))
}

const plainAddress = (address = '') => address.replace(/^::ffff:/, '')
