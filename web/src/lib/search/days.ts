import { type Day, daysBetween, daysOf, isDay, rangesOf } from '@repere/api/client.ts'

/** As many days as a search may ask for. */
const mostDays = 366

/** Writes days into a search: a run as `from` and `to`, scattered days as `days`. */
export function writeDays(query: URLSearchParams, days: readonly Day[]): void {
  for (const name of ['from', 'to', 'days']) query.delete(name)
  const [run, ...others] = rangesOf(days)
  if (run === undefined) return
  if (others.length > 0) query.set('days', [...new Set(days)].sort().join(','))
  else {
    query.set('from', run.from)
    query.set('to', run.to)
  }
}

/** The days of an exact search; of an address that is none, no run that a search may not ask for. */
export function daysAsked(query: URLSearchParams): Day[] {
  const [from, to] = [query.get('from'), query.get('to')]
  if (from !== null && to !== null)
    return isDay(from) && isDay(to) && daysBetween(from, to) < mostDays ? daysOf([{ from, to }]) : []
  return (query.get('days') ?? '').split(',').filter(isDay)
}
