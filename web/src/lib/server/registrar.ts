import { type RequestEvent, redirect } from '@sveltejs/kit'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { deskHref, pageIn } from '#lib/registrar/queue.ts'
import { setFlash } from './flash.ts'
import { textOf } from './form.ts'

/** Page and item asked for in the address of a desk. */
export const placeIn = (url: URL) => ({
  page: pageIn(url.searchParams.get('page')),
  id: url.searchParams.get('id'),
})

/** One's own words, or the template chosen where no script copied it. */
export const reasonIn = (form: FormData): string => textOf(form, 'reason') || textOf(form, 'template')

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
