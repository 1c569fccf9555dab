import { timingSafeEqual } from 'node:crypto'
import type { Sealer } from '@repere/db'
import { type ReportParty, reportParties } from '@repere/db/vocabulary/report.ts'

const digestOf = (sealer: Sealer, reportId: string, party: ReportParty) =>
  sealer.digest('report-statement', `${reportId}:${party}`).slice(0, 40)

/** What opens one side's statement without signing in: computed, not stored, and 160 bits that nobody can guess. */
export const toStatementToken = (sealer: Sealer, reportId: string, party: ReportParty): string =>
  `${reportId}.${party}.${digestOf(sealer, reportId, party)}`

/** Whose statement a token opens; undefined for anything that was not made here. */
export const readStatementToken = (
  sealer: Sealer,
  token: string,
): { reportId: string; party: ReportParty } | undefined => {
  const [, reportId = '', side = '', digest = ''] =
    /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([a-z]+)\.([0-9a-f]{40})$/.exec(token) ?? []
  const party = reportParties.find((word) => word === side)
  const known = party && Buffer.from(digestOf(sealer, reportId, party))
  return known && timingSafeEqual(known, Buffer.from(digest)) ? { reportId, party } : undefined
}
