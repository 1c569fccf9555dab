import { liveCredentialStates } from '@repere/api/client.ts'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import { askPairAt } from '#lib/projects/pair.ts'
import { bodyOf } from '#lib/server/answer.ts'
import { findCompany } from '#lib/server/company.ts'
import { requireRole } from '#lib/server/require.ts'
import { copyProject } from '#lib/server/save-project.ts'
import { tellOthers } from '#lib/server/tell-others.ts'
import type { Actions, PageServerLoad } from './$types.ts'

const searchOf = (query: Record<string, string | string[]>) =>
  new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
  )

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'production')
  const api = apiFor(event)
  const proof = liveCredentialStates.find((state) => state === event.url.searchParams.get('proof'))
  const [project, bookings, company, matches] = await Promise.all([
    api.projects[':id'].$get({ param: event.params }).then(bodyOf),
    api.bookings.$get({ query: { project: event.params.id, perPage: '50' } }).then(bodyOf),
    findCompany(event),
    api.projects[':id'].matches
      .$get({ param: event.params, query: { ...(proof && { credentialState: proof }) } })
      .then(bodyOf),
  ])
  const now = new Date()
  const query = {
    discipline: project.discipline,
    region: project.regions,
    language: project.languages,
    ...(proof && { credentialState: proof }),
    ...(matches.days.length > 0 && { days: matches.days.join(','), availability: 'any' as const }),
  }
  return {
    project,
    bookings: bookings.items,
    company,
    matches,
    proof,
    askPair: askPairAt(project, matches, now.toISOString().slice(0, 10)),
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
