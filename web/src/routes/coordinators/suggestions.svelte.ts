import type { Suggestions } from '@repere/api/client.ts'
import { getLocale } from '#lib/paraglide/runtime.js'

export type Suggestion = Suggestions['items'][number]

/** The names offered for what is being typed, and the one the arrows stand on. */
export function createSuggestions() {
  let offered = $state.raw<Suggestions>({ items: [], rest: '' })
  let active = $state(-1)
  /** The words last asked about: an answer to any others comes too late. */
  let asked = ''
  const close = () => {
    asked = ''
    offered = { items: [], rest: '' }
    active = -1
  }
  return {
    get items() {
      return offered.items
    },
    /** What was typed before the words that a value of a filter stands for. */
    get rest() {
      return offered.rest
    },
    get active() {
      return active
    },
    close,
    async ask(words: string) {
      asked = words
      if (words.trim().length < 2) return close()
      const query = new URLSearchParams({ q: words, locale: getLocale() })
      const answer = await fetch(`/api/search/suggestions?${query}`).catch(() => undefined)
      if (asked !== words || !answer?.ok) return
      const found: Suggestions = await answer.json()
      if (asked !== words) return
      offered = found
      active = -1
    },
    /** Down and up through the list and, between its ends, back to what was typed. */
    move(step: 1 | -1) {
      const places = offered.items.length + 1
      active = ((active + 1 + step + places) % places) - 1
    },
  }
}
