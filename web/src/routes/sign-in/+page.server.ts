import { redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { copyCookies } from '#lib/server/copy-cookies.ts'
import { refuseForm, textOf } from '#lib/server/form.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { afterSignIn } from '#lib/server/welcome.ts'
import type { Actions, PageServerLoad } from './$types.ts'

export const load: PageServerLoad = ({ locals, url }) => {
  if (locals.account) redirect(303, afterSignIn(locals.account, url.searchParams.get('next')))
  return { next: url.searchParams.get('next') }
}

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData()
    const json = { email: textOf(form, 'email'), password: String(form.get('password') ?? '') }
    const response = await apiFor(event).sessions.$post({ json })
    if (!response.ok)
      return refuseForm(await problemOf(response), form, event.locals.locale, {
        email: m.account_email_wrong(),
        password: m.account_password_missing(),
      })
    copyCookies(event, response)
    const next = textOf(form, 'next') || null
    if (response.status === 202)
      redirect(303, to(next ? `/sign-in/code?next=${encodeURIComponent(next)}` : '/sign-in/code'))
    const { account } = await response.json()
    redirect(303, afterSignIn(account, next))
  },
}
