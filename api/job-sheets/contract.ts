import { createRoute, z } from '@hono/zod-openapi'
import { disciplines } from '@repere/db/vocabulary/discipline.ts'
import { access, openToAll } from '../http/access.ts'
import { historyPage, version } from '../http/history.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { refusals } from '../http/problems.ts'
import { day, instant, line, pageQuery, paragraphs } from '../http/shapes.ts'
import { httpsAddress } from '../http/words.ts'

const both = (most: number) => z.strictObject({ fr: line(most, 1), en: line(most, 1) })

const bothLists = (shape: z.ZodType<string>, most: number) =>
  z.strictObject({ fr: z.array(shape).max(most), en: z.array(shape).max(most) })

/** Where something was read. An address or a day that is not known is left null. */
const source = z.strictObject({
  title: both(200),
  publisher: both(160),
  url: httpsAddress,
  readOn: day.nullish().transform((text) => text ?? null),
})

/** A rule of law or of an aid; `source` is a place in the sources of its section, from 0. */
const rule = z.strictObject({
  since: both(60),
  says: both(400),
  source: z.int().min(0).max(19).nullable(),
})

const section = z.strictObject({
  key: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be small letters and figures in groups joined by hyphens')
    .max(40),
  heading: both(120),
  paragraphs: bothLists(paragraphs(1_500, 1), 12),
  list: bothLists(line(300, 1), 24),
  rules: z.array(rule).max(20),
  sources: z.array(source).max(20),
})

/** Plain text throughout: there is no markup, and a page prints every character as it stands. */
const sheet = z
  .strictObject({ title: both(120), lead: both(500), sections: z.array(section).min(1).max(16) })
  .openapi('JobSheet')

export type JobSheetInput = z.input<typeof sheet>

const published = z
  .strictObject({
    discipline: z.enum(disciplines),
    version: z.int(),
    changedAt: instant,
    sheet,
  })
  .openapi('PublishedJobSheet')

export type PublishedJobSheetShape = z.output<typeof published>

/** A name that is no profession is not found rather than wrong. */
const params = z.strictObject({ discipline: line(60, 1) })

const registrars = ['sign-in-required', 'wrong-role', 'invalid-request', 'profession-not-found'] as const

export const getSheetRoute = createRoute({
  method: 'get',
  path: '/professions/{discipline}',
  tags: ['professions'],
  summary: 'What a person of this profession does, and when the law or an aid asks for one',
  description: 'Indicative, not legal advice: rules stand with their source and its date.',
  ...openToAll,
  request: { params },
  responses: {
    200: jsonAnswer('With an ETag', published),
    304: { description: 'Unchanged since the ETag sent along' },
    ...refusals('invalid-request', 'profession-not-found'),
  },
})

export const putSheetRoute = createRoute({
  method: 'put',
  path: '/registrar/job-sheets/{discipline}',
  tags: ['professions'],
  summary: 'Publish a job sheet anew',
  description:
    'Replaces it at once. Needs the version that was read: 409 when somebody changed it meanwhile.',
  ...access('registrar'),
  request: { params, ...jsonBody(z.strictObject({ version, sheet })) },
  responses: { 200: jsonAnswer('Published', published), ...refusals(...registrars, 'job-sheet-changed') },
})

export const listSheetHistoryRoute = createRoute({
  method: 'get',
  path: '/registrar/job-sheets/{discipline}/history',
  tags: ['professions'],
  summary: 'What happened to a job sheet, newest first, before and after',
  ...access('registrar'),
  request: { params, query: z.strictObject(pageQuery) },
  responses: { 200: jsonAnswer('A page of its history', historyPage), ...refusals(...registrars) },
})

export const putSheetBackRoute = createRoute({
  method: 'post',
  path: '/registrar/job-sheets/{discipline}/restorations',
  tags: ['professions'],
  summary: 'Put an earlier version of a job sheet back',
  ...access('registrar'),
  request: { params, ...jsonBody(z.strictObject({ version, restore: version })) },
  responses: {
    200: jsonAnswer('As it stood then', published),
    ...refusals(...registrars, 'job-sheet-changed', 'version-not-found'),
  },
})
