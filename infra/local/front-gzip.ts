import type { IncomingMessage } from 'node:http'
import { constants, createGzip, type Gzip } from 'node:zlib'

const worthIt = /^(?:text\/html|application\/(?:json|problem\+json))\b/
const smallest = 1_400

/**
 * A stream that shortens an answer on its way out, or undefined where it goes as it is. Only what a visitor without a
 * session is shown: the length of a compressed page can betray a secret that stands beside words an attacker chose
 * (BREACH), and pages of people who signed in hold theirs.
 */
export function gzipFor(asked: IncomingMessage, answer: IncomingMessage): Gzip | undefined {
  const { headers } = answer
  const length = headers['content-length']
  const wanted =
    asked.method === 'GET' &&
    /\bgzip\b/.test(String(asked.headers['accept-encoding'] ?? '')) &&
    !/\brepere_session=/.test(asked.headers.cookie ?? '')
  const fit =
    worthIt.test(headers['content-type'] ?? '') &&
    headers['content-encoding'] === undefined &&
    headers['set-cookie'] === undefined &&
    (length === undefined || Number(length) >= smallest)
  // What is streamed leaves as it comes: each write is flushed.
  return wanted && fit ? createGzip({ level: 5, flush: constants.Z_SYNC_FLUSH }) : undefined
}

/** The raw headers of an answer that leaves compressed: another length, another strength of its tag. */
export function gzipHeaders(raw: readonly string[]): string[] {
  const kept: string[] = []
  for (let at = 0; at < raw.length; at += 2) {
    const [name = '', value = ''] = raw.slice(at, at + 2)
    if (name.toLowerCase() === 'content-length') continue
    const weak = name.toLowerCase() === 'etag' && !value.startsWith('W/')
    kept.push(name, weak ? `W/${value}` : value)
  }
  return [...kept, 'Content-Encoding', 'gzip', 'Vary', 'Accept-Encoding, Cookie']
}
