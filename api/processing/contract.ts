import { createRoute, z } from '@hono/zod-openapi'
import { access } from '../http/access.ts'
import { jsonAnswer } from '../http/json.ts'
import { refusals } from '../http/problems.ts'

const text = z.strictObject({ fr: z.string(), en: z.string() })

const RecordedActivity = z
  .strictObject({
    code: z.string(),
    name: text,
    purpose: text,
    people: text,
    basis: text,
    recipients: z.array(z.string()),
    kept: z.array(z.string()),
    tables: z.array(
      z.strictObject({
        name: z.string(),
        columns: z.array(
          z.strictObject({
            name: z.string(),
            purpose: z.strictObject({ fr: z.string().nullable(), en: z.string() }),
            seenBy: z.string(),
            kept: z.string(),
          }),
        ),
      }),
    ),
  })
  .openapi('RecordedActivity')

export const readRecordRoute = createRoute({
  method: 'get',
  path: '/registrar/processing-record',
  tags: ['registrar'],
  summary: 'The record of processing, drawn from the tags of every column',
  ...access('registrar'),
  responses: {
    200: jsonAnswer('As the product is built', z.strictObject({ items: z.array(RecordedActivity) })),
    ...refusals('sign-in-required', 'wrong-role'),
  },
})
