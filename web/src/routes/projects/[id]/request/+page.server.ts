import { randomUUID } from 'node:crypto'
import { isDay } from '@repere/api/client.ts'
import { redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import { bodyOf } from '#lib/server/answer.ts'
import { findCompany } from '#lib/server/company.ts'
import { requireRole } from '#lib/server/require.ts'
import { sendRequests } from '#lib/server/send-requests.ts'
import type { Actions, PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'production')
  const api = apiFor(event)
  const slugs = [...new Set(event.url.searchParams.getAll('coordinator'))].slice(0, 15)
  const [project, company, ...profiles] = await Promise.all([
    api.projects[':id'].$get({ param: event.params }).then(bodyOf),
    findCompany(event),
    ...slugs.map(async (slug) => {
      const response = await api.coordinators[':slug'].$get({ param: { slug } })
      return response.ok ? response.json() : undefined
    }),
  ])
  const people = profiles.filter((profile) => profile !== undefined)
  if (people.length === 0) redirect(303, to(`/projects/${project.id}`))
  const days = Object.fromEntries(
    people.flatMap(({ slug }) => {
      const own = event.url.searchParams.get(`days.${slug}`)?.split(',').filter(isDay)
      return own && own.length > 0 ? [[slug, own]] : []
    }),
  )
  return { project, company, people, days, key: randomUUID(), locale: event.locals.locale }
}

export const actions: Actions = { default: (event) => sendRequests(event, event.params.id) }
