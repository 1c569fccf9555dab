import { RRuleTemporal } from 'rrule-temporal'

/** More occurrences than that in eighteen months is no calendar of a person. */
export const mostOccurrences = 2_000

/** A series that comes more often than anybody could live it. */
export class TooOften extends Error {}

const dayMs = 86_400_000

/**
 * When a rule has something happen between two times, all of them as a wall shows them: recurrence counts in local
 * time, so that nine o'clock stays nine o'clock when the clocks change. The rule's `UNTIL` must be local as well.
 */
export const repeat = (rule: string, start: number, { from, to }: { from: number; to: number }): number[] => {
  const series = new RRuleTemporal({
    rruleString: `DTSTART;TZID=UTC:${stamp(start)}Z\nRRULE:${rule}`,
    maxIterations: 200_000,
  })
  // Day by day where a rule may have something happen every second, so that it is stopped before it fills the memory.
  const stepMs = /HOURLY|MINUTELY|SECONDLY|BYHOUR|BYMINUTE|BYSECOND/.test(rule) ? dayMs : to - from
  const found: number[] = []
  for (let at = from; at < to; at += stepMs) {
    const end = Math.min(to, at + stepMs) - 1
    for (const { epochMilliseconds } of series.between(new Date(at), new Date(end), true))
      found.push(epochMilliseconds)
    if (found.length > mostOccurrences) throw new TooOften()
  }
  return found
}

/** A rule with its `UNTIL` said anew, as `toLocal` has it. */
export const withUntil = (rule: string, toLocal: (until: string) => number | undefined): string =>
  rule.replace(/UNTIL=([^;]+)/i, (_, until: string) => {
    const local = toLocal(until)
    return local === undefined ? '' : `UNTIL=${stamp(local)}Z`
  })

const stamp = (wall: number) => new Date(wall).toISOString().replaceAll(/[-:]|\.\d+Z/g, '')
