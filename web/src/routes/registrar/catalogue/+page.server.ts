import { catalogueLists } from '@repere/api/client.ts'
import { redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { bodyOf } from '#lib/server/answer.ts'
import { setFlash } from '#lib/server/flash.ts'
import { refuseForm, textOf } from '#lib/server/form.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { forgetReference } from '#lib/server/reference.ts'
import { requireRole } from '#lib/server/require.ts'
import type { Actions, PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'registrar')
  const asked = event.url.searchParams.get('list')
  const todo = event.url.searchParams.has('todo')
  const list = catalogueLists.find((name) => name === asked) ?? 'credentials'
  const { entries, toCheck } = await bodyOf(await apiFor(event).registrar.catalogue.$get({ query: {} }))
  const shown = entries.filter(({ fields, retired }) =>
    todo ? !retired && 'confidence' in fields && fields.confidence === 'check' : fields.list === list,
  )
  return { list, todo, entries: shown, toCheck, locale: event.locals.locale }
}

export const actions: Actions = {
  move: async (event) => {
    requireRole(event, 'registrar')
    const { locale } = event.locals
    const form = await event.request.formData()
    const response = await apiFor(event).registrar.catalogue[':id'].place.$put({
      param: { id: textOf(form, 'id') },
      json: { version: Number(textOf(form, 'version')), place: Number(textOf(form, 'place')) },
    })
    if (!response.ok) return refuseForm(await problemOf(response), form, locale, {})
    const { fields, place, code } = await response.json()
    forgetReference()
    setFlash(event, m.catalogue_moved({ name: locale === 'fr' ? fields.nameFr : fields.nameEn, place }))
    redirect(303, `${to(`/registrar/catalogue?list=${fields.list}`)}#entry-${code}`)
  },
}
