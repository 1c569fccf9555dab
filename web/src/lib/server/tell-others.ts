import { openStates } from '@repere/api/client.ts'
import { type RequestEvent, redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import * as m from '#lib/paraglide/messages.js'
import { bodyOf } from './answer.ts'
import { setFlash } from './flash.ts'
import { refuseForm, textOf } from './form.ts'
import { problemOf } from './problem-of.ts'
import { requireRole } from './require.ts'

/** How many others of a project still wait for an answer or hold their days for it. */
export const countOthers = async (event: RequestEvent, project: string): Promise<number> => {
  const query = { project, state: [...openStates], perPage: '1' }
  return (await apiFor(event).bookings.$get({ query }).then(bodyOf)).total
}

/** Lets go of everybody else of a confirmed booking, then comes back to the page that asked. */
export async function tellOthers(event: RequestEvent, back: string) {
  requireRole(event, 'production')
  const form = await event.request.formData()
  const param = { id: textOf(form, 'booking') }
  const response = await apiFor(event).bookings[':id'].others.$post({ param })
  if (!response.ok) return refuseForm(await problemOf(response), form, event.locals.locale, {})
  const { told, left } = await response.json()
  setFlash(
    event,
    left.length > 0
      ? m.booking_others_left({ count: left.length })
      : m.booking_others_told({ count: told.length }),
  )
  redirect(303, back)
}
