import { redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { bodyOf } from '#lib/server/answer.ts'
import { setFlash } from '#lib/server/flash.ts'
import { refuseForm, textOf } from '#lib/server/form.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import type { Actions, PageServerLoad } from './$types.ts'

/** The link is the key: whoever it concerns may be unable to sign in. */
export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin' })
  const { token } = event.params
  const statement = await bodyOf(await apiFor(event).statements[':token'].$get({ param: { token } }))
  return { statement, locale: event.locals.locale }
}

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData()
    const { token } = event.params
    const json = { words: textOf(form, 'words') }
    const response = await apiFor(event).statements[':token'].contests.$post({ param: { token }, json })
    if (!response.ok)
      return refuseForm(await problemOf(response), form, event.locals.locale, {
        words: m.reports_contest_wrong(),
      })
    setFlash(event, m.reports_contested())
    redirect(303, to(`/statements/${token}`))
  },
}
