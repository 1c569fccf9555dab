import { type RequestEvent, redirect } from '@sveltejs/kit'
import { setFlash } from './flash.ts'
import { refuseForm } from './form.ts'
import { problemOf } from './problem-of.ts'

interface Stops<Event> {
  stop: (event: Event) => Promise<Response>
  undo: (event: Event) => Promise<Response>
  /** What is said once it is undone. */
  undone: () => string
}

/** The two acts behind the link of a mail that stops such mails: stop, and take it back. Both end on the same page. */
export const stopByLink = <Event extends RequestEvent>({ stop, undo, undone }: Stops<Event>) => {
  const act = async (event: Event, response: Response, said?: string) => {
    if (!response.ok) return refuseForm(await problemOf(response), new FormData(), event.locals.locale, {})
    if (said) setFlash(event, said)
    redirect(303, event.url.pathname)
  }
  return {
    stop: async (event: Event) => act(event, await stop(event)),
    undo: async (event: Event) => act(event, await undo(event), undone()),
  }
}
