import { createRoute, z } from '@hono/zod-openapi'
import { bookingStates } from '@repere/db/vocabulary/booking.ts'
import { blockedParties } from '@repere/db/vocabulary/report.ts'
import { access } from '../http/access.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { refusals } from '../http/problems.ts'
import { day, id, instant } from '../http/shapes.ts'

const tags = ['blocks']
const onlyCoordinators = ['sign-in-required', 'wrong-role', 'invalid-request'] as const

const Block = z
  .strictObject({
    id,
    who: z.enum(blockedParties),
    name: z.string().describe('Of the company, or of the person.'),
    company: z.string().nullable(),
    since: instant,
    live: z
      .array(z.strictObject({ id, state: z.enum(bookingStates), version: z.int(), days: z.array(day) }))
      .describe('Bookings with them that still stand: a block ends none by itself.'),
  })
  .openapi('Block')

export type BlockShape = z.infer<typeof Block>

export const listBlocksRoute = createRoute({
  method: 'get',
  path: '/me/blocks',
  tags,
  summary: 'Whom I take no requests from, the latest first',
  description: 'Nobody else can read it. With `booking`, only those that concern its company.',
  ...access('coordinator'),
  request: { query: z.strictObject({ booking: id.optional() }) },
  responses: {
    200: jsonAnswer('All of them', z.strictObject({ items: z.array(Block) })),
    ...refusals(...onlyCoordinators),
  },
})

export const setBlockRoute = createRoute({
  method: 'post',
  path: '/me/blocks',
  tags,
  summary: 'Take no more requests from a company, or from the person behind it',
  description:
    'They are told nothing, and get the answer that everybody gets from a paused profile. Profile and search stay as they are.',
  ...access('coordinator'),
  request: jsonBody(z.strictObject({ bookingId: id, who: z.enum(blockedParties) })),
  responses: {
    201: jsonAnswer('Blocked, now or before', Block),
    ...refusals(...onlyCoordinators, 'booking-not-found'),
  },
})

export const liftBlockRoute = createRoute({
  method: 'delete',
  path: '/me/blocks/{id}',
  tags,
  summary: 'Take requests from them again',
  ...access('coordinator'),
  request: { params: z.strictObject({ id }) },
  responses: { 204: { description: 'Lifted' }, ...refusals(...onlyCoordinators, 'block-not-found') },
})
