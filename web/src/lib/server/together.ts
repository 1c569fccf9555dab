import { type BulkReview, type ReasonTemplate, withdrawalCodes } from '@repere/api/client.ts'
import { fail, type RequestEvent, redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import type { TogetherState } from '#lib/registrar/together.ts'
import { type Answered, bodyOf } from './answer.ts'
import { confirmFirst } from './confirm-first.ts'
import { setFlash } from './flash.ts'
import { type FieldSentences, refuseFields, refuseForm, textOf, textsOf, valuesOf } from './form.ts'
import { problemOf, type Refusal } from './problem-of.ts'
import { requireRole } from './require.ts'

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

/** Each chosen item with the document that stood beside it, as `id=document` in the form. */
export const itemsIn = (form: FormData) =>
  textsOf(form, 'item').map((text) => {
    const [id = '', evidenceId] = text.split('=')
    return { id, evidenceId: evidenceId || null }
  })

/** The items of a selection. A form in progress stays on its page without them: its action says what is missing. */
export const chosenItems = async <Item>(
  event: RequestEvent,
  answer: Answered<{ items: Item[] }>,
): Promise<Item[]> => {
  if (answer.ok) return (await answer.json()).items
  if (event.request.method === 'GET') confirmFirst(event, await problemOf(answer.clone()))
  return []
}

/** What a decision on several asks of the api, and how the page says what is wrong with it. */
interface Together<Asked> {
  /** The queue the items were chosen in. */
  back: string
  read(event: RequestEvent, form: FormData): Promise<{ asked: Asked } | { fault: Record<string, string> }>
  review(event: RequestEvent, asked: Asked): Promise<Answered<BulkReview>>
  decide(event: RequestEvent, asked: Asked): Promise<Answered<{ decided: number }>>
  sentences(): FieldSentences
}

/** The three acts of its form: back to the choices, the reading over, the taking. */
export const togetherActions = <Asked>({ back, read, review, decide, sentences }: Together<Asked>) => ({
  edit: async (event: RequestEvent): Promise<TogetherState> => {
    requireRole(event, 'registrar')
    return showAgain(await event.request.formData())
  },
  review: async (event: RequestEvent) => {
    requireRole(event, 'registrar')
    const form = await event.request.formData()
    const typed = await read(event, form)
    if ('fault' in typed) return refuseFields(form, event.locals.locale, typed.fault)
    const answer = await review(event, typed.asked)
    if (!answer.ok) return refuseTogether(event, await problemOf(answer), form, sentences())
    return { ...showAgain(form), review: (await answer.json()).lines }
  },
  decide: async (event: RequestEvent) => {
    requireRole(event, 'registrar')
    const form = await event.request.formData()
    const typed = await read(event, form)
    if ('fault' in typed) return refuseFields(form, event.locals.locale, typed.fault)
    const answer = await decide(event, typed.asked)
    if (!answer.ok) return refuseTogether(event, await problemOf(answer), form, sentences())
    const { decided } = await answer.json()
    setFlash(event, decided === 1 ? m.desk_together_done_one() : m.desk_together_done({ count: decided }))
    return redirect(303, to(back))
  },
})

const showAgain = (form: FormData): TogetherState => ({
  code: 'invalid-request',
  message: '',
  errors: {},
  values: valuesOf(form),
})

/** A refusal keeps the form. When the session must be confirmed first, it says so here instead of leaving the page. */
const refuseTogether = (event: RequestEvent, refusal: Refusal, form: FormData, sentences: FieldSentences) =>
  refusal.code === 'confirmation-required'
    ? fail<TogetherState>(403, {
        code: refusal.code,
        message: m.desk_together_lapsed(),
        errors: {},
        values: valuesOf(form),
        lapsed: true,
      })
    : refuseForm(refusal, form, event.locals.locale, sentences)
