import { catalogueLists } from '@repere/api/client.ts'
import { error, redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { readEntry, sentencesOf } from '#lib/server/catalogue.ts'
import { choicesFor } from '#lib/server/catalogue-choices.ts'
import { setFlash } from '#lib/server/flash.ts'
import { refuseFields, refuseForm, textOf } from '#lib/server/form.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { forgetReference } from '#lib/server/reference.ts'
import { requireRole } from '#lib/server/require.ts'
import type { Actions, PageServerLoad } from './$types.ts'

const listIn = (url: URL) =>
  catalogueLists.find((name) => name === url.searchParams.get('list')) ?? error(404)

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'registrar')
  return { list: listIn(event.url), ...(await choicesFor(event)), locale: event.locals.locale }
}

export const actions: Actions = {
  default: async (event) => {
    requireRole(event, 'registrar')
    const { locale } = event.locals
    const list = listIn(event.url)
    const form = await event.request.formData()
    const { fields, errors } = readEntry(form, list, locale)
    if (Object.keys(errors).length > 0) return refuseFields(form, locale, errors)
    const response = await apiFor(event).registrar.catalogue.$post({
      json: { code: textOf(form, 'code'), fields },
    })
    if (!response.ok) {
      const problem = await problemOf(response)
      const refused = refuseForm(problem, form, locale, {
        code: m.catalogue_code_wrong(),
        ...sentencesOf(list),
      })
      if (problem.code === 'code-taken') refused.data.errors.code = refused.data.message
      return refused
    }
    const entry = await response.json()
    forgetReference()
    const name = locale === 'fr' ? entry.fields.nameFr : entry.fields.nameEn
    setFlash(event, m.catalogue_added({ name }))
    redirect(303, `${to(`/registrar/catalogue?list=${list}`)}#entry-${entry.code}`)
  },
}
