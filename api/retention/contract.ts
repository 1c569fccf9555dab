import { createRoute, z } from '@hono/zod-openapi'
import { retentionRules } from '@repere/db/vocabulary/retention.ts'
import { access } from '../http/access.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { refusals } from '../http/problems.ts'
import { instant } from '../http/shapes.ts'

const count = z.int().min(0)

/** The evidence period is written on documents and mails that are out already: no registrar changes it. */
export const changeableRules = retentionRules.filter((rule) => rule !== 'evidence')

const Period = z.strictObject({
  rule: z.enum(retentionRules),
  days: z.int(),
  leastDays: z.int(),
  mostDays: z.int(),
  changeable: z.boolean(),
  changedAt: instant.nullable(),
  due: count.describe('What would go if the sweep came now.'),
  held: count.describe('What would, but for an open report.'),
})

const Retention = z
  .strictObject({
    items: z.array(Period),
    keys: z
      .strictObject({ due: count, held: count })
      .describe('Keys of sealed texts whose day has come: six months after the last day of work.'),
  })
  .openapi('Retention')

export type RetentionShape = z.infer<typeof Retention>

const tags = ['registrar']

export const readRetentionRoute = createRoute({
  method: 'get',
  path: '/registrar/retention',
  tags,
  summary: 'How long what is kept, and what would go now: a dry run',
  ...access('registrar'),
  responses: {
    200: jsonAnswer('Counted now; nothing is changed', Retention),
    ...refusals('sign-in-required', 'wrong-role'),
  },
})

export const changePeriodRoute = createRoute({
  method: 'put',
  path: '/registrar/retention',
  tags,
  summary: 'Change a period, within its bounds',
  ...access('registrar'),
  request: jsonBody(
    z.strictObject({
      rule: z.enum(changeableRules as [string, ...string[]] as typeof changeableRules & [string]),
      days: z.int().min(1).max(10_000),
    }),
  ),
  responses: {
    204: { description: 'Changed' },
    ...refusals('sign-in-required', 'wrong-role', 'invalid-request'),
  },
})
