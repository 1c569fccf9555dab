import { fail, type RequestEvent, redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { sentenceOf } from '#lib/words/problems.ts'
import { readFileForm } from './file-form.ts'
import { setFlash } from './flash.ts'
import { type RefusedForm, refuseForm, textOf } from './form.ts'
import { problemOf } from './problem-of.ts'
import { requireRole } from './require.ts'

/** Sends the document of one's own credential, then comes back to the page that asked. The id stands in the address. */
export async function uploadEvidence(event: RequestEvent, back: string) {
  requireRole(event, 'coordinator')
  const id = event.url.searchParams.get('id') ?? ''
  // What is longer than a page may take is not even read.
  const form = await readFileForm(event.request)
  if (!form) return refuseFile(event, id, 413, 'file-too-large')
  const file = form.get('file')
  if (!(file instanceof File) || (file.name === '' && file.size === 0))
    return refuseFile(event, id, 400, 'invalid-request', m.evidence_choose())
  const response = await apiFor(event).me.credentials[':id'].evidence.$put({ param: { id }, form: { file } })
  if (!response.ok) {
    const { status, code } = await problemOf(response)
    return refuseFile(event, id, status, code)
  }
  setFlash(event, m.evidence_sent())
  redirect(303, to(back))
}

/** Takes the document back. */
export async function removeEvidence(event: RequestEvent, back: string) {
  requireRole(event, 'coordinator')
  const form = await event.request.formData()
  const response = await apiFor(event).me.credentials[':id'].evidence.$delete({
    param: { id: textOf(form, 'id') },
  })
  if (!response.ok) return refuseForm(await problemOf(response), form, event.locals.locale, {})
  setFlash(event, m.evidence_removed())
  redirect(303, to(back))
}

/** The refusal stands at the credential whose form it was, and first on the page. */
const refuseFile = (
  { locals }: RequestEvent,
  id: string,
  status: number,
  code: RefusedForm['code'],
  sentence = sentenceOf(code, locals.locale),
) =>
  fail(status, {
    code,
    message: sentenceOf('invalid-request', locals.locale),
    errors: { [`file-${id}`]: sentence },
    values: { id: [id] },
  } satisfies RefusedForm as RefusedForm)
