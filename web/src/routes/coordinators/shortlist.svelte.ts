import { SvelteMap } from 'svelte/reactivity'

/** How many people one request may be prepared for. */
export const mostKept = 8

/**
 * The people ticked while searching, by slug with the name to show, in the order of ticking. Kept for the visit in
 * this browser only; the tick itself is a plain check box, so that asking works without scripts too.
 */
export function createShortlist() {
  const people = new SvelteMap<string, string>()
  const save = () => sessionStorage.setItem('shortlist', JSON.stringify([...people]))
  return {
    get people(): ReadonlyMap<string, string> {
      return people
    },
    get isFull() {
      return people.size >= mostKept
    },
    restore() {
      try {
        const kept = JSON.parse(sessionStorage.getItem('shortlist') ?? '[]') as [string, string][]
        for (const [slug, name] of kept.slice(0, mostKept)) people.set(slug, name)
      } catch {
        sessionStorage.removeItem('shortlist')
      }
    },
    keep(slug: string, name: string, kept: boolean) {
      if (kept && people.size < mostKept) people.set(slug, name)
      else people.delete(slug)
      save()
    },
  }
}

export type Shortlist = ReturnType<typeof createShortlist>
