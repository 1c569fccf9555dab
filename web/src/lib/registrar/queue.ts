/** The item asked for by `?id=`, else the first of the page; and the one that follows it. */
export function pickLine<Item extends { id: string }>(items: readonly Item[], id: string | null) {
  const found = items.findIndex((item) => item.id === id)
  const at = Math.max(found, 0)
  return { selected: items[at], next: items[at + 1] ?? (at > 0 ? items[0] : undefined) }
}

/** The address of a desk: its path with what differs from the beginning of the first queue. */
export function deskHref(path: string, query: { state?: string; page?: number; id?: string | undefined }) {
  const text = new URLSearchParams()
  if (query.state) text.set('state', query.state)
  if (query.page && query.page > 1) text.set('page', String(query.page))
  if (query.id) text.set('id', query.id)
  return text.size > 0 ? `${path}?${text}` : path
}

export const pageIn = (text: string | null): number => {
  const page = Number(text)
  return Number.isInteger(page) && page > 0 ? page : 1
}
