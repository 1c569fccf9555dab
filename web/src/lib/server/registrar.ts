import type { FilledTemplates } from '@repere/api/client.ts'
import { type RequestEvent, redirect } from '@sveltejs/kit'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { type DeskFormState, takeIn } from '#lib/registrar/desk-form.ts'
import { deskHref, pageIn } from '#lib/registrar/queue.ts'
import { setFlash } from './flash.ts'
import { textOf, valuesOf } from './form.ts'

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

/** One's own words, or the template chosen where no script took it in. Templates are read only then. */
export async function reasonIn(form: FormData, read: () => Promise<FilledTemplates>): Promise<string> {
  const reason = textOf(form, 'reason')
  const chosen = textOf(form, 'template')
  if (reason !== '' || chosen === '') return reason
  return (await read()).items.find(({ id }) => id === chosen)?.text ?? ''
}

/** The form again, with the chosen template taken in and nothing of what was typed lost. */
export async function fillForm(form: FormData, read: () => Promise<FilledTemplates>): Promise<DeskFormState> {
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
