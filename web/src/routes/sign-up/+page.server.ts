import { redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import * as m from '#lib/paraglide/messages.js'
import { copyCookies } from '#lib/server/copy-cookies.ts'
import { refuseForm, textOf } from '#lib/server/form.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { afterSignIn, afterSignUp } from '#lib/server/welcome.ts'
import type { Actions, PageServerLoad } from './$types.ts'

export const load: PageServerLoad = ({ locals, url }) => {
  if (locals.account) redirect(303, afterSignIn(locals.account, null))
  const role = url.searchParams.get('role') === 'production' ? 'production' : 'coordinator'
  return { role, next: url.searchParams.get('next') }
}

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData()
    const json = {
      email: textOf(form, 'email'),
      password: String(form.get('password') ?? ''),
      displayName: textOf(form, 'displayName'),
      role: textOf(form, 'role') === 'production' ? ('production' as const) : ('coordinator' as const),
      locale: event.locals.locale,
    }
    const response = await apiFor(event).accounts.$post({ json })
    if (!response.ok)
      return refuseForm(await problemOf(response), form, event.locals.locale, {
        email: m.account_email_wrong_or_taken(),
        password: m.account_password_wrong(),
        displayName: m.account_name_wrong(),
        role: m.account_role_wrong(),
      })
    copyCookies(event, response)
    const { account } = await response.json()
    redirect(303, afterSignUp(account, textOf(form, 'next') || null))
  },
}
