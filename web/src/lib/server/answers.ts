import { type RequestEvent, redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { setFlash } from './flash.ts'
import { refuseFields, refuseForm, textOf } from './form.ts'
import { problemOf } from './problem-of.ts'
import { requireRole } from './require.ts'

/** Answers the registry's question on a credential, then comes back to the page that asked. */
export async function answerOnCredential(event: RequestEvent, back: string) {
  requireRole(event, 'coordinator')
  const form = await event.request.formData()
  const response = await apiFor(event).me.credentials[':id'].answers.$post({
    param: { id: textOf(form, 'about') },
    json: { body: textOf(form, fieldOf(form)) },
  })
  if (!response.ok) return refuseAnswer(event, form, response)
  setFlash(event, m.desk_answered())
  redirect(303, to(back))
}

/** The same for a company. */
export async function answerOnCompany(event: RequestEvent, back: string) {
  requireRole(event, 'production')
  const form = await event.request.formData()
  const response = await apiFor(event).companies.current.answers.$post({
    json: { body: textOf(form, fieldOf(form)) },
  })
  if (!response.ok) return refuseAnswer(event, form, response)
  setFlash(event, m.desk_answered())
  redirect(303, to(back))
}

/** Each thread of a page has a field of its own, named after what it is about. */
const fieldOf = (form: FormData) => `answer-${textOf(form, 'about')}`

const refuseAnswer = async (
  { locals: { locale } }: RequestEvent,
  form: FormData,
  response: Parameters<typeof problemOf>[0],
) => {
  const refusal = await problemOf(response)
  return refusal.code === 'invalid-request'
    ? refuseFields(form, locale, { [fieldOf(form)]: m.desk_answer_wrong() })
    : refuseForm(refusal, form, locale, {})
}
