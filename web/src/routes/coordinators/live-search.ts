import type { Day } from '@repere/api/client.ts'
import { to } from '#lib/links.ts'
import { addressOf } from '#lib/search/changes.ts'
import { readSearch } from '#lib/search/query.ts'
import { goto } from '$app/navigation'

/** The search a form describes; null while its days cannot be read. */
function readForm(form: HTMLFormElement, today: Day): URLSearchParams | null {
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value)
  const { query, refusal } = readSearch(fields, today)
  return refusal ? null : query
}

/**
 * Sets the fields to the search the page now answers, which their defaults hold; but for the one being typed in: what
 * stands there is newer than any answer.
 */
export function showAnswered(form: HTMLFormElement): void {
  for (const field of form.elements) {
    if (!(field instanceof HTMLInputElement)) continue
    if (field.type === 'checkbox' || field.type === 'radio') field.checked = field.defaultChecked
    else if (field !== document.activeElement) field.value = field.defaultValue
  }
}

/**
 * Goes to the search a form now describes, as its submission would, but without losing focus or place. False when
 * the typed days cannot be read: then nothing moves, and submitting says what is wrong.
 */
export function followForm(form: HTMLFormElement, today: Day, { replace = false } = {}): boolean {
  const query = readForm(form, today)
  if (query) void followQuery(query, { replace })
  return query !== null
}

/** Goes to a search. The router drops an answer that comes after a newer question. */
export const followQuery = (query: URLSearchParams, { replace = false } = {}) =>
  goto(to(addressOf(query)), { reset: false, replace })

/** Moves the focus between results: down and up from one to the next, down from the words to the first. */
export function moveBetweenResults(event: KeyboardEvent): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const target = event.target as HTMLElement
  const results = [...document.querySelectorAll<HTMLElement>('[data-result]')]
  const at = results.indexOf(target)
  const fromWords = target.id === 'words' && step === 1
  if (step === 0 || (at < 0 && !fromWords)) return
  const next = results[at + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}
