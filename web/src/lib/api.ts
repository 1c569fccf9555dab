import { type Client, createClient } from '@repere/api/client.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { apiUrl, appOrigin } from './server/environment.ts'

/**
 * The api in the name of the person whose request this is: their session, their address, this request's number, and
 * our own origin, which the api wants to see on every write. Make one per request; never keep it in a module.
 */
export function apiFor(event: RequestEvent): Client['api'] {
  const headers: Record<string, string> = {
    'x-request-id': event.locals.requestId,
    'x-forwarded-for': event.getClientAddress(),
    'accept-language': event.locals.locale,
    origin: appOrigin(event.url),
    'x-forwarded-host': event.url.host,
  }
  const cookie = event.request.headers.get('cookie')
  if (cookie !== null) headers.cookie = cookie
  return createClient(apiUrl(), { headers }).api
}
