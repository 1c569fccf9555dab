import { fail, type RequestEvent, redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { rowsOf } from '#lib/projects/values.ts'
import { setFlash } from './flash.ts'
import { refuseFields, refuseForm, textOf, textsOf, valuesOf } from './form.ts'
import { problemOf } from './problem-of.ts'
import { projectSentences, readProject } from './project-form.ts'
import { requireRole } from './require.ts'

/** Saves a project from its form, new or known by `id`, and goes on to its board. */
export async function saveProject(event: RequestEvent, id?: string) {
  requireRole(event, 'production')
  const form = await event.request.formData()
  const { locale } = event.locals
  const read = readProject(form, locale, new Date().toISOString().slice(0, 10))
  if (!read.ok) return refuseFields(form, locale, read.errors)
  const api = apiFor(event)
  const version = Number(textOf(form, 'version')) || undefined
  const response = id
    ? await api.projects[':id'].$put({
        param: { id },
        json: { ...read.project, ...(version && { version }) },
      })
    : await api.projects.$post({ json: read.project })
  if (!response.ok) return refuseForm(await problemOf(response), form, locale, projectSentences(form))
  const project = await response.json()
  setFlash(event, m.project_saved())
  const asked = textsOf(form, 'coordinator').map((slug) => `coordinator=${encodeURIComponent(slug)}`)
  redirect(303, to(`/projects/${project.id}${asked.length > 0 ? `?${asked.join('&')}` : ''}`))
}

/** Shows the same form with more rows; nothing is saved and nothing is lost. */
export async function moreRows(event: RequestEvent) {
  requireRole(event, 'production')
  const form = await event.request.formData()
  const group = event.url.searchParams.get('more') === 'scenes' ? ('scenes' as const) : ('phases' as const)
  const values = valuesOf(form)
  const rows = rowsOf(values, group, 0) + 2
  return fail(400, {
    code: undefined,
    message: undefined,
    errors: {},
    values: { ...values, [`${group}.rows`]: [String(rows)] },
  })
}
