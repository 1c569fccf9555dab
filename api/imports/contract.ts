import { createRoute, z } from '@hono/zod-openapi'
import {
  importFields,
  importProblems,
  importRowStates,
  importStates,
  listEncodings,
  listSeparators,
} from '@repere/db/vocabulary/import.ts'
import { invitationStates } from '@repere/db/vocabulary/invitation.ts'
import { locales } from '@repere/db/vocabulary/locale.ts'
import { access } from '../http/access.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { refusals } from '../http/problems.ts'
import { id, instant, line, pageOf, pageQuery } from '../http/shapes.ts'
import { fileField } from '../http/uploads.ts'

const onlyRegistrars = ['sign-in-required', 'wrong-role'] as const
const idPath = { params: z.strictObject({ id }) }

const told = {
  /** Who invites, as the people on the list know them. */
  inviter: line(120, 1),
  /** Where the list comes from: they are told, as the law asks. */
  source: line(160, 1),
  locale: z.enum(locales),
}

const counted = z.int().min(0)

/** An imported list: where it stands, and how far it is. */
const importShape = z
  .strictObject({
    id,
    createdAt: instant,
    inviter: z.string(),
    source: z.string(),
    locale: z.enum(locales),
    encoding: z.enum(listEncodings),
    separator: z.enum(listSeparators),
    state: z.enum(importStates),
    rows: counted,
    ready: counted,
    problem: counted,
    skipped: counted,
    invited: counted,
    progress: z.strictObject({ done: counted, of: counted }),
    checkedAt: instant.nullable(),
    startedAt: instant.nullable(),
    endedAt: instant.nullable(),
  })
  .openapi('Import')

export type ImportShape = z.infer<typeof importShape>

/** The same with its columns, what stands against its lines, the mail to review, and who answered. */
const importDetail = z
  .strictObject({
    ...importShape.shape,
    columns: z.array(
      z.strictObject({
        heading: z.string(),
        field: z.enum(importFields).nullable(),
        samples: z.array(z.string()),
      }),
    ),
    problems: z.array(z.strictObject({ code: z.enum(importProblems), rows: counted })),
    letter: z.strictObject({ to: z.string(), subject: z.string(), text: z.string() }).nullable(),
    answers: z.array(z.strictObject({ state: z.enum(invitationStates), count: counted })),
    mails: z.strictObject({ queued: counted, sent: counted, failed: counted }),
  })
  .openapi('ImportDetail')

export type ImportDetailShape = z.infer<typeof importDetail>

export const bringListRoute = createRoute({
  method: 'post',
  path: '/registrar/imports',
  tags: ['registrar'],
  summary: 'Bring a list of people to invite',
  description:
    'A CSV of at most 2 MB and 5,000 lines, in UTF-8, UTF-16 or Windows-1252, its cells apart by comma, semicolon or tab. Its columns are guessed; nothing is sent. `because`, `row` and `column` say what cannot be read.',
  ...access('registrar'),
  request: {
    body: {
      required: true,
      content: { 'multipart/form-data': { schema: z.strictObject({ file: fileField, ...told }) } },
    },
  },
  responses: {
    201: jsonAnswer('Read, and kept sealed', importShape),
    ...refusals(
      ...onlyRegistrars,
      'invalid-request',
      'list-unreadable',
      'body-too-large',
      'file-too-large',
      'unsupported-media-type',
      'too-many-requests',
    ),
  },
})

export const listImportsRoute = createRoute({
  method: 'get',
  path: '/registrar/imports',
  tags: ['registrar'],
  summary: 'Imported lists, the latest first',
  ...access('registrar'),
  request: { query: z.strictObject(pageQuery) },
  responses: {
    200: jsonAnswer('A page of imports', pageOf(importShape)),
    ...refusals(...onlyRegistrars, 'invalid-request'),
  },
})

export const readImportRoute = createRoute({
  method: 'get',
  path: '/registrar/imports/{id}',
  tags: ['registrar'],
  summary: 'An import, how far it is and who answered',
  ...access('registrar'),
  request: idPath,
  responses: {
    200: jsonAnswer('The import', importDetail),
    ...refusals(...onlyRegistrars, 'invalid-request', 'import-not-found'),
  },
})

/** A line: its cells while they are kept, what stands against it, and what became of its invitation. */
const importLine = z
  .strictObject({
    number: z.int(),
    state: z.enum(importRowStates),
    name: z.string(),
    email: z.string(),
    cells: z.array(z.string()),
    problems: z.array(z.strictObject({ code: z.enum(importProblems), column: z.int().nullable() })),
    invitation: z
      .strictObject({
        id,
        state: z.enum(invitationStates),
        mail: z.enum(['queued', 'sent', 'failed']).nullable(),
        mailedAt: instant,
        expiresAt: instant,
        closedAt: instant.nullable(),
      })
      .nullable(),
  })
  .openapi('ImportLine')

export type ImportLineShape = z.infer<typeof importLine>

export const listLinesRoute = createRoute({
  method: 'get',
  path: '/registrar/imports/{id}/rows',
  tags: ['registrar'],
  summary: 'The lines of an import',
  description: 'In the order of the file; `number` counts as a spreadsheet does, the headings being 1.',
  ...access('registrar'),
  request: {
    ...idPath,
    query: z.strictObject({
      state: z.enum(importRowStates).optional(),
      problem: z.enum(importProblems).optional(),
      answer: z.enum(invitationStates).optional(),
      undelivered: z
        .enum(['true', 'false'])
        .optional()
        .transform((word) => word === 'true'),
      page: pageQuery.page,
      perPage: z.coerce.number().int().min(1).max(500).default(20),
    }),
  },
  responses: {
    200: jsonAnswer('A page of lines', pageOf(importLine)),
    ...refusals(...onlyRegistrars, 'invalid-request', 'import-not-found'),
  },
})

export const mapColumnsRoute = createRoute({
  method: 'put',
  path: '/registrar/imports/{id}/mapping',
  tags: ['registrar'],
  summary: 'Say what each column fills, and have the trial run',
  description: 'One entry per column, in their order; null fills nothing. Nothing is sent.',
  ...access('registrar'),
  request: {
    ...idPath,
    ...jsonBody(z.strictObject({ mapping: z.array(z.enum(importFields).nullable()).max(60), ...told })),
  },
  responses: {
    200: jsonAnswer('The trial is under way', importDetail),
    ...refusals(...onlyRegistrars, 'invalid-request', 'import-not-found', 'import-step-passed'),
  },
})

export const startImportRoute = createRoute({
  method: 'post',
  path: '/registrar/imports/{id}/start',
  tags: ['registrar'],
  summary: 'Send the invitations',
  description:
    'Of the lines the trial found ready. `reviewed` says that the mail and the list were looked at, and that these people may be written to.',
  ...access('registrar'),
  request: { ...idPath, ...jsonBody(z.strictObject({ reviewed: z.literal(true) })) },
  responses: {
    200: jsonAnswer('Under way', importDetail),
    ...refusals(
      ...onlyRegistrars,
      'confirmation-required',
      'invalid-request',
      'import-not-found',
      'import-step-passed',
    ),
  },
})

export const cancelImportRoute = createRoute({
  method: 'post',
  path: '/registrar/imports/{id}/cancel',
  tags: ['registrar'],
  summary: 'Stop an import',
  description: 'Mails that have not left do not leave; their invitations are taken back.',
  ...access('registrar'),
  request: idPath,
  responses: {
    200: jsonAnswer('Stopped', importDetail),
    ...refusals(...onlyRegistrars, 'invalid-request', 'import-not-found', 'import-step-passed'),
  },
})
