import { createContext } from 'svelte'

/** How much somebody was told and has not seen, and the pages that say it, without their language. */
export interface Unread {
  count: number
  paths: string[]
}

/**
 * Reads again what is unread, once something was seen on this page. It asks the api alone: to run the loads of the page
 * again would take the sentence of an act under way for itself.
 */
export const [getReread, setReread] = createContext<() => Promise<void>>()

/** What is unread now; null where it cannot be known. */
export const fetchUnread = async (): Promise<Unread | null> => {
  const answer = await fetch('/api/me/notifications/unread')
  return answer.ok ? ((await answer.json()) as Unread) : null
}
