import type { Trx } from '@repere/db'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import type { ReportGround, ReportOutcome, ReportState } from '@repere/db/vocabulary/report.ts'
import { restoreAccount, suspendAccount } from '../accounts/service.ts'
import { readThreadForReport } from '../bookings/service.ts'
import type { Deps } from '../deps.ts'
import { record } from '../events/service.ts'
import type { SignedIn } from '../http/router.ts'
import { reportDecided } from '../mail/templates/report-decided.ts'
import { notify } from '../notifications/service.ts'
import { refuse } from '../problem.ts'
import type { QueuedReportShape, ReportInFullShape } from './contract.ts'
import {
  findReport,
  insertDecision,
  isSuspendedElsewhere,
  listOutcomes,
  listReports,
  lockReport,
  type ReportRow,
  updateReport,
} from './repository.ts'
import { contestDays, decided, isWaiting, measuresOf, outcomesFor } from './rules.ts'
import { toStatementToken } from './statement-token.ts'
import { presentDecisions, sealOf } from './view.ts'

/** A page of the queue, the report that waited longest first: names and codes, none of the words. */
export const readReports = async (
  { db }: Pick<Deps, 'db'>,
  query: { state: ReportState; page: number; perPage: number },
) => {
  const { items, total } = await listReports(db, query)
  return { items: items.map(toQueued), total, page: query.page, perPage: query.perPage }
}

/**
 * One report with what was reported beside it. The thread of a booking is between its two sides: a registrar reads it
 * through a report that waits, and in no other way. Each look is kept in the trail, before anything is shown.
 */
export const readReport = (deps: Deps, registrar: SignedIn, id: string): Promise<ReportInFullShape> =>
  deps.db.transaction().execute(async (trx) => {
    const row = (await findReport(trx, id)) ?? refuse('report-not-found')
    const facts = { thread: readsThread(row), state: row.state }
    await note(trx, registrar, 'report.read', id, facts, deps.clock.now())
    return toFull(deps, trx, row)
  })

/** Sets what is in force while a report is examined: the booking frozen, the account suspended, or neither. */
export const setMeasures = (
  deps: Deps,
  registrar: SignedIn,
  id: string,
  measures: { frozen: boolean; suspended: boolean },
): Promise<ReportInFullShape> =>
  deps.db.transaction().execute(async (trx) => {
    const row = (await lockReport(trx, id)) ?? refuse('report-not-found')
    const possible = outcomesFor(row)
    const tooMuch =
      (measures.frozen && !possible.includes('booking-stays-frozen')) ||
      (measures.suspended && !possible.includes('account-suspended'))
    if (!isWaiting(row.state) || tooMuch) return refuse('decision-not-allowed')
    await enforce(trx, registrar, row, measures, deps.clock.now())
    return toFull(deps, trx, (await findReport(trx, id)) ?? refuse('report-not-found'))
  })

/** Decides, puts in force what the outcome names and lifts the rest, and sends both sides their statement of reasons. */
export const decideReport = (
  deps: Deps,
  registrar: SignedIn,
  id: string,
  { outcome, ground, facts }: { outcome: ReportOutcome; ground: ReportGround; facts: string },
): Promise<ReportInFullShape> =>
  deps.db.transaction().execute(async (trx) => {
    const now = deps.clock.now()
    const row = (await lockReport(trx, id)) ?? refuse('report-not-found')
    const state = decided[row.state]
    if (!state || !outcomesFor(row).includes(outcome)) return refuse('decision-not-allowed')
    const factsSealed = sealOf(deps.sealer).seal(facts)
    await insertDecision(trx, {
      reportId: id,
      outcome,
      ground,
      factsSealed,
      decidedBy: registrar.id,
      decidedAt: now,
    })
    await updateReport(trx, id, { state })
    const kept = { outcome, ground, from: row.state, factsHash: deps.sealer.digest('report-facts', facts) }
    await note(trx, registrar, 'report.decided', id, kept, now)
    await enforce(trx, registrar, row, measuresOf[outcome], now)
    await tellBoth(deps, trx, row, { outcome, ground, final: state === 'closed' })
    return toFull(deps, trx, (await findReport(trx, id)) ?? refuse('report-not-found'))
  })

const note = (
  trx: Trx,
  { id }: SignedIn,
  kind: string,
  reportId: string,
  facts: Record<string, string | boolean>,
  at: Date,
): Promise<void> =>
  record(trx, {
    actor: { id, role: 'registrar' },
    kind,
    subject: { kind: 'report', id: reportId },
    facts,
    at,
  })

const enforce = async (
  trx: Trx,
  registrar: SignedIn,
  row: ReportRow,
  { frozen, suspended }: { frozen: boolean; suspended: boolean },
  at: Date,
): Promise<void> => {
  if (frozen !== (row.frozenAt !== null)) {
    await updateReport(trx, row.id, { frozenAt: frozen ? at : null })
    await note(trx, registrar, frozen ? 'report.frozen' : 'report.thawed', row.id, {}, at)
  }
  if (row.reportedId === null || suspended === (row.suspendedAt !== null)) return
  await updateReport(trx, row.id, { suspendedAt: suspended ? at : null })
  const standing = { accountId: row.reportedId, registrarId: registrar.id, reportId: row.id, at }
  if (suspended) await suspendAccount(trx, standing)
  else if (!(await isSuspendedElsewhere(trx, row.reportedId, row.id))) await restoreAccount(trx, standing)
}

/** Each side gets its own link to its own statement. A side that was erased is told nothing. */
const tellBoth = async (
  deps: Deps,
  trx: Trx,
  row: ReportRow,
  told: { outcome: ReportOutcome; ground: ReportGround; final: boolean },
): Promise<void> => {
  const sides = [
    { party: 'reporter', id: row.reporterId, email: row.reporterEmail, locale: row.reporterLocale },
    { party: 'reported', id: row.reportedId, email: row.reportedEmail, locale: row.reportedLocale },
  ] as const
  for (const { party, id, email, locale } of sides) {
    if (!email || !locale || !id) continue
    const token = toStatementToken(deps.sealer, row.id, party)
    const about = { ...told, party, subject: row.subject, token, contestDays }
    const write = (spoken: Locale) => reportDecided(deps.config.origin, spoken, about)
    await notify(deps, trx, [{ to: { id, email, locale }, kind: 'registry', write, path: '/reports' }])
  }
}

const toQueued = (row: ReportRow): QueuedReportShape => ({
  id: row.id,
  subject: row.subject,
  reason: row.reason,
  state: row.state,
  reportedAt: row.createdAt.toISOString(),
  frozen: row.frozenAt !== null,
  suspended: row.suspendedAt !== null,
  reporter: row.reporterName && row.reporterRole ? { name: row.reporterName, role: row.reporterRole } : null,
  reported: row.reportedName && row.reportedRole ? { name: row.reportedName, role: row.reportedRole } : null,
})

const readsThread = (row: ReportRow): boolean => row.bookingId !== null && isWaiting(row.state)

const toFull = async (deps: Deps, trx: Trx, row: ReportRow): Promise<ReportInFullShape> => {
  const outcomes = await listOutcomes(trx, [row.id])
  const read = row.bookingId ? await readThreadForReport(deps, trx, row.bookingId) : undefined
  return {
    ...toQueued(row),
    words: sealOf(deps.sealer).open(row.wordsSealed),
    booking: read?.booking ?? null,
    thread: read && readsThread(row) ? read.thread : null,
    profile:
      row.coordinatorName === null
        ? null
        : { displayName: row.coordinatorName, slug: row.publishedAt ? row.slug : null },
    contests: outcomes.contests.map(({ party, wordsSealed, contestedAt }) => ({
      party,
      words: sealOf(deps.sealer).open(wordsSealed),
      at: contestedAt.toISOString(),
    })),
    decisions: presentDecisions(deps.sealer, outcomes),
    outcomes: isWaiting(row.state) ? outcomesFor(row) : [],
  }
}
