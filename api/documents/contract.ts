import { createRoute, z } from '@hono/zod-openapi'
import { disciplines } from '@repere/db/vocabulary/discipline.ts'
import { locales } from '@repere/db/vocabulary/locale.ts'
import { access } from '../http/access.ts'
import { jsonAnswer } from '../http/json.ts'
import { refusals } from '../http/problems.ts'
import { id, instant } from '../http/shapes.ts'

const Paper = z
  .object({
    language: z.enum(locales),
    discipline: z.enum(disciplines),
    title: z.string(),
    subtitle: z.string(),
    mark: z.string().nullable().describe('What became of it, where it did not stay as it was.'),
    notice: z.object({ title: z.string(), text: z.string() }),
    sections: z.array(
      z.object({
        heading: z.string(),
        facts: z.array(z.object({ term: z.string(), lines: z.array(z.string()) })),
        texts: z.array(z.string()),
        grid: z
          .object({ columns: z.array(z.string()), rows: z.array(z.array(z.string())) })
          .nullable()
          .describe('A table; the first cell of a row names it.'),
      }),
    ),
    reference: id.describe('Of the subject under which the audit trail keeps that it was made.'),
    madeAt: instant,
  })
  .openapi('Document')

export type PaperShape = z.infer<typeof Paper>

const asked = {
  params: z.strictObject({ id }),
  query: z.strictObject({
    language: z.enum(locales).optional().describe('By default, that of the account.'),
  }),
}

const file = (description: string, type: string) => ({
  description,
  content: { [type]: { schema: z.string().openapi({ format: 'binary' }) } },
})

const memo = {
  tags: ['bookings'],
  description:
    'For the two parties, from the confirmation on; a cancelled or completed booking is marked as such. It is not the employment contract. Neither brief nor addresses are in it.',
  ...access('coordinator', 'production'),
  request: asked,
}

const memoRefusals = [
  'sign-in-required',
  'wrong-role',
  'invalid-request',
  'booking-not-found',
  'memo-too-early',
] as const

export const getMemoRoute = createRoute({
  method: 'get',
  path: '/bookings/{id}/deal-memo',
  summary: 'The deal memo, written in a language',
  ...memo,
  responses: { 200: jsonAnswer('As it stands now', Paper), ...refusals(...memoRefusals) },
})

export const printMemoRoute = createRoute({
  method: 'get',
  path: '/bookings/{id}/deal-memo.pdf',
  summary: 'The deal memo as a tagged PDF',
  ...memo,
  responses: {
    200: file('The same, printed', 'application/pdf'),
    ...refusals(...memoRefusals, 'too-many-requests', 'overloaded'),
  },
})

const diligence = {
  tags: ['projects'],
  description:
    'Every request of the project in order: whom, when, for which days, until when, and what was answered when. Neither reasons nor words of anybody.',
  ...access('production'),
  request: asked,
}

const diligenceRefusals = ['sign-in-required', 'wrong-role', 'invalid-request', 'project-not-found'] as const

export const getDiligenceRoute = createRoute({
  method: 'get',
  path: '/projects/{id}/diligence',
  summary: 'The proof of diligence of a project, written in a language',
  ...diligence,
  responses: { 200: jsonAnswer('As it stands now', Paper), ...refusals(...diligenceRefusals) },
})

export const printDiligenceRoute = createRoute({
  method: 'get',
  path: '/projects/{id}/diligence.pdf',
  summary: 'The proof of diligence as a tagged PDF',
  ...diligence,
  responses: {
    200: file('The same, printed', 'application/pdf'),
    ...refusals(...diligenceRefusals, 'too-many-requests', 'overloaded'),
  },
})

export const tabulateDiligenceRoute = createRoute({
  method: 'get',
  path: '/projects/{id}/diligence.csv',
  summary: 'The proof of diligence as a table for spreadsheets',
  ...diligence,
  responses: { 200: file('The same requests, a line each', 'text/csv'), ...refusals(...diligenceRefusals) },
})
