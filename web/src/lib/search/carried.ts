import { dayNames, narrowing } from './parameters.ts'

const names = [...narrowing, ...dayNames, 'availability']

/** What of a search goes along with the people it found: all but how its answer is laid out and leafed through. */
export const carriedOf = (query: URLSearchParams): [name: string, value: string][] =>
  names.flatMap((name) => query.getAll(name).map((value): [string, string] => [name, value]))
