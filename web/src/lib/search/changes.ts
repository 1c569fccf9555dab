import type { Day } from '@repere/api/client.ts'
import { writeDays } from './days.ts'
import { dayNames, repeating } from './parameters.ts'

/** Addresses of the searches one click away. The page number always falls back to the first; the order is kept. */

const copy = (query: URLSearchParams): URLSearchParams => {
  const next = new URLSearchParams(query)
  next.delete('page')
  return next
}

/** With these values, and no others, for one parameter. */
export function withValues(query: URLSearchParams, name: string, values: readonly string[]): URLSearchParams {
  const next = copy(query)
  next.delete(name)
  for (const value of values) next.append(name, value)
  return next
}

/** Without one value of a parameter, or without the parameter. */
export const without = (query: URLSearchParams, name: string, value?: string): URLSearchParams =>
  withValues(query, name, value === undefined ? [] : query.getAll(name).filter((kept) => kept !== value))

/** With a value added, or taken away when it was there. */
export const toggled = (query: URLSearchParams, name: string, value: string): URLSearchParams =>
  query.getAll(name).includes(value)
    ? without(query, name, value)
    : withValues(query, name, [...query.getAll(name), value])

/** The same search for these days; without any, nobody’s freedom is asked either. */
export function withDays(query: URLSearchParams, days: readonly Day[]): URLSearchParams {
  const next = copy(query)
  writeDays(next, days)
  if (days.length === 0) next.delete('availability')
  return next
}

/** The same search on another page of its results. */
export function onPage(query: URLSearchParams, page: number, seed: string): URLSearchParams {
  const next = copy(query)
  next.set('seed', seed)
  if (page > 1) next.set('page', String(page))
  return next
}

/**
 * What a link changes of the search that was answered, done to a newer one: what was typed or ticked since stays. Days
 * count as one, with the link's own when it changes them.
 */
export function carriedOver(
  link: URLSearchParams,
  answered: URLSearchParams,
  newer: URLSearchParams,
): URLSearchParams {
  const daysOf = (query: URLSearchParams) => dayNames.map((name) => query.get(name) ?? '').join('|')
  const isDay = (name: string) => dayNames.some((known) => known === name)
  const plain = (query: URLSearchParams) => [...query].filter(([name]) => !isDay(name) && name !== 'page')
  const has = (pairs: [string, string][], [name, value]: [string, string]) =>
    pairs.some((pair) => pair[0] === name && pair[1] === value)
  const [there, here] = [plain(link), plain(answered)]
  const added = there.filter((pair) => !has(here, pair))
  const replaced = added.map(([name]) => name).filter((name) => !repeating.includes(name))
  const kept = plain(newer).filter(
    (pair) => !replaced.includes(pair[0]) && (has(there, pair) || !has(here, pair)),
  )
  const next = new URLSearchParams([...kept, ...added.filter((pair) => !has(kept, pair))])
  for (const [name, value] of daysOf(link) === daysOf(answered) ? newer : link)
    if (isDay(name)) next.set(name, value)
  return next
}

export const addressOf = (query: URLSearchParams): string => {
  const text = query.toString().replaceAll('%2C', ',')
  return text === '' ? '/coordinators' : `/coordinators?${text}`
}
