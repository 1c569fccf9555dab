import type { NewProject } from '@repere/api/client.ts'
import { fail, type RequestEvent, redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { rowsOf } from '#lib/projects/values.ts'
import { bodyOf } from './answer.ts'
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
  const response = await sendProject(event, read.project, form, id)
  if (!response.ok) return refuseForm(await problemOf(response), form, locale, projectSentences(form))
  const project = await response.json()
  setFlash(event, m.project_saved())
  const asked = textsOf(form, 'coordinator').map((slug) => `coordinator=${encodeURIComponent(slug)}`)
  redirect(303, to(`/projects/${project.id}${asked.length > 0 ? `?${asked.join('&')}` : ''}`))
}

/**
 * Keeps a project while its form is being filled in, as long as nobody was asked: from then on every change is
 * told to people, and only the person decides when. Answers what the next save must name.
 */
export async function keepProject(event: RequestEvent, id?: string) {
  requireRole(event, 'production')
  const form = await event.request.formData()
  const read = readProject(form, event.locals.locale, new Date().toISOString().slice(0, 10))
  if (!read.ok) return fail(400, { kept: null })
  const api = apiFor(event)
  if (id) {
    const asked = await api.bookings.$get({ query: { project: id, perPage: '1' } }).then(bodyOf)
    if (asked.total > 0) return fail(409, { kept: null })
  }
  const response = await sendProject(event, read.project, form, id)
  if (!response.ok) return fail(response.status, { kept: null })
  const { id: known, version, updatedAt } = await response.json()
  return { kept: { id: known, version, updatedAt } }
}

/** Begins a project from another one, and opens it where its names and days are changed. */
export async function copyProject(event: RequestEvent, id: string) {
  requireRole(event, 'production')
  const form = await event.request.formData()
  const response = await apiFor(event).projects[':id'].copies.$post({
    param: { id },
    json: { title: textOf(form, 'title') },
  })
  if (!response.ok) return refuseForm(await problemOf(response), form, event.locals.locale, {})
  const { id: copy } = await response.json()
  setFlash(event, m.project_copied())
  redirect(303, to(`/projects/${copy}/edit`))
}

const sendProject = (event: RequestEvent, project: NewProject, form: FormData, id?: string) => {
  const { projects } = apiFor(event)
  const version = Number(textOf(form, 'version')) || undefined
  return id
    ? projects[':id'].$put({ param: { id }, json: { ...project, ...(version && { version }) } })
    : projects.$post({ json: project })
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
