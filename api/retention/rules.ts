import type { RetentionRule } from '@repere/db/vocabulary/retention.ts'

const hour = 3_600_000
const day = 24 * hour

/** From the end of an import, or from its beginning when it was left lying: no registrar sets this one. */
export const importedLinesMs = 30 * day

export type Periods = Readonly<Record<RetentionRule, number>>

/** The instant before which something kept for so many days has had its time. */
export const cutOff = (days: number, now: Date): Date => new Date(now.getTime() - days * day)

/** Whoever was warned on this day, and before it last seen, may go now. A visit since then makes the warning void. */
export const isUnused = (
  { lastSeenOn, warnedOn }: { lastSeenOn: string; warnedOn: string | null },
  periods: Periods,
  now: Date,
): boolean =>
  lastSeenOn < dayOf(cutOff(periods['unused-account'], now)) &&
  warnedOn !== null &&
  warnedOn > lastSeenOn &&
  warnedOn <= dayOf(cutOff(periods['unused-warning'], now))

/** The civil day of an instant, in UTC: periods are counted in whole days. */
export const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10)
