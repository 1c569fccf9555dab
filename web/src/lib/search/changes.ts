import type { Day } from '@repere/api/client.ts'
import { writeDays } from './days.ts'

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

export const addressOf = (query: URLSearchParams): string => {
  const text = query.toString().replaceAll('%2C', ',')
  return text === '' ? '/coordinators' : `/coordinators?${text}`
}
