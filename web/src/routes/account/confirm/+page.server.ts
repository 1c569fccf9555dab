import { redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { setFlash } from '#lib/server/flash.ts'
import { refuseForm, textOf } from '#lib/server/form.ts'
import { ownPath } from '#lib/server/own-path.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { requireRole } from '#lib/server/require.ts'
import type { Actions, PageServerLoad } from './$types.ts'

const everyone = ['coordinator', 'production', 'registrar'] as const

export const load: PageServerLoad = (event) => {
  const { secondFactor } = requireRole(event, ...everyone)
  return { byCode: secondFactor === 'on', next: ownPath(event.url.searchParams.get('next')) ?? null }
}

export const actions: Actions = {
  default: async (event) => {
    requireRole(event, ...everyone)
    const form = await event.request.formData()
    const code = textOf(form, 'code')
    const json = code ? { code } : { password: String(form.get('password') ?? '') }
    const response = await apiFor(event).me.confirmation.$post({ json })
    if (!response.ok)
      return refuseForm(await problemOf(response), form, event.locals.locale, {
        password: m.secondfactor_password_wrong(),
        code: m.secondfactor_code_wrong(),
      })
    setFlash(event, m.secondfactor_confirmed())
    redirect(303, ownPath(textOf(form, 'next')) ?? to('/account'))
  },
}
