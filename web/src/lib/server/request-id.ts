import { randomUUID } from 'node:crypto'

/** The id a front before us gave this request, if it looks like one, else a new one. */
export function requestIdOf(headers: Headers): string {
  const given = headers.get('x-request-id') ?? ''
  return /^[\w-]{8,64}$/.test(given) ? given : randomUUID()
}
