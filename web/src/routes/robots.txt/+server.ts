import { appOrigin } from '#lib/server/environment.ts'
import type { RequestHandler } from './$types.ts'

/** Pages of one's own: nothing for search engines, in either language. */
const own = ['/me', '/projects', '/bookings', '/registrar', '/account']

/** What search engines may read; each profile says for itself whether it may be listed. */
export const GET: RequestHandler = ({ url }) => {
  const closed = own.flatMap((path) => [`Disallow: ${path}`, `Disallow: /en${path}`])
  const text = ['User-agent: *', ...closed, '', `Sitemap: ${appOrigin(url)}/sitemap.xml`, ''].join('\n')
  return new Response(text, { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
