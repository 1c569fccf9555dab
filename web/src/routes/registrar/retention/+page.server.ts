import { retentionRules } from '@repere/api/client.ts'
import { error, redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { bodyOf } from '#lib/server/answer.ts'
import { setFlash } from '#lib/server/flash.ts'
import { refuseForm, textOf } from '#lib/server/form.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { requireRole } from '#lib/server/require.ts'
import type { Actions, PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'registrar')
  const retention = await bodyOf(await apiFor(event).registrar.retention.$get())
  return { ...retention, locale: event.locals.locale }
}

export const actions: Actions = {
  default: async (event) => {
    requireRole(event, 'registrar')
    const form = await event.request.formData()
    const rule = retentionRules.find((word) => word === textOf(form, 'rule'))
    if (!rule || rule === 'evidence') error(400)
    const json = { rule, days: Number(textOf(form, 'days')) }
    const response = await apiFor(event).registrar.retention.$put({ json })
    if (!response.ok)
      return refuseForm(await problemOf(response), form, event.locals.locale, { days: m.retention_wrong() })
    setFlash(event, m.retention_saved())
    redirect(303, to('/registrar/retention'))
  },
}
