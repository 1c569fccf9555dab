import { redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { bodyOf } from '#lib/server/answer.ts'
import { setFlash } from '#lib/server/flash.ts'
import { refuseForm, textOf } from '#lib/server/form.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { requireRole } from '#lib/server/require.ts'
import type { Actions, PageServerLoad } from './$types.ts'

const everybody = ['coordinator', 'production', 'registrar'] as const

export const load: PageServerLoad = async (event) => {
  requireRole(event, ...everybody)
  // Taken before the list: what comes in meanwhile is not marked by « all ».
  const now = new Date().toISOString()
  const page = event.url.searchParams.get('page') ?? '1'
  const list = await apiFor(event).me.notifications.$get({ query: { page } }).then(bodyOf)
  return { list, now, locale: event.locals.locale }
}

/** What the form names: one of them, those that open a page, or all up to a moment. */
const seenIn = (form: FormData) => {
  const [id, path] = [textOf(form, 'id'), textOf(form, 'path')]
  return id ? { id } : path ? { path } : { until: textOf(form, 'until') }
}

export const actions: Actions = {
  seen: async (event) => {
    requireRole(event, ...everybody)
    const form = await event.request.formData()
    const json = seenIn(form)
    const response = await apiFor(event).me.notifications.seen.$put({ json })
    if (!response.ok) return refuseForm(await problemOf(response), form, event.locals.locale, {})
    // By a page that notes that it was opened: nothing is said of it.
    if ('path' in json) return undefined
    setFlash(event, 'id' in json ? m.notifications_seen() : m.notifications_seen_all())
    const page = Number(event.url.searchParams.get('page'))
    redirect(303, to(page > 1 ? `/me/notifications?page=${page}` : '/me/notifications'))
  },
}
