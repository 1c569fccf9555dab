import type { Db, Trx } from '@repere/db'
import type {
  ReportGround,
  ReportOutcome,
  ReportParty,
  ReportReason,
  ReportState,
  ReportSubject,
} from '@repere/db/vocabulary/report.ts'
import type { Role } from '@repere/db/vocabulary/role.ts'

/** A booking as one of its parties may report it: who is on the other side. */
export const findReportable = async (
  db: Db | Trx,
  { id, role }: { id: string; role: Role },
  bookingId: string,
) => {
  const row = await db
    .selectFrom('booking')
    .innerJoin('coordinator', 'coordinator.id', 'booking.coordinatorId')
    .innerJoin('company', 'company.id', 'booking.companyId')
    .select([
      'booking.coordinatorId',
      'booking.companyId',
      'coordinator.accountId as coordinatorAccountId',
      'company.accountId as companyAccountId',
    ])
    .where('booking.id', '=', bookingId)
    .where(role === 'coordinator' ? 'coordinator.accountId' : 'company.accountId', '=', id)
    .executeTakeFirst()
  return (
    row && {
      coordinatorId: row.coordinatorId,
      companyId: row.companyId,
      reportedId: role === 'coordinator' ? row.companyAccountId : row.coordinatorAccountId,
    }
  )
}

/** A public profile, and whose it is. */
export const findReportableProfile = (db: Db | Trx, slug: string) =>
  db
    .selectFrom('coordinator')
    .innerJoin('publishedCoordinator', 'publishedCoordinator.coordinatorId', 'coordinator.id')
    .select(['coordinator.id as coordinatorId', 'coordinator.accountId as reportedId'])
    .where('coordinator.slug', '=', slug)
    .executeTakeFirst()

export interface NewReport {
  subject: ReportSubject
  bookingId: string | null
  coordinatorId: string | null
  companyId: string | null
  reporterId: string
  reportedId: string | null
  reason: ReportReason
  wordsSealed: Buffer
  createdAt: Date
}

/** Has an account report one thing after the other, so that none is received twice. */
export const lockReporter = async (trx: Trx, accountId: string): Promise<void> => {
  await trx.selectFrom('account').select('id').where('id', '=', accountId).forNoKeyUpdate().execute()
}

/** Whether this person has a report of the same thing that still waits. */
export const hasOpenReport = async (trx: Trx, report: NewReport): Promise<boolean> => {
  const row = await trx
    .selectFrom('report')
    .select('id')
    .where('reporterId', '=', report.reporterId)
    .where('subject', '=', report.subject)
    .where('bookingId', 'is not distinct from', report.bookingId)
    .where('coordinatorId', 'is not distinct from', report.coordinatorId)
    .where('state', 'in', ['open', 'contested'])
    .executeTakeFirst()
  return row !== undefined
}

export const insertReport = async (trx: Trx, report: NewReport): Promise<string> => {
  const { id } = await trx
    .insertInto('report')
    .values({
      subject: report.subject,
      bookingId: report.bookingId,
      coordinatorId: report.coordinatorId,
      companyId: report.companyId,
      reporterId: report.reporterId,
      reportedId: report.reportedId,
      reason: report.reason,
      wordsSealed: report.wordsSealed,
      createdAt: report.createdAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const reports = (db: Db | Trx) =>
  db
    .selectFrom('report')
    .leftJoin('account as reporter', 'reporter.id', 'report.reporterId')
    .leftJoin('account as reported', 'reported.id', 'report.reportedId')
    .leftJoin('booking', 'booking.id', 'report.bookingId')
    .leftJoin('coordinator', 'coordinator.id', 'report.coordinatorId')
    .leftJoin('company', 'company.id', 'report.companyId')
    .select([
      'report.id',
      'report.subject',
      'report.bookingId',
      'report.reporterId',
      'report.reportedId',
      'report.reason',
      'report.wordsSealed',
      'report.state',
      'report.frozenAt',
      'report.suspendedAt',
      'report.createdAt',
      'reporter.displayName as reporterName',
      'reporter.role as reporterRole',
      'reporter.email as reporterEmail',
      'reporter.locale as reporterLocale',
      'reported.displayName as reportedName',
      'reported.role as reportedRole',
      'reported.email as reportedEmail',
      'reported.locale as reportedLocale',
      'booking.state as bookingState',
      'booking.days as bookingDays',
      'coordinator.displayName as coordinatorName',
      'coordinator.slug',
      'coordinator.publishedAt',
      'company.legalName',
    ])

export type ReportRow = NonNullable<Awaited<ReturnType<typeof findReport>>>

export const findReport = (db: Db | Trx, id: string) =>
  reports(db).where('report.id', '=', id).executeTakeFirst()

/** Locks a report against another registrar and against a contest. */
export const lockReport = async (trx: Trx, id: string): Promise<ReportRow | undefined> => {
  await trx.selectFrom('report').select('id').where('id', '=', id).forUpdate().execute()
  return findReport(trx, id)
}

/** One page of reports in a state, the one that waited longest first. */
export const listReports = async (
  db: Db,
  { state, page, perPage }: { state: ReportState; page: number; perPage: number },
) => {
  const { total } = await db
    .selectFrom('report')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('state', '=', state)
    .executeTakeFirstOrThrow()
  const items = await reports(db)
    .where('report.state', '=', state)
    .orderBy('report.createdAt')
    .orderBy('report.id')
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute()
  return { items, total }
}

/** What an account reported, and what was decided about it; what only was reported about it is not for its eyes. */
export const listReportsOf = (db: Db, accountId: string) =>
  reports(db)
    .where((eb) =>
      eb.or([
        eb('report.reporterId', '=', accountId),
        eb.and([eb('report.reportedId', '=', accountId), eb('report.state', '<>', 'open')]),
      ]),
    )
    .orderBy('report.createdAt', 'desc')
    .orderBy('report.id', 'desc')
    .limit(200)
    .execute()

/** Decisions and contests of some reports, each list oldest first. */
export const listOutcomes = async (db: Db | Trx, reportIds: readonly string[]) => {
  if (reportIds.length === 0) return { decisions: [], contests: [] }
  const decisions = await db
    .selectFrom('reportDecision')
    .select(['reportId', 'outcome', 'ground', 'factsSealed', 'decidedAt'])
    .where('reportId', 'in', reportIds)
    .orderBy('decidedAt')
    .orderBy('id')
    .execute()
  const contests = await db
    .selectFrom('reportContest')
    .select(['reportId', 'party', 'wordsSealed', 'contestedAt'])
    .where('reportId', 'in', reportIds)
    .orderBy('contestedAt')
    .execute()
  return { decisions, contests }
}

export const insertDecision = async (
  trx: Trx,
  decision: {
    reportId: string
    outcome: ReportOutcome
    ground: ReportGround
    factsSealed: Buffer
    decidedBy: string
    decidedAt: Date
  },
): Promise<void> => {
  await trx
    .insertInto('reportDecision')
    .values({
      reportId: decision.reportId,
      outcome: decision.outcome,
      ground: decision.ground,
      factsSealed: decision.factsSealed,
      decidedBy: decision.decidedBy,
      decidedAt: decision.decidedAt,
    })
    .execute()
}

export const insertContest = async (
  trx: Trx,
  contest: { reportId: string; party: ReportParty; wordsSealed: Buffer; contestedAt: Date },
): Promise<void> => {
  await trx
    .insertInto('reportContest')
    .values({
      reportId: contest.reportId,
      party: contest.party,
      wordsSealed: contest.wordsSealed,
      contestedAt: contest.contestedAt,
    })
    .execute()
}

export const updateReport = async (
  trx: Trx,
  id: string,
  change: { state?: ReportState; frozenAt?: Date | null; suspendedAt?: Date | null },
): Promise<void> => {
  await trx.updateTable('report').set(change).where('id', '=', id).execute()
}

/** Whether another report keeps the account suspended. */
export const isSuspendedElsewhere = async (
  trx: Trx,
  accountId: string,
  reportId: string,
): Promise<boolean> => {
  const row = await trx
    .selectFrom('report')
    .select('id')
    .where('reportedId', '=', accountId)
    .where('id', '<>', reportId)
    .where('suspendedAt', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
