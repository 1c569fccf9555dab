import { redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { setFlash } from '#lib/server/flash.ts'
import { refuseFields, refuseForm } from '#lib/server/form.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { requireRole } from '#lib/server/require.ts'
import { purposeIn, templateIn, templateSentences } from '#lib/server/templates.ts'
import type { Actions, PageServerLoad } from './$types.ts'

export const load: PageServerLoad = (event) => {
  requireRole(event, 'registrar')
  return { locale: event.locals.locale }
}

export const actions: Actions = {
  default: async (event) => {
    requireRole(event, 'registrar')
    const { locale } = event.locals
    const form = await event.request.formData()
    const purpose = purposeIn(form)
    if (!purpose) return refuseFields(form, locale, { purpose: m.desk_template_purpose_wrong() })
    const json = { purpose, ...templateIn(form) }
    const response = await apiFor(event).registrar.templates.$post({ json })
    if (!response.ok) return refuseForm(await problemOf(response), form, locale, templateSentences())
    setFlash(event, m.desk_template_added())
    redirect(303, to('/registrar/templates'))
  },
}
