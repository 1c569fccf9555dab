import { redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { copyCookies } from '#lib/server/copy-cookies.ts'
import { setFlash } from '#lib/server/flash.ts'
import { refuseForm, textOf } from '#lib/server/form.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { awaitsCode } from '#lib/server/session.ts'
import { afterSignIn } from '#lib/server/welcome.ts'
import type { Actions, PageServerLoad } from './$types.ts'

/** The second step of signing in; without the first there is nothing to do here. */
export const load: PageServerLoad = ({ locals, url, cookies, setHeaders }) => {
  const next = url.searchParams.get('next')
  if (locals.account) redirect(303, afterSignIn(locals.account, next))
  if (!awaitsCode(cookies)) redirect(303, to(signIn(next)))
  setHeaders({ 'cache-control': 'private, no-store' })
  return { next }
}

const signIn = (next: string | null) => (next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in')

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData()
    const next = textOf(form, 'next') || null
    const code = textOf(form, 'code') || textOf(form, 'recovery')
    const response = await apiFor(event).sessions['second-factor'].$post({ json: { code } })
    if (!response.ok) {
      const refusal = await problemOf(response)
      if (refusal.code === 'sign-in-expired') {
        setFlash(event, m.secondfactor_expired(), 'warning')
        redirect(303, to(signIn(next)))
      }
      const field = textOf(form, 'code') ? 'code' : 'recovery'
      const errors = refusal.errors.map((error) => ({ ...error, pointer: `/${field}` }))
      return refuseForm({ ...refusal, errors }, form, event.locals.locale, {
        code: m.secondfactor_code_wrong(),
        recovery: m.secondfactor_recovery_wrong(),
      })
    }
    copyCookies(event, response)
    const { account } = await response.json()
    redirect(303, afterSignIn(account, next))
  },
}
