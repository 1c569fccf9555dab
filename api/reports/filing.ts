import type { Trx } from '@repere/db'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import type { Deps } from '../deps.ts'
import { record } from '../events/service.ts'
import type { SignedIn } from '../http/router.ts'
import { reportReceived } from '../mail/templates/report-received.ts'
import { notify } from '../notifications/service.ts'
import { refuse } from '../problem.ts'
import type { NewReportShape, StatementShape } from './contract.ts'
import {
  findReport,
  findReportable,
  findReportableProfile,
  hasOpenReport,
  insertContest,
  insertReport,
  listOutcomes,
  listReportsOf,
  lockReport,
  lockReporter,
  type NewReport,
  updateReport,
} from './repository.ts'
import { canContest } from './rules.ts'
import { readStatementToken } from './statement-token.ts'
import { outcomesOf, sealOf, toContestable, toStatement } from './view.ts'

/** Takes a report in, and tells whoever sent it that it arrived. The other side is told nothing. */
export const fileReport = (deps: Deps, account: SignedIn, input: NewReportShape): Promise<StatementShape> =>
  deps.db.transaction().execute(async (trx) => {
    const now = deps.clock.now()
    const about = await findAbout(trx, account, input)
    const report: NewReport = {
      ...about,
      subject: input.subject,
      reporterId: account.id,
      reason: input.reason,
      wordsSealed: sealOf(deps.sealer).seal(input.words),
      createdAt: now,
    }
    await lockReporter(trx, account.id)
    if (await hasOpenReport(trx, report)) return refuse('report-open')
    const id = await insertReport(trx, report)
    await record(trx, {
      actor: { id: account.id, role: account.role },
      kind: 'report.filed',
      subject: { kind: 'report', id },
      facts: { subject: input.subject, reason: input.reason },
      at: now,
    })
    const write = (locale: Locale) => reportReceived(deps.config.origin, locale)
    await notify(deps, trx, [{ to: account, kind: 'registry', write, path: '/reports' }])
    const row = (await findReport(trx, id)) ?? refuse('report-not-found')
    return toStatement(deps.sealer, row, 'reporter', { decisions: [], contests: [] }, now)
  })

/** What is reported, if this account may know of it; nobody reports themselves. */
const findAbout = async (trx: Trx, account: SignedIn, input: NewReportShape) => {
  if (input.subject === 'profile') {
    const profile = (await findReportableProfile(trx, input.slug)) ?? refuse('coordinator-not-found')
    if (profile.reportedId === account.id) return refuse('coordinator-not-found')
    return { ...profile, bookingId: null, companyId: null }
  }
  const parties = (await findReportable(trx, account, input.bookingId)) ?? refuse('booking-not-found')
  return {
    bookingId: input.bookingId,
    reportedId: parties.reportedId,
    coordinatorId: account.role === 'production' ? parties.coordinatorId : null,
    companyId: account.role === 'coordinator' ? parties.companyId : null,
  }
}

/** What the account reported, and what was decided about it. */
export const readOwnReports = async (deps: Deps, account: SignedIn): Promise<StatementShape[]> => {
  const rows = await listReportsOf(deps.db, account.id)
  const outcomes = await listOutcomes(
    deps.db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) =>
    toStatement(
      deps.sealer,
      row,
      row.reporterId === account.id ? 'reporter' : 'reported',
      outcomesOf(outcomes, row.id),
      deps.clock.now(),
    ),
  )
}

/** The statement that a token opens. Before a decision there is none. */
export const readStatement = async (deps: Deps, token: string): Promise<StatementShape> => {
  const { reportId, party } = readStatementToken(deps.sealer, token) ?? refuse('statement-not-found')
  const row = (await findReport(deps.db, reportId)) ?? refuse('statement-not-found')
  if (row.state === 'open') return refuse('statement-not-found')
  const outcomes = await listOutcomes(deps.db, [reportId])
  return toStatement(deps.sealer, row, party, outcomes, deps.clock.now())
}

/** Contests a decision in the name of one side: it goes back to the queue, for a second and last one. */
export const contest = (deps: Deps, token: string, words: string): Promise<StatementShape> =>
  deps.db.transaction().execute(async (trx) => {
    const now = deps.clock.now()
    const { reportId, party } = readStatementToken(deps.sealer, token) ?? refuse('statement-not-found')
    const row = (await lockReport(trx, reportId)) ?? refuse('statement-not-found')
    if (row.state === 'open') return refuse('statement-not-found')
    const before = await listOutcomes(trx, [reportId])
    if (!canContest(toContestable(row, before), party, now)) return refuse('contest-over')
    const wordsSealed = sealOf(deps.sealer).seal(words)
    await insertContest(trx, { reportId, party, wordsSealed, contestedAt: now })
    await updateReport(trx, reportId, { state: 'contested' })
    const actorId = party === 'reporter' ? row.reporterId : row.reportedId
    const role = party === 'reporter' ? row.reporterRole : row.reportedRole
    await record(trx, {
      actor: actorId && role ? { id: actorId, role } : 'operator',
      kind: 'report.contested',
      subject: { kind: 'report', id: reportId },
      facts: { party },
      at: now,
    })
    const after = (await findReport(trx, reportId)) ?? refuse('statement-not-found')
    return toStatement(deps.sealer, after, party, await listOutcomes(trx, [reportId]), now)
  })
