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
  if (event.locals.account) response.headers.set('cache-control', 'private, no-store')
  return response
}
