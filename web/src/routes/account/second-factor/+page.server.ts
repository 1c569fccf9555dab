import { type RequestEvent, redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { bodyOf } from '#lib/server/answer.ts'
import { confirmFirst } from '#lib/server/confirm-first.ts'
import { setFlash } from '#lib/server/flash.ts'
import { refuseForm, textOf } from '#lib/server/form.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { requireRole } from '#lib/server/require.ts'
import type { Actions, PageServerLoad } from './$types.ts'

const everyone = ['coordinator', 'production', 'registrar'] as const
const page = '/account/second-factor'

export const load: PageServerLoad = async (event) => {
  const owner = requireRole(event, ...everyone)
  const factor = await bodyOf(await apiFor(event).me['second-factor'].$get())
  return { factor, required: owner.secondFactor === 'required', locale: event.locals.locale, owner }
}

/** What a refusal of this page comes to: who is there first, then the form with its sentence. */
const refused = async (
  event: RequestEvent,
  response: Parameters<typeof problemOf>[0],
  form: FormData,
  name = 'code',
) => {
  const refusal = await problemOf(response)
  confirmFirst(event, refusal)
  const errors = refusal.errors.map((error) =>
    error.pointer === '/code' ? { ...error, pointer: `/${name}` } : error,
  )
  return refuseForm({ ...refusal, errors }, form, event.locals.locale, {
    [name]: m.secondfactor_code_wrong(),
    password: m.secondfactor_password_wrong(),
  })
}

export const actions: Actions = {
  begin: async (event) => {
    requireRole(event, ...everyone)
    const response = await apiFor(event).me['second-factor'].$post()
    if (!response.ok) return refused(event, response, new FormData())
    redirect(303, to(page))
  },
  /** The codes are shown in the answer itself, and never again: no redirect. */
  complete: async (event) => {
    requireRole(event, ...everyone)
    const form = await event.request.formData()
    const json = { code: textOf(form, 'code') }
    const response = await apiFor(event).me['second-factor'].confirmation.$post({ json })
    if (!response.ok) return refused(event, response, form)
    return { ...(await response.json()), renewed: false }
  },
  renew: async (event) => {
    requireRole(event, ...everyone)
    const form = await event.request.formData()
    const json = { code: textOf(form, 'renewal') }
    const response = await apiFor(event).me['second-factor']['recovery-codes'].$post({ json })
    if (!response.ok) return refused(event, response, form, 'renewal')
    return { ...(await response.json()), renewed: true }
  },
  remove: async (event) => {
    requireRole(event, ...everyone)
    const form = await event.request.formData()
    const json = { password: String(form.get('password') ?? ''), code: textOf(form, 'removal') }
    const response = await apiFor(event).me['second-factor'].removal.$post({ json })
    if (!response.ok) return refused(event, response, form, 'removal')
    setFlash(event, m.secondfactor_off_done())
    redirect(303, to('/account'))
  },
}
