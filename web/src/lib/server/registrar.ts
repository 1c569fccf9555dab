import type { FilledTemplates } from '@repere/api/client.ts'
import { type RequestEvent, redirect } from '@sveltejs/kit'
import { readOneDay } from '#lib/dates/typed-days.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { type DeskFormState, takeIn } from '#lib/registrar/desk-form.ts'
import { deskHref, pageIn } from '#lib/registrar/queue.ts'
import type { Answered } from './answer.ts'
import { setFlash } from './flash.ts'
import { refuseForm, textOf, valuesOf } from './form.ts'
import { problemOf } from './problem-of.ts'
import { requireRole } from './require.ts'

/** Page and item asked for in the address of a desk. */
export const placeIn = (url: URL) => ({
  page: pageIn(url.searchParams.get('page')),
  id: url.searchParams.get('id'),
})

interface QueuePage {
  items: readonly unknown[]
  page: number
  perPage: number
  total: number
}

/** A page of a queue. Past its end, since others decided meanwhile, its last page: nobody meets an empty one. */
export async function pageOf<Queue extends QueuePage>(
  page: number,
  read: (page: string) => Promise<Queue>,
): Promise<Queue> {
  const queue = await read(String(page))
  const last = Math.ceil(queue.total / queue.perPage)
  return queue.items.length === 0 && last > 0 && last < page ? await read(String(last)) : queue
}

/** The end of a validity as typed, if any was. */
export const untilIn = (form: FormData) => {
  const typed = textOf(form, 'validUntil')
  return typed ? readOneDay(typed, new Date().toISOString().slice(0, 10)) : undefined
}

/** One's own words, or the template chosen where no script took it in. Templates are read only then. */
export async function reasonIn(form: FormData, read: () => Promise<FilledTemplates>): Promise<string> {
  const reason = textOf(form, 'reason')
  const chosen = textOf(form, 'template')
  if (reason !== '' || chosen === '') return reason
  return (await read()).items.find(({ id }) => id === chosen)?.text ?? ''
}

/** What the desk of one queue asks of the api. */
interface Desk<Answer> {
  path: string
  templates(event: RequestEvent, id: string): Promise<FilledTemplates>
  ask(event: RequestEvent, id: string, json: { body: string }): Promise<Answered<unknown>>
  decide(event: RequestEvent, form: FormData, id: string): Promise<Answer>
}

/** The acts of its form: a template taken in, a question to the owner, a decision. */
export const deskActions = <Answer>({ path, templates, ask, decide }: Desk<Answer>) => ({
  fill: async (event: RequestEvent) => {
    requireRole(event, 'registrar')
    const form = await event.request.formData()
    return fillForm(form, () => templates(event, textOf(form, 'id')))
  },
  decide: async (event: RequestEvent) => {
    requireRole(event, 'registrar')
    const form = await event.request.formData()
    const id = textOf(form, 'id')
    if (textOf(form, 'decision') !== 'question') return decide(event, form, id)
    // A question is no decision: the item waits for its owner, and the desk goes on to the next.
    const body = await reasonIn(form, () => templates(event, id))
    const answer = await ask(event, id, { body })
    if (answer.ok) return goOn(event, form, path, textOf(form, 'who'), m.desk_question_asked())
    const sentences = { body: m.desk_question_wrong() }
    return refuseForm(await problemOf(answer), form, event.locals.locale, sentences)
  },
})

/** The form again, with the chosen template taken in and nothing of what was typed lost. */
async function fillForm(form: FormData, read: () => Promise<FilledTemplates>): Promise<DeskFormState> {
  const values = valuesOf(form)
  const chosen = textOf(form, 'template')
  const template = chosen ? (await read()).items.find(({ id }) => id === chosen) : undefined
  if (template) {
    values.reason = [takeIn(textOf(form, 'reason'), template.text)]
    if (template.withdrawalCode) values.code = [template.withdrawalCode]
    values.decision ??= [template.purpose.replace(/^(credential|company)-/, '')]
  }
  return { code: 'invalid-request', message: '', errors: {}, values, step: 'filled' }
}

/** What hurts is read over first: the form's answer, to be shown as a question. */
export const confirmForm = (form: FormData, reason: string): DeskFormState => {
  const { template: _, ...values } = valuesOf(form)
  return {
    code: 'invalid-request',
    message: '',
    errors: {},
    values: { ...values, reason: [reason] },
    step: 'confirm',
  }
}

/** Says what was decided, and goes on to the item that followed. */
export function goOn(
  event: RequestEvent,
  form: FormData,
  path: string,
  what: string,
  decision: string,
): never {
  setFlash(event, m.registrar_decided({ what, decision }))
  const state = event.url.searchParams.get('state') ?? ''
  const id = textOf(form, 'next') || undefined
  redirect(303, to(deskHref(path, { state, page: pageIn(event.url.searchParams.get('page')), id })))
}
