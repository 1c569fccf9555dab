import { type RequestEvent, redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { bodyOf } from '#lib/server/answer.ts'
import { setFlash } from '#lib/server/flash.ts'
import { refuseForm, textOf } from '#lib/server/form.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { requireRole } from '#lib/server/require.ts'
import { templateIn, templateSentences } from '#lib/server/templates.ts'
import type { Actions, PageServerLoad } from './$types.ts'

const one = (event: RequestEvent) => apiFor(event).registrar.templates[':id']
const param = (event: RequestEvent) => ({ id: event.params.id ?? '' })

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'registrar')
  const read = await bodyOf(await one(event).$get({ param: param(event) }))
  return { ...read, locale: event.locals.locale }
}

export const actions: Actions = {
  save: async (event) => {
    requireRole(event, 'registrar')
    const form = await event.request.formData()
    const json = { ...templateIn(form), version: Number(textOf(form, 'version')) || 1 }
    const response = await one(event).$put({ param: param(event), json })
    if (!response.ok)
      return refuseForm(await problemOf(response), form, event.locals.locale, templateSentences())
    setFlash(event, m.desk_template_saved())
    redirect(303, to('/registrar/templates'))
  },
  retire: async (event) => {
    requireRole(event, 'registrar')
    const form = await event.request.formData()
    const response = await one(event).$delete({ param: param(event) })
    if (!response.ok) return refuseForm(await problemOf(response), form, event.locals.locale, {})
    setFlash(event, m.desk_template_retired())
    redirect(303, to('/registrar/templates'))
  },
}
