import { apiFor } from '#lib/api.ts'
import { valuesOfProject } from '#lib/projects/values.ts'
import { bodyOf } from '#lib/server/answer.ts'
import { requireRole } from '#lib/server/require.ts'
import { keepProject, moreRows, saveProject } from '#lib/server/save-project.ts'
import type { Actions, PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'production')
  const api = apiFor(event)
  const [project, reference, asked] = await Promise.all([
    api.projects[':id'].$get({ param: event.params }).then(bodyOf),
    api.reference.$get().then(bodyOf),
    api.bookings.$get({ query: { project: event.params.id, perPage: '1' } }).then(bodyOf),
  ])
  return {
    project,
    reference,
    fixed: asked.total > 0,
    values: valuesOfProject(project),
    today: new Date().toISOString().slice(0, 10),
    locale: event.locals.locale,
  }
}

export const actions: Actions = {
  save: (event) => saveProject(event, event.params.id),
  keep: (event) => keepProject(event, event.params.id),
  more: (event) => moreRows(event),
}
