import { redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import { bodyOf } from '#lib/server/answer.ts'
import { requireRole } from '#lib/server/require.ts'
import type { PageServerLoad } from './$types.ts'

/** People were chosen: for which project? Without one yet, the first is described with the days of the search. */
export const load: PageServerLoad = async (event) => {
  requireRole(event, 'production')
  const projects = await apiFor(event)
    .projects.$get({ query: { perPage: '50' } })
    .then(bodyOf)
  const query = event.url.searchParams
  if (projects.total === 0) redirect(303, to(`/projects/new?${query}`))
  const asked = new URLSearchParams(query.getAll('coordinator').map((slug) => ['coordinator', slug]))
  return { projects: projects.items, asked: `${asked}`, query: `${query}`, locale: event.locals.locale }
}
