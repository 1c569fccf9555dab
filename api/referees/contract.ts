import { createRoute, z } from '@hono/zod-openapi'
import { refereeAudiences, refereeRequestStates, refereeStates } from '@repere/db/vocabulary/completion.ts'
import { media } from '@repere/db/vocabulary/medium.ts'
import { access } from '../http/access.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { refusals } from '../http/problems.ts'
import { id, instant } from '../http/shapes.ts'
import { discipline } from '../http/words.ts'

const tags = ['referees']
const one = { params: z.strictObject({ id }) }
const ofSlug = z.string().max(120)

const referee = z
  .strictObject({
    state: z.enum(refereeStates).nullable().describe('Null while nobody asked.'),
    audience: z.enum(refereeAudiences).nullable().describe('For the coordinator alone.'),
    mayAsk: z.boolean(),
    requests: z
      .array(
        z.strictObject({
          id,
          state: z.enum(refereeRequestStates),
          askedAt: instant,
          company: z.string(),
          name: z.string(),
          function: z.string(),
        }),
      )
      .describe('For the referee alone: who would like to talk.'),
  })
  .openapi('Referee')

export type RefereeShape = z.infer<typeof referee>

const offered = z
  .strictObject({
    id,
    discipline,
    kind: z.enum(media),
    year: z.int(),
    request: z.enum(refereeRequestStates).nullable().describe('Of the caller; null before it asks.'),
    contact: z
      .strictObject({
        company: z.string(),
        name: z.string(),
        function: z.string(),
        email: z.string(),
        phone: z.string().nullable(),
      })
      .nullable()
      .describe('Once the referee said yes to the caller.'),
  })
  .openapi('OfferedReferee')

export type OfferedRefereeShape = z.infer<typeof offered>

const ofBooking = [
  'sign-in-required',
  'wrong-role',
  'invalid-request',
  'booking-not-found',
  'booking-not-completed',
] as const

export const getRefereeRoute = createRoute({
  method: 'get',
  path: '/bookings/{id}/referee',
  tags,
  summary: 'Whether the production of a booking that is over can be asked about it',
  ...access('coordinator', 'production'),
  request: one,
  responses: { 200: jsonAnswer('For both sides', referee), ...refusals(...ofBooking) },
})

export const askRefereeRoute = createRoute({
  method: 'post',
  path: '/bookings/{id}/referee',
  tags,
  summary: 'Ask the production to be a referee',
  description: 'Once a booking, after its credit was confirmed. Nobody writes anything about anybody.',
  ...access('coordinator'),
  request: one,
  responses: {
    200: jsonAnswer('Asked', referee),
    ...refusals(...ofBooking, 'booking-frozen', 'referee-not-possible'),
  },
})

export const answerRefereeRoute = createRoute({
  method: 'put',
  path: '/bookings/{id}/referee',
  tags,
  summary: 'Agree to be a referee, refuse, or withdraw at any time',
  ...access('production'),
  request: { ...one, ...jsonBody(z.strictObject({ consent: z.boolean() })) },
  responses: {
    200: jsonAnswer('As it stands now', referee),
    ...refusals(
      ...ofBooking,
      'booking-frozen',
      'company-not-verified',
      'referee-not-possible',
      'too-many-requests',
    ),
  },
})

export const chooseRefereeRoute = createRoute({
  method: 'put',
  path: '/bookings/{id}/referee/audience',
  tags,
  summary: 'Choose who is told that there is a referee',
  ...access('coordinator'),
  request: { ...one, ...jsonBody(z.strictObject({ audience: z.enum(refereeAudiences) })) },
  responses: {
    200: jsonAnswer('As chosen', referee),
    ...refusals(...ofBooking, 'booking-frozen', 'referee-not-possible'),
  },
})

export const listRefereesRoute = createRoute({
  method: 'get',
  path: '/coordinators/{slug}/referees',
  tags,
  summary: 'Referees that a verified production may ask to be put in touch with',
  description: 'Empty for whoever is not told of any. Neither title nor production is said before a yes.',
  ...access('production'),
  request: { params: z.strictObject({ slug: ofSlug }) },
  responses: {
    200: jsonAnswer('The latest first', z.strictObject({ items: z.array(offered) })),
    ...refusals('sign-in-required', 'wrong-role', 'invalid-request', 'coordinator-not-found'),
  },
})

export const requestRefereeRoute = createRoute({
  method: 'post',
  path: '/coordinators/{slug}/referees',
  tags,
  summary: 'Ask a referee to be put in touch',
  description:
    'By a mail through the registry. The referee reads who asks; the caller reads who answers, after a yes.',
  ...access('production'),
  request: { params: z.strictObject({ slug: ofSlug }), ...jsonBody(z.strictObject({ referee: id })) },
  responses: {
    200: jsonAnswer('Asked, now or before', z.strictObject({ items: z.array(offered) })),
    ...refusals(
      'sign-in-required',
      'wrong-role',
      'invalid-request',
      'coordinator-not-found',
      'company-not-verified',
      'referee-not-found',
      'too-many-requests',
    ),
  },
})

export const answerRequestRoute = createRoute({
  method: 'put',
  path: '/referee-requests/{id}',
  tags,
  summary: 'Agree to talk to a production that asks, or refuse',
  description: 'With a yes it reads your contact, which is noted. With a no it reads nothing of you.',
  ...access('production'),
  request: { ...one, ...jsonBody(z.strictObject({ agree: z.boolean() })) },
  responses: {
    204: { description: 'Answered' },
    ...refusals(
      'sign-in-required',
      'wrong-role',
      'invalid-request',
      'referee-not-found',
      'too-many-requests',
    ),
  },
})
