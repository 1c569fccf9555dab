import { dayNames, narrowing, qualifying, silent } from './parameters.ts'

/**
 * The search a form describes, beside the one its page answers: in its exact form already, but for days that were
 * typed since, which the server reads.
 */
export function readForm(fields: FormData, answered: URLSearchParams, daysChanged: boolean): URLSearchParams {
  const query = new URLSearchParams()
  const valuesOf = (name: string) =>
    fields
      .getAll(name)
      .map((value) => String(value).trim())
      .filter((value) => value !== '' && value !== silent[name])
  for (const name of narrowing) for (const value of valuesOf(name)) query.append(name, value)
  if (daysChanged) for (const typed of valuesOf('days')) query.set('days', typed)
  else for (const name of dayNames) for (const value of answered.getAll(name)) query.set(name, value)
  const dated = dayNames.some((name) => query.has(name))
  for (const name of qualifying)
    for (const value of valuesOf(name)) if (dated || name !== 'availability') query.set(name, value)
  return query
}
