import { refereeAudiences } from '@repere/api/client.ts'
import { type RequestEvent, redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { setFlash } from './flash.ts'
import { refuseForm, textOf } from './form.ts'
import { problemOf } from './problem-of.ts'
import { requireRole } from './require.ts'

/** What one button on the page of a booking asks: to be a referee, an answer, who is told, an answer to who would talk. */
export async function changeReferee(event: RequestEvent, id: string) {
  requireRole(event, 'coordinator', 'production')
  const form = await event.request.formData()
  const [response, said] = await send(event, id, form)
  if (!response.ok) return refuseForm(await problemOf(response), form, event.locals.locale, {})
  setFlash(event, said)
  redirect(303, `${to(`/bookings/${id}`)}#referee`)
}

const send = async (event: RequestEvent, id: string, form: FormData) => {
  const api = apiFor(event)
  const param = { id }
  const [act, answer] = [textOf(form, 'act'), textOf(form, 'answer')]
  if (act === 'consent')
    return [
      await api.bookings[':id'].referee.$put({ param, json: { consent: answer === 'yes' } }),
      m.after_referee_done_agreed(),
    ] as const
  if (act === 'audience') {
    const audience = refereeAudiences.find((word) => word === answer) ?? 'only-me'
    return [
      await api.bookings[':id'].referee.audience.$put({ param, json: { audience } }),
      m.after_referee_done_saved(),
    ] as const
  }
  if (act === 'talk') {
    const request = { id: textOf(form, 'request') }
    return [
      await api['referee-requests'][':id'].$put({ param: request, json: { agree: answer === 'yes' } }),
      m.after_referee_done_talk(),
    ] as const
  }
  return [await api.bookings[':id'].referee.$post({ param }), m.after_referee_done_asked()] as const
}

/** A production asks to be put in touch with a referee of a profile. */
export async function requestReferee(event: RequestEvent, slug: string) {
  requireRole(event, 'production')
  const form = await event.request.formData()
  const json = { referee: textOf(form, 'referee') }
  const response = await apiFor(event).coordinators[':slug'].referees.$post({ param: { slug }, json })
  if (!response.ok) return refuseForm(await problemOf(response), form, event.locals.locale, {})
  setFlash(event, m.after_referee_done_asked())
  redirect(303, `${to(`/coordinators/${slug}`)}#referees`)
}
