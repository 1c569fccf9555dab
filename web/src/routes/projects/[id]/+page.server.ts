import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import { decisiveDays } from '#lib/projects/values.ts'
import { bodyOf } from '#lib/server/answer.ts'
import { findCompany } from '#lib/server/company.ts'
import { requireRole } from '#lib/server/require.ts'
import { copyProject } from '#lib/server/save-project.ts'
import { tellOthers } from '#lib/server/tell-others.ts'
import type { Actions, PageServerLoad } from './$types.ts'

/** As many days as one search may ask for. */
const mostDays = 366

const searchOf = ({ perPage: _, ...query }: Record<string, string | string[]>) =>
  new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
  )

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'production')
  const api = apiFor(event)
  const [project, bookings, company] = await Promise.all([
    api.projects[':id'].$get({ param: event.params }).then(bodyOf),
    api.bookings.$get({ query: { project: event.params.id, perPage: '50' } }).then(bodyOf),
    findCompany(event),
  ])
  const now = new Date()
  const days = decisiveDays(project.phases, now.toISOString().slice(0, 10)).slice(0, mostDays)
  const query = {
    discipline: project.discipline,
    region: project.regions,
    language: project.languages,
    ...(days.length > 0 && { days: days.join(','), availability: 'any' as const }),
    perPage: '50',
  }
  const found = await api.coordinators.$get({ query }).then(bodyOf)
  return {
    project,
    bookings: bookings.items,
    company,
    days,
    found,
    /** The same search on its own page, for those whom the board does not show. */
    search: `/coordinators?${searchOf(query)}`,
    chosen: event.url.searchParams.getAll('coordinator'),
    now: now.toISOString(),
    locale: event.locals.locale,
  }
}

export const actions: Actions = {
  copy: (event) => copyProject(event, event.params.id),
  others: (event) => tellOthers(event, to(`/projects/${event.params.id}`)),
}
