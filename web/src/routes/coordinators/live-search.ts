import type { Day } from '@repere/api/client.ts'
import { to } from '#lib/links.ts'
import { addressOf } from '#lib/search/changes.ts'
import { readSearch } from '#lib/search/query.ts'
import { goto } from '$app/navigation'

/** The search a form describes; null while its days cannot be read. */
export function readForm(form: HTMLFormElement, today: Day): URLSearchParams | null {
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value)
  const { query, refusal } = readSearch(fields, today)
  return refusal ? null : query
}

/**
 * Notes what a form holds and gives it back later: scripts that take over a page set its fields to what the server
 * wrote, and would undo what was chosen while they were on their way.
 */
export function rememberFields(form: HTMLFormElement): () => void {
  const fields = [...form.elements].filter((element) => element instanceof HTMLInputElement)
  const held = fields.map((field) => ({ field, checked: field.checked, value: field.value }))
  return () => {
    for (const { field, checked, value } of held) {
      field.checked = checked
      field.value = value
    }
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
