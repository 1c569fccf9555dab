import { createRoute, z } from '@hono/zod-openapi'
import { access } from '../http/access.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { refusals } from '../http/problems.ts'
import { instant } from '../http/shapes.ts'

const tags = ['data rights']

const count = z.int().min(0)

/** What erasing would do, counted from the account's own data. */
const Consequences = z
  .strictObject({
    email: z.string().describe('What must be typed to confirm.'),
    published: z.boolean().describe('A public profile that is gone at the next request.'),
    waiting: count.describe(
      'Requests that wait for an answer: declined or withdrawn, the other side is told.',
    ),
    options: count.describe('Live options: released, the other side is told.'),
    confirmed: count.describe('Confirmed days ahead: cancelled, the other side is told.'),
    past: count.describe('Bookings that are over: their days stay, without a name.'),
    messages: count.describe('Messages written: their words go, that they were written stays.'),
    credentials: count,
    projects: count.describe('Projects: titles and descriptions become unreadable.'),
    days: count.describe('Ranges of days marked in the calendar.'),
  })
  .openapi('ErasureConsequences')

export type ErasureConsequences = z.infer<typeof Consequences>

export const readConsequencesRoute = createRoute({
  method: 'get',
  path: '/me/erasure',
  tags,
  summary: 'What erasing my account would do',
  ...access('coordinator', 'production'),
  responses: {
    200: jsonAnswer('Counted now', Consequences),
    ...refusals('sign-in-required', 'wrong-role'),
  },
})

export const eraseRoute = createRoute({
  method: 'post',
  path: '/me/erasure',
  tags,
  summary: 'Erase my account',
  description:
    'At once and for good. `confirmation` is the address of the account, typed. The bookings of others keep their days, without a name.',
  ...access('coordinator', 'production'),
  request: jsonBody(
    z.strictObject({ password: z.string().min(1).max(1_000), confirmation: z.string().min(1).max(300) }),
  ),
  responses: {
    200: jsonAnswer('Erased; the session is gone with it', z.strictObject({ erasedAt: instant })),
    ...refusals(
      'sign-in-required',
      'wrong-role',
      'invalid-request',
      'wrong-password',
      'too-many-requests',
      'overloaded',
    ),
  },
})
