import { redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { bodyOf } from '#lib/server/answer.ts'
import { copyCookies } from '#lib/server/copy-cookies.ts'
import { setFlash } from '#lib/server/flash.ts'
import { refuseForm, textOf } from '#lib/server/form.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { requireRole } from '#lib/server/require.ts'
import type { Actions, PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async (event) => {
  const { role } = requireRole(event, 'coordinator', 'production')
  return { role, would: await bodyOf(await apiFor(event).me.erasure.$get()) }
}

export const actions: Actions = {
  default: async (event) => {
    requireRole(event, 'coordinator', 'production')
    const form = await event.request.formData()
    const json = { password: String(form.get('password') ?? ''), confirmation: textOf(form, 'confirmation') }
    const response = await apiFor(event).me.erasure.$post({ json })
    if (!response.ok)
      return refuseForm(await problemOf(response), form, event.locals.locale, {
        confirmation: m.rights_confirm_wrong(),
        password: m.rights_password_wrong(),
      })
    copyCookies(event, response)
    setFlash(event, m.rights_erased())
    redirect(303, to('/'))
  },
}
