import { redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { refuseForm, textOf } from '#lib/server/form.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import type { Actions, PageServerLoad } from './$types.ts'

export const load: PageServerLoad = ({ url }) => ({ sent: url.searchParams.has('sent') })

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData()
    const response = await apiFor(event)['password-resets'].$post({ json: { email: textOf(form, 'email') } })
    if (!response.ok)
      return refuseForm(await problemOf(response), form, event.locals.locale, {
        email: m.account_email_wrong(),
      })
    redirect(303, to('/forgot-password?sent'))
  },
}
