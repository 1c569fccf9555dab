import { type BulkReview, type ReasonTemplate, withdrawalCodes } from '@repere/api/client.ts'
import { fail, type RequestEvent, redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { readOneDay } from '#lib/dates/typed-days.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import type { TogetherState } from '#lib/registrar/together.ts'
import { bodyOf } from './answer.ts'
import { setFlash } from './flash.ts'
import { type FieldSentences, refuseForm, textOf, textsOf, valuesOf } from './form.ts'
import type { Refusal } from './problem-of.ts'

/** The items chosen in a queue, at most fifty, each once. */
export const idsIn = (url: URL): string[] =>
  [...new Set(url.searchParams.getAll('id'))].filter((id) => /^[0-9a-f-]{36}$/.test(id)).slice(0, 50)

/** The templates of one subject, with their places open. */
export const templatesAbout = async (
  event: RequestEvent,
  subject: 'credential' | 'company',
): Promise<ReasonTemplate[]> =>
  (await bodyOf(await apiFor(event).registrar.templates.$get())).items.filter(({ purpose }) =>
    purpose.startsWith(`${subject}-`),
  )

/**
 * The reason in both languages: a template as each reads it, with one's own words before it; or one's own words to all.
 */
export const bothReasonsIn = (form: FormData, templates: readonly ReasonTemplate[]) => {
  const own = textOf(form, 'reason')
  const template = templates.find(({ id }) => id === textOf(form, 'template'))
  const join = (text: string | undefined) => [own, text].filter(Boolean).join('\n').slice(0, 500)
  return { template, reason: { fr: join(template?.textFr), en: join(template?.textEn) } }
}

export const codeIn = (form: FormData, template: ReasonTemplate | undefined) =>
  withdrawalCodes.find((word) => word === textOf(form, 'code')) ?? template?.withdrawalCode ?? null

export const untilIn = (form: FormData) => {
  const typed = textOf(form, 'validUntil')
  return typed ? readOneDay(typed, new Date().toISOString().slice(0, 10)) : undefined
}

/** Each chosen item with the document that stood beside it, as `id=document` in the form. */
export const itemsIn = (form: FormData) =>
  textsOf(form, 'item').map((text) => {
    const [id = '', evidenceId] = text.split('=')
    return { id, evidenceId: evidenceId || null }
  })

/** The form again, beside what each line would become. */
export const showReview = (form: FormData, review: BulkReview['lines']): TogetherState => ({
  code: 'invalid-request',
  message: '',
  errors: {},
  values: valuesOf(form),
  review,
})

/** A refusal keeps the form. When the session must be confirmed first, it says so here instead of leaving the page. */
export const refuseTogether = (
  event: RequestEvent,
  refusal: Refusal,
  form: FormData,
  sentences: FieldSentences,
) =>
  refusal.code === 'confirmation-required'
    ? fail<TogetherState>(403, {
        code: refusal.code,
        message: m.desk_together_lapsed(),
        errors: {},
        values: valuesOf(form),
        lapsed: true,
      })
    : refuseForm(refusal, form, event.locals.locale, sentences)

/** Says how many were decided, and goes back to the queue. */
export const goBack = (event: RequestEvent, path: string, count: number): never => {
  setFlash(event, count === 1 ? m.desk_together_done_one() : m.desk_together_done({ count }))
  redirect(303, to(path))
}
