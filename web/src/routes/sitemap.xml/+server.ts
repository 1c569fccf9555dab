import { apiFor } from '#lib/api.ts'
import { bodyOf } from '#lib/server/answer.ts'
import { appOrigin } from '#lib/server/environment.ts'
import type { RequestHandler } from './$types.ts'

const open = ['/', '/coordinators', '/professions/intimacy', '/professions/eco-production', '/accessibility']

/** Pages for everybody, and the profiles whose owners chose to be listed: nobody else is in it. */
export const GET: RequestHandler = async (event) => {
  const { items } = await apiFor(event)['search-engines'].$get().then(bodyOf)
  const origin = appOrigin(event.url)
  const entries = [
    ...open.map((path) => entryOf(origin, path)),
    // A slug is letters, digits and hyphens: nothing in it needs escaping.
    ...items.map(({ slug, updatedAt }) => entryOf(origin, `/coordinators/${slug}`, updatedAt)),
  ]
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join('\n')}
</urlset>
`
  return new Response(text, {
    headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=300' },
  })
}

/** One page in its two languages. */
const entryOf = (origin: string, path: string, changedAt?: string): string => {
  const english = `${origin}/en${path === '/' ? '' : path}`
  const changed = changedAt ? `<lastmod>${changedAt.slice(0, 10)}</lastmod>` : ''
  return `  <url><loc>${origin}${path}</loc>${changed}<xhtml:link rel="alternate" hreflang="en" href="${english}"/></url>`
}
