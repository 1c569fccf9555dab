import type { Handle } from '@sveltejs/kit/hooks'
import { appOrigin } from './environment.ts'
import { isTooLarge } from './form-size.ts'
import { requestIdOf } from './request-id.ts'
import { isForged } from './same-origin.ts'

const headers = {
  'x-content-type-options': 'nosniff',
  // Not `no-referrer`: browsers would send `Origin: null` with every form.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
}

/** Whether the address of a page is a key: it opens to whoever holds it, and shows them what is somebody's own. */
const isKeyed = (url: URL, route: string | null): boolean =>
  Boolean(route?.includes('[token]')) || url.searchParams.has('token')

/** Names the request, turns forged and overlong forms away, and puts the security headers on every answer. */
export const handleRequest: Handle = async ({ event, resolve }) => {
  event.locals.requestId = requestIdOf(event.request.headers)
  event.locals.account = null
  if (isForged(event.request, appOrigin(event.url)))
    return new Response('Cross-site form submissions are refused.', { status: 403 })
  if (isTooLarge(event.request, event.route.id))
    return new Response('The form is larger than any of ours.', { status: 413 })
  const response = await resolve(event)
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  if (appOrigin(event.url).startsWith('https:'))
    response.headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
  response.headers.set('x-request-id', event.locals.requestId)
  if (event.locals.account || isKeyed(event.url, event.route.id))
    response.headers.set('cache-control', 'private, no-store')
  // A page is written for whoever asks: kept by their browser alone, and asked about before it is shown again.
  else if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-cache')
  return response
}
