import { randomUUID } from 'node:crypto'
import { isDay, type Project } from '@repere/api/client.ts'
import { redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import { bodyOf } from '#lib/server/answer.ts'
import { findCompany } from '#lib/server/company.ts'
import { readDayStates } from '#lib/server/day-states.ts'
import { requireRole } from '#lib/server/require.ts'
import { mostAsked, sendRequests } from '#lib/server/send-requests.ts'
import type { Actions, PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'production')
  const api = apiFor(event)
  const slugs = [...new Set(event.url.searchParams.getAll('coordinator'))].slice(0, mostAsked)
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
  const all = [...new Set(project.phases.flatMap((phase) => phase.days))].sort()
  const today = new Date().toISOString().slice(0, 10)
  const recipients = await Promise.all(
    people.map(async ({ slug, displayName, titleForm }) => {
      const own = (event.url.searchParams.get(`days.${slug}`) ?? '').split(',').filter(isDay)
      const days = own.length > 0 ? own : all
      const states = await readDayStates(
        event,
        slug,
        days.filter((day) => day >= today && decides(project, day)),
      )
      return { slug, displayName, titleForm, days, states: states.map(({ state }) => state) }
    }),
  )
  return { project, company, recipients, today, key: randomUUID(), locale: event.locals.locale }
}

/** Whether a day excludes other work: other days need no free calendar. */
const decides = ({ phases }: Pick<Project, 'phases'>, day: string) =>
  phases.some(({ exclusive, days }) => exclusive && days.includes(day))

export const actions: Actions = { default: (event) => sendRequests(event, event.params.id) }
