/** How many people one request may be prepared for. */
export const mostKept = 8

const storage = 'shortlist'

/**
 * The people ticked while searching, by slug with the name to show, in the order of ticking. `saved` is what the
 * registry keeps for a production; a visitor's stays in this browser for the visit, and is taken over once signed in.
 * The tick itself is a plain check box, so that asking works without scripts too.
 */
export function createShortlist(saved: readonly { slug: string; displayName: string }[] | null) {
  let people = $state.raw<ReadonlyMap<string, string>>(
    new Map(saved?.map(({ slug, displayName }) => [slug, displayName] as const)),
  )
  let removed = $state.raw<readonly [slug: string, name: string] | null>(null)
  const write = (change: { keep: string[] } | { drop: string[] }): Promise<boolean> => {
    if (!saved) {
      sessionStorage.setItem(storage, JSON.stringify([...people]))
      return Promise.resolve(true)
    }
    const headers = { 'content-type': 'application/json' }
    return fetch('/api/me/shortlist', { method: 'POST', headers, body: JSON.stringify(change) }).then(
      ({ ok }) => ok,
      () => false,
    )
  }
  const set = (slug: string, name: string, kept: boolean) => {
    const others = [...people].filter(([known]) => known !== slug)
    people = new Map(kept ? [...people, [slug, name]] : others)
  }
  return {
    get people(): ReadonlyMap<string, string> {
      return people
    },
    get isFull() {
      return people.size >= mostKept
    },
    /** Whoever was let go of last, while it can be undone. */
    get removed() {
      return removed
    },
    async restore() {
      let visit: [string, string][] = []
      try {
        visit = JSON.parse(sessionStorage.getItem(storage) ?? '[]')
      } catch {
        sessionStorage.removeItem(storage)
      }
      const fresh = visit.filter(([slug]) => !people.has(slug)).slice(0, mostKept - people.size)
      for (const [slug, name] of fresh) set(slug, name, true)
      if (!saved || visit.length === 0) return
      if (await write({ keep: fresh.map(([slug]) => slug) })) sessionStorage.removeItem(storage)
    },
    /** What could not be written down is not kept: the tick goes back. */
    async keep(slug: string, name: string, kept: boolean) {
      if (people.has(slug) === kept || (kept && people.size >= mostKept)) return
      set(slug, name, kept)
      removed = kept ? null : [slug, name]
      if (!(await write(kept ? { keep: [slug] } : { drop: [slug] }))) set(slug, name, !kept)
    },
  }
}

export type Shortlist = ReturnType<typeof createShortlist>
