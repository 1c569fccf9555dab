import { createRoute, z } from '@hono/zod-openapi'
import { creditRoles } from '@repere/db/vocabulary/completion.ts'
import { media } from '@repere/db/vocabulary/medium.ts'
import { access } from '../http/access.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { refusals } from '../http/problems.ts'
import { day, id } from '../http/shapes.ts'
import { discipline } from '../http/words.ts'

/** A credit that a production confirmed after a booking, as its owner reads it. */
const confirmedCredit = z
  .strictObject({
    id,
    bookingId: id.nullable().describe('Null once the booking was forgotten.'),
    discipline,
    kind: z.enum(media),
    year: z.int(),
    role: z.enum(creditRoles),
    daysOnSet: z.int(),
    title: z.string(),
    titleHiddenUntil: day.nullable(),
    confidential: z.boolean(),
    production: z.string().nullable().describe('Null once the production was erased.'),
    shown: z.boolean(),
    creditId: id.nullable().describe('The declared credit of the same work, which it stands for.'),
  })
  .openapi('ConfirmedCredit')

export type ConfirmedCreditShape = z.infer<typeof confirmedCredit>

const onlyCoordinators = ['sign-in-required', 'wrong-role'] as const

export const listConfirmedRoute = createRoute({
  method: 'get',
  path: '/me/confirmed-credits',
  tags: ['profiles'],
  summary: 'My credits that productions confirmed',
  description: 'They count towards my experience; on my profile they show only where I chose so.',
  ...access('coordinator'),
  responses: {
    200: jsonAnswer('The latest first', z.strictObject({ items: z.array(confirmedCredit) })),
    ...refusals(...onlyCoordinators),
  },
})

export const chooseConfirmedRoute = createRoute({
  method: 'put',
  path: '/me/confirmed-credits/{id}',
  tags: ['profiles'],
  summary: 'Show a confirmed credit on my profile, or not',
  description:
    'With `creditId`, it stands for that declared credit: shown in its place, its days counted among those declared.',
  ...access('coordinator'),
  request: {
    params: z.strictObject({ id }),
    ...jsonBody(z.strictObject({ shown: z.boolean(), creditId: id.nullish() })),
  },
  responses: {
    200: jsonAnswer('As chosen', confirmedCredit),
    ...refusals(...onlyCoordinators, 'invalid-request', 'credit-not-found'),
  },
})
