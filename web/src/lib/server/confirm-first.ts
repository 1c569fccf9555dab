import { type RequestEvent, redirect } from '@sveltejs/kit'
import { to } from '#lib/links.ts'
import type { Refusal } from './problem-of.ts'

/**
 * When the api wants to know again who is there, sends them to prove it and then back to this page. Call it with every
 * refusal of an action behind that gate, before showing the refusal.
 */
export function confirmFirst(event: Pick<RequestEvent, 'url'>, { code }: Refusal): void {
  if (code !== 'confirmation-required') return
  // A form's action (`?/export`) is no page to come back to.
  const query = [...event.url.searchParams].filter(([name]) => !name.startsWith('/'))
  const back = event.url.pathname + (query.length > 0 ? `?${new URLSearchParams(query)}` : '')
  redirect(303, to(`/account/confirm?next=${encodeURIComponent(back)}`))
}
