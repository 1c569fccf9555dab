import { createRoute, z } from '@hono/zod-openapi'
import { bookingStates } from '@repere/db/vocabulary/booking.ts'
import {
  reportGrounds,
  reportOutcomes,
  reportParties,
  reportReasons,
  reportStates,
  reportSubjects,
} from '@repere/db/vocabulary/report.ts'
import { roles } from '@repere/db/vocabulary/role.ts'
import { access, openToAll } from '../http/access.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { refusals } from '../http/problems.ts'
import { day, id, instant, pageOf, pageQuery, paragraphs } from '../http/shapes.ts'

const tags = ['reports']
const reason = z.enum(reportReasons)
const words = paragraphs(4_000, 1)

const NewReport = z
  .discriminatedUnion('subject', [
    z.strictObject({ subject: z.literal('booking'), bookingId: id, reason, words }),
    z.strictObject({ subject: z.literal('messages'), bookingId: id, reason, words }),
    z.strictObject({ subject: z.literal('company'), bookingId: id, reason, words }),
    z.strictObject({ subject: z.literal('profile'), slug: z.string().min(1).max(120), reason, words }),
  ])
  .openapi('NewReport')

export type NewReportShape = z.infer<typeof NewReport>

const Decision = z.strictObject({
  outcome: z.enum(reportOutcomes),
  ground: z.enum(reportGrounds),
  facts: z.string(),
  decidedAt: instant,
})

/** A report as one side reads it. Who reported is never told to the other side. */
const Statement = z
  .strictObject({
    id,
    party: z.enum(reportParties),
    subject: z.enum(reportSubjects),
    reason,
    about: z.string().nullable().describe('Who or what was reported; for the side that reported.'),
    words: z.string().nullable().describe('One’s own; null for the side that was reported.'),
    state: z.enum(reportStates),
    reportedAt: instant,
    decisions: z.array(Decision),
    contest: z.strictObject({
      possible: z.boolean(),
      until: instant.nullable(),
      mine: z.strictObject({ words: z.string(), at: instant }).nullable(),
    }),
    token: z.string().nullable().describe('Opens the statement of reasons without signing in.'),
  })
  .openapi('Statement')

export type StatementShape = z.infer<typeof Statement>

export const fileReportRoute = createRoute({
  method: 'post',
  path: '/reports',
  tags,
  summary: 'Report a booking, its messages, a profile, or a company by its contact',
  description: 'For the registry alone: the other side is never told who reported.',
  ...access('coordinator', 'production'),
  request: jsonBody(NewReport),
  responses: {
    201: jsonAnswer('Received; a mail says so', Statement),
    ...refusals(
      'sign-in-required',
      'wrong-role',
      'invalid-request',
      'booking-not-found',
      'coordinator-not-found',
      'report-open',
      'too-many-requests',
    ),
  },
})

export const listOwnReportsRoute = createRoute({
  method: 'get',
  path: '/me/reports',
  tags,
  summary: 'What I reported, and what was decided about me',
  ...access('coordinator', 'production'),
  responses: {
    200: jsonAnswer('All of them, the latest first', z.strictObject({ items: z.array(Statement) })),
    ...refusals('sign-in-required', 'wrong-role'),
  },
})

const token = { params: z.strictObject({ token: z.string().min(1).max(160) }) }

export const readStatementRoute = createRoute({
  method: 'get',
  path: '/statements/{token}',
  tags,
  summary: 'The statement of reasons that a mail leads to',
  description: 'Whoever holds the link reads it: the account it speaks of may be suspended.',
  ...openToAll,
  request: token,
  responses: {
    200: jsonAnswer('What was decided, and why', Statement),
    ...refusals('invalid-request', 'statement-not-found'),
  },
})

export const contestRoute = createRoute({
  method: 'post',
  path: '/statements/{token}/contests',
  tags,
  summary: 'Contest a decision, once',
  ...openToAll,
  request: { ...token, ...jsonBody(z.strictObject({ words })) },
  responses: {
    201: jsonAnswer('It will be examined again', Statement),
    ...refusals('invalid-request', 'statement-not-found', 'contest-over', 'too-many-requests'),
  },
})

const person = z.strictObject({ name: z.string(), role: z.enum(roles) }).nullable()

const QueuedReport = z.strictObject({
  id,
  subject: z.enum(reportSubjects),
  reason,
  state: z.enum(reportStates),
  reportedAt: instant,
  frozen: z.boolean(),
  suspended: z.boolean(),
  reporter: person,
  reported: person,
})

export type QueuedReportShape = z.infer<typeof QueuedReport>

/** A report with what it is about beside it. */
const ReportInFull = QueuedReport.extend({
  words: z.string(),
  booking: z
    .strictObject({
      id,
      state: z.enum(bookingStates),
      days: z.array(day),
      coordinator: z.string(),
      company: z.string(),
    })
    .nullable(),
  thread: z
    .array(
      z.strictObject({
        by: z.enum(['coordinator', 'production']),
        body: z.string().nullable(),
        sentAt: instant,
      }),
    )
    .nullable()
    .describe('Only while the report waits; null otherwise.'),
  profile: z.strictObject({ displayName: z.string(), slug: z.string().nullable() }).nullable(),
  contests: z.array(z.strictObject({ party: z.enum(reportParties), words: z.string(), at: instant })),
  decisions: z.array(Decision),
  outcomes: z.array(z.enum(reportOutcomes)).describe('What may be decided; none when it is decided.'),
}).openapi('Report')

export type ReportInFullShape = z.infer<typeof ReportInFull>

const onlyRegistrars = ['sign-in-required', 'wrong-role', 'invalid-request'] as const
const reportId = { params: z.strictObject({ id }) }

export const listReportsRoute = createRoute({
  method: 'get',
  path: '/registrar/reports',
  tags: ['registrar'],
  summary: 'Reports, the oldest first',
  ...access('registrar'),
  request: { query: z.strictObject({ state: z.enum(reportStates).default('open'), ...pageQuery }) },
  responses: {
    200: jsonAnswer('A page of the queue', pageOf(QueuedReport.openapi('QueuedReport'))),
    ...refusals(...onlyRegistrars),
  },
})

export const readReportRoute = createRoute({
  method: 'get',
  path: '/registrar/reports/{id}',
  tags: ['registrar'],
  summary: 'One report, with what was reported; each look is in the trail',
  ...access('registrar'),
  request: reportId,
  responses: {
    200: jsonAnswer('The report', ReportInFull),
    ...refusals(...onlyRegistrars, 'report-not-found'),
  },
})

export const setMeasuresRoute = createRoute({
  method: 'put',
  path: '/registrar/reports/{id}/measures',
  tags: ['registrar'],
  summary: 'Freeze the booking, suspend the account, while a report is examined; or lift either',
  description: 'Suspending ends every session of the account.',
  ...access('registrar'),
  request: { ...reportId, ...jsonBody(z.strictObject({ frozen: z.boolean(), suspended: z.boolean() })) },
  responses: {
    200: jsonAnswer('In force', ReportInFull),
    ...refusals(...onlyRegistrars, 'report-not-found', 'decision-not-allowed'),
  },
})

export const decideReportRoute = createRoute({
  method: 'post',
  path: '/registrar/reports/{id}/decisions',
  tags: ['registrar'],
  summary: 'Decide on a report: both sides get the statement of reasons',
  ...access('registrar'),
  request: {
    ...reportId,
    ...jsonBody(
      z.strictObject({
        outcome: z.enum(reportOutcomes),
        ground: z.enum(reportGrounds),
        facts: paragraphs(4_000, 1).describe(
          'What was found. Both sides read it: it names nobody who reported.',
        ),
      }),
    ),
  },
  responses: {
    201: jsonAnswer('Decided; both sides are told', ReportInFull),
    ...refusals(...onlyRegistrars, 'report-not-found', 'decision-not-allowed'),
  },
})
