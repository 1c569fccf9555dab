import { createRoute, z } from '@hono/zod-openapi'
import { access } from '../http/access.ts'
import { jsonAnswer } from '../http/json.ts'
import { refusals } from '../http/problems.ts'
import { day, id, instant, line, pageOf, pageQuery } from '../http/shapes.ts'

const trailLine = z
  .strictObject({
    id: z.int(),
    at: instant,
    actor: z.strictObject({ id: id.nullable(), role: z.string() }),
    kind: z.string(),
    subject: z.strictObject({ kind: z.string(), id }),
    facts: z.record(z.string(), z.unknown()),
    sealed: z.boolean().describe('Part of the chain: it can no longer be changed unseen.'),
  })
  .openapi('TrailLine')

export type TrailLine = z.infer<typeof trailLine>

const filters = {
  kind: line(60, 1).optional().describe('booking.confirmed, credential.decided …'),
  subjectKind: line(60, 1).optional(),
  subject: id.optional(),
  actor: id.optional(),
  from: day.optional().describe('A civil day in Paris, included.'),
  to: day.optional().describe('A civil day in Paris, included.'),
}

export const listTrailRoute = createRoute({
  method: 'get',
  path: '/registrar/audit',
  tags: ['registrar'],
  summary: 'The audit trail, the latest first',
  description:
    'Opaque ids and codes only; it is never changed. `total` counts to 10,000: 10,001 says that there are more. `next`, given back as `before`, goes on where this page ends, however much was written since.',
  ...access('registrar'),
  request: {
    query: z.strictObject({
      ...filters,
      before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
      ...pageQuery,
    }),
  },
  responses: {
    200: jsonAnswer(
      'A page of the trail',
      pageOf(trailLine).extend({
        next: z.int().nullable(),
        seals: z.strictObject({
          through: z.int().nullable().describe('The last entry of the sealed chain.'),
          waiting: z.int().describe('Entries that wait for the sealer.'),
        }),
      }),
    ),
    ...refusals('sign-in-required', 'wrong-role', 'invalid-request'),
  },
})

export const downloadTrailRoute = createRoute({
  method: 'get',
  path: '/registrar/audit.csv',
  tags: ['registrar'],
  summary: 'The audit trail as CSV, the latest first',
  description: 'The latest 10,000 lines that match. The download itself is an entry of the trail.',
  ...access('registrar'),
  request: { query: z.strictObject(filters) },
  responses: {
    200: { description: 'The lines', content: { 'text/csv': { schema: z.string() } } },
    ...refusals('sign-in-required', 'wrong-role', 'invalid-request'),
  },
})
