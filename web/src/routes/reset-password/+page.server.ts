import { redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { refuseForm, textOf } from '#lib/server/form.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import type { Actions, PageServerLoad } from './$types.ts'

export const load: PageServerLoad = ({ url }) => ({
  token: url.searchParams.get('token'),
  done: url.searchParams.has('done'),
})

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData()
    const json = { token: textOf(form, 'token'), password: String(form.get('password') ?? '') }
    const response = await apiFor(event)['password-resets'].confirmation.$post({ json })
    if (!response.ok)
      return refuseForm(await problemOf(response), form, event.locals.locale, {
        password: m.account_password_wrong(),
      })
    redirect(303, to('/reset-password?done'))
  },
}
