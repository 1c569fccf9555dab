import type { Sealer } from '@repere/db'
import type { ReportParty } from '@repere/db/vocabulary/report.ts'
import type { StatementShape } from './contract.ts'
import type { listOutcomes, ReportRow } from './repository.ts'
import { canContest, contestUntil } from './rules.ts'
import { toStatementToken } from './statement-token.ts'

export type Outcomes = Awaited<ReturnType<typeof listOutcomes>>

/** The seal of everything that is written about reports. */
export const sealOf = (sealer: Sealer) => sealer.forPurpose('report')

/** What of all decisions and contests belongs to one report. */
export const outcomesOf = ({ decisions, contests }: Outcomes, id: string): Outcomes => ({
  decisions: decisions.filter(({ reportId }) => reportId === id),
  contests: contests.filter(({ reportId }) => reportId === id),
})

export const presentDecisions = (sealer: Sealer, { decisions }: Outcomes): StatementShape['decisions'] =>
  decisions.map(({ outcome, ground, factsSealed, decidedAt }) => ({
    outcome,
    ground,
    facts: sealOf(sealer).open(factsSealed),
    decidedAt: decidedAt.toISOString(),
  }))

export const toContestable = (row: ReportRow, { decisions, contests }: Outcomes) => ({
  state: row.state,
  decidedAt: decisions[0]?.decidedAt ?? null,
  contestedBy: contests.map(({ party }) => party),
})

/** A report as one of its sides reads it: each side its own words, and the reported one no name. */
export const toStatement = (
  sealer: Sealer,
  row: ReportRow,
  party: ReportParty,
  outcomes: Outcomes,
  now: Date,
): StatementShape => {
  const mine = outcomes.contests.find((contest) => contest.party === party)
  const contestable = toContestable(row, outcomes)
  const reported = row.subject === 'profile' ? row.coordinatorName : row.reportedName
  return {
    id: row.id,
    party,
    subject: row.subject,
    reason: row.reason,
    about: party === 'reporter' ? (row.subject === 'company' ? row.legalName : reported) : null,
    words: party === 'reporter' ? sealOf(sealer).open(row.wordsSealed) : null,
    state: row.state,
    reportedAt: row.createdAt.toISOString(),
    decisions: presentDecisions(sealer, outcomes),
    contest: {
      possible: canContest(contestable, party, now),
      until: contestUntil(contestable)?.toISOString() ?? null,
      mine: mine
        ? { words: sealOf(sealer).open(mine.wordsSealed), at: mine.contestedAt.toISOString() }
        : null,
    },
    token: outcomes.decisions.length > 0 ? toStatementToken(sealer, row.id, party) : null,
  }
}
