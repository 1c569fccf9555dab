import { plainPath, to } from '#lib/links.ts'
import { addressOf, carriedOver } from '#lib/search/changes.ts'
import { readForm } from '#lib/search/form.ts'
import { dayNames } from '#lib/search/parameters.ts'
import { goto } from '$app/navigation'
import { match } from '$app/paths'

/** What stood in a field of text when the form was last read: whatever differs from it was typed since. */
const readAs = new WeakMap<HTMLInputElement, string>()

const inputsOf = (form: HTMLFormElement) =>
  [...form.elements].filter((field) => field instanceof HTMLInputElement)

/** The search the form describes by now, beside the one the page answers. */
export function searchIn(form: HTMLFormElement, answered: URLSearchParams): URLSearchParams {
  for (const field of inputsOf(form)) readAs.set(field, field.value)
  const days = form.elements.namedItem('days') as HTMLInputElement
  return readForm(new FormData(form), answered, days.value.trim() !== days.defaultValue)
}

/**
 * Sets the fields to the search the page now answers, which their defaults hold; but for the one being typed in, and
 * what was typed after the question and left: both are newer than the answer.
 */
export function showAnswered(form: HTMLFormElement): void {
  for (const field of inputsOf(form)) {
    if (field.type === 'checkbox' || field.type === 'radio') field.checked = field.defaultChecked
    else if (field !== document.activeElement && (readAs.get(field) ?? field.value) === field.value) {
      field.value = field.defaultValue
      readAs.delete(field)
    }
  }
}

/** Goes to the search a form now describes, as its submission would, but without losing focus or place. */
export const followForm = (form: HTMLFormElement, answered: URLSearchParams, { replace = false } = {}) =>
  followQuery(searchIn(form, answered), { replace })

let way: Promise<unknown> | undefined

/**
 * Has the router ask where the address of a search leads, once: it does so at the first key otherwise, and questions
 * that wait for it together may leave in any order.
 */
export const learnWay = () => {
  way ??= match(to('/coordinators')).catch(() => undefined)
  return way
}

/** Goes to a search. The router drops an answer that comes after a newer question. */
export const followQuery = async (query: URLSearchParams, { replace = false } = {}) => {
  await learnWay()
  await goto(to(addressOf(query)), { reset: false, replace })
}

/**
 * A link of the page says what to change of the search that was answered; what was typed or ticked since comes along,
 * to the results and to a profile. Only where one starts anew does nothing.
 */
export function followLink(event: MouseEvent, form: HTMLFormElement, answered: URLSearchParams): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  const elsewhere = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
  if (elsewhere || !link?.closest('main') || link.target || link.hash || 'anew' in link.dataset) return
  const path = plainPath(link.pathname)
  const newer = searchIn(form, answered)
  const shown = withoutPage(answered)
  if (!path.startsWith('/coordinators') || newer.toString() === shown.toString()) return
  const next = carriedOver(new URLSearchParams(link.search), answered, newer)
  if (path === '/coordinators') {
    event.preventDefault()
    void followQuery(next)
    return
  }
  const days = new URLSearchParams([...next].filter(([name]) => dayNames.some((known) => known === name)))
  if (days.toString() === new URLSearchParams(link.search).toString()) return
  event.preventDefault()
  void goto(`${link.pathname}?${days}`)
}

const withoutPage = (query: URLSearchParams) =>
  new URLSearchParams([...query].filter(([name]) => name !== 'page'))

/** Moves the focus between results: down and up from one to the next, down from the words to the first. */
export function moveBetweenResults(event: KeyboardEvent): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const target = event.target as HTMLElement
  const results = [...document.querySelectorAll<HTMLElement>('[data-result]')]
  const at = results.indexOf(target)
  const fromWords = target.id === 'words' && step === 1
  if (step === 0 || event.defaultPrevented || (at < 0 && !fromWords)) return
  const next = results[at + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}
