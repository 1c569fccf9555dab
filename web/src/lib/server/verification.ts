import { type RequestEvent, redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { setFlash } from './flash.ts'
import { refuseForm, textOf } from './form.ts'
import { problemOf } from './problem-of.ts'
import { requireRole } from './require.ts'

const ownCredential = (event: RequestEvent) => apiFor(event).me.credentials[':id'].verification

/** Gives a code for one of the person's credentials. */
export async function shareCredential(event: RequestEvent, back: string) {
  requireRole(event, 'coordinator')
  const form = await event.request.formData()
  const response = await ownCredential(event).$post({ param: { id: textOf(form, 'id') } })
  if (!response.ok) return refuseForm(await problemOf(response), form, event.locals.locale, {})
  setFlash(event, m.verify_share_created())
  redirect(303, to(back))
}

/** Takes that code back. */
export async function unshareCredential(event: RequestEvent, back: string) {
  requireRole(event, 'coordinator')
  const form = await event.request.formData()
  const response = await ownCredential(event).$delete({ param: { id: textOf(form, 'id') } })
  if (!response.ok) return refuseForm(await problemOf(response), form, event.locals.locale, {})
  setFlash(event, m.verify_share_revoked())
  redirect(303, to(back))
}
