import { locales } from '@repere/api/client.ts'
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

const everyone = ['coordinator', 'production', 'registrar'] as const

export const load: PageServerLoad = async (event) => {
  const owner = requireRole(event, ...everyone)
  const { items } = await bodyOf(await apiFor(event).me.sessions.$get())
  return { owner, sessions: items, locale: event.locals.locale }
}

export const actions: Actions = {
  end: async (event) => {
    requireRole(event, ...everyone)
    const form = await event.request.formData()
    const response = await apiFor(event).me.sessions[':id'].$delete({ param: { id: textOf(form, 'id') } })
    if (!response.ok) return refuseForm(await problemOf(response), form, event.locals.locale, {})
    setFlash(event, m.settings_session_ended())
    redirect(303, to('/account'))
  },
  language: async (event) => {
    requireRole(event, ...everyone)
    const form = await event.request.formData()
    const locale = locales.find((word) => word === textOf(form, 'locale')) ?? event.locals.locale
    const response = await apiFor(event).me.locale.$put({ json: { locale } })
    if (!response.ok) return refuseForm(await problemOf(response), form, event.locals.locale, {})
    setFlash(event, locale === 'fr' ? m.settings_language_saved() : m.settings_language_saved_en())
    redirect(303, to('/account'))
  },
  password: async (event) => {
    const { email } = requireRole(event, ...everyone)
    const response = await apiFor(event)['password-resets'].$post({ json: { email } })
    if (!response.ok) return refuseForm(await problemOf(response), new FormData(), event.locals.locale, {})
    setFlash(event, m.settings_password_sent())
    redirect(303, to('/account'))
  },
}
