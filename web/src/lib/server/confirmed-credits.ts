import { type RequestEvent, redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { setFlash } from './flash.ts'
import { optionalText, refuseForm, textOf } from './form.ts'
import { problemOf } from './problem-of.ts'
import { requireRole } from './require.ts'

/** Shows a confirmed credit on the profile or takes it off, and links it to the declared one of the same work. */
export async function chooseConfirmed(event: RequestEvent) {
  requireRole(event, 'coordinator')
  const form = await event.request.formData()
  const response = await apiFor(event).me['confirmed-credits'][':id'].$put({
    param: { id: textOf(form, 'id') },
    json: { shown: textOf(form, 'shown') === 'yes', creditId: optionalText(form, 'creditId') ?? null },
  })
  if (!response.ok) return refuseForm(await problemOf(response), form, event.locals.locale, {})
  setFlash(event, m.after_saved())
  redirect(303, `${to('/me/profile/credits')}#confirmed`)
}
