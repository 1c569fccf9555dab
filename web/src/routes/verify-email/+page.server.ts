import { fail, redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import { textOf } from '#lib/server/form.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { sentenceOf } from '#lib/words/problems.ts'
import type { Actions, PageServerLoad } from './$types.ts'

/** The mailed link opens a page with a button: mail scanners open links too. */
export const load: PageServerLoad = ({ locals, url }) => ({
  token: url.searchParams.get('token'),
  done: url.searchParams.has('done'),
  sent: url.searchParams.has('sent'),
  verified: locals.account?.emailVerified ?? false,
})

export const actions: Actions = {
  confirm: async (event) => {
    const form = await event.request.formData()
    const response = await apiFor(event).accounts.verification.$post({
      json: { token: textOf(form, 'token') },
    })
    if (!response.ok) {
      const { status, code } = await problemOf(response)
      return fail(status, { code, message: sentenceOf(code, event.locals.locale) })
    }
    redirect(303, to('/verify-email?done'))
  },
  resend: async (event) => {
    const response = await apiFor(event).accounts['verification-mail'].$post()
    if (!response.ok) {
      const { status, code } = await problemOf(response)
      return fail(status, { code, message: sentenceOf(code, event.locals.locale) })
    }
    redirect(303, to('/verify-email?sent'))
  },
}
