import { dayNames } from './parameters.ts'

const names = ['discipline', 'region', ...dayNames]

/** What of a search goes along with the people it found: to their comparison, to the selection, to a request. */
export const carriedOf = (query: URLSearchParams): [name: string, value: string][] =>
  names.flatMap((name) => query.getAll(name).map((value): [string, string] => [name, value]))
