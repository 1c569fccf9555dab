import type { ReportOutcome, ReportParty, ReportState } from '@repere/db/vocabulary/report.ts'

const dayMs = 86_400_000

/** How long after a decision either side may contest it, in days. */
export const contestDays = 30

/** What a registrar may do with a report, by where it stands. A decision on a contested report is the last one. */
export const decided: Record<ReportState, ReportState | null> = {
  open: 'decided',
  contested: 'closed',
  decided: null,
  closed: null,
}

export const isWaiting = (state: ReportState): boolean => decided[state] !== null

/** What a decision leaves in force: a measure that it does not name is lifted. */
export const measuresOf = {
  'no-action': { frozen: false, suspended: false },
  warning: { frozen: false, suspended: false },
  'booking-stays-frozen': { frozen: true, suspended: false },
  'account-suspended': { frozen: false, suspended: true },
} as const satisfies Record<ReportOutcome, { frozen: boolean; suspended: boolean }>

/** The outcomes that this report allows: without a booking nothing can be frozen, without an account none suspended. */
export const outcomesFor = ({
  bookingId,
  reportedId,
}: {
  bookingId: string | null
  reportedId: string | null
}): ReportOutcome[] => [
  'no-action',
  ...(reportedId ? (['warning'] as const) : []),
  ...(bookingId ? (['booking-stays-frozen'] as const) : []),
  ...(reportedId ? (['account-suspended'] as const) : []),
]

export interface Contestable {
  state: ReportState
  /** The first decision; null before it. */
  decidedAt: Date | null
  contestedBy: readonly ReportParty[]
}

/** Until when a decision may be contested; null where it may not. */
export const contestUntil = (report: Contestable): Date | null =>
  report.decidedAt && report.state !== 'closed'
    ? new Date(report.decidedAt.getTime() + contestDays * dayMs)
    : null

/** Each side contests once, within its time, and not what was decided for good. */
export const canContest = (report: Contestable, party: ReportParty, now: Date): boolean => {
  const until = contestUntil(report)
  return (
    (report.state === 'decided' || report.state === 'contested') &&
    until !== null &&
    now < until &&
    !report.contestedBy.includes(party)
  )
}
