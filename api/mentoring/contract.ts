import { createRoute, z } from '@hono/zod-openapi'
import { mentoringSides } from '@repere/db/vocabulary/mentoring.ts'
import { access } from '../http/access.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { refusals } from '../http/problems.ts'
import { id, instant, line } from '../http/shapes.ts'
import { discipline } from '../http/words.ts'

const side = z.enum(mentoringSides)

/** A pair as one of its two people reads it. `side` is the reader's own; `coordinator` is null while not public. */
const mentoringPair = z
  .strictObject({
    id,
    with: z.strictObject({ slug: z.string().nullable(), displayName: z.string() }),
    side,
    discipline,
    state: z.enum(['asked', 'accepted']),
    askedByMe: z.boolean(),
    askedAt: instant,
    acceptedAt: instant.nullable(),
  })
  .openapi('MentoringPair')

export type MentoringPairShape = z.infer<typeof mentoringPair>

const onlyCoordinators = ['sign-in-required', 'wrong-role'] as const
const one = { params: z.strictObject({ id }) }

export const listPairsRoute = createRoute({
  method: 'get',
  path: '/me/mentoring',
  tags: ['mentoring'],
  summary: 'My mentoring pairs',
  description: 'Those that both sides agreed to, and those that wait for an answer.',
  ...access('coordinator'),
  responses: {
    200: jsonAnswer(
      'Newest first',
      z.strictObject({ items: z.array(mentoringPair), total: z.int(), page: z.int(), perPage: z.int() }),
    ),
    ...refusals(...onlyCoordinators),
  },
})

export const askPairRoute = createRoute({
  method: 'post',
  path: '/me/mentoring',
  tags: ['mentoring'],
  summary: 'Ask to be shown as a pair',
  description:
    'One in training and one who leads, both public, in the same discipline. Nothing shows until the other agrees. `side` is mine.',
  ...access('coordinator'),
  request: jsonBody(z.strictObject({ coordinator: line(200, 1), side, discipline })),
  responses: {
    201: jsonAnswer('Asked', mentoringPair),
    ...refusals(
      ...onlyCoordinators,
      'invalid-request',
      'coordinator-not-found',
      'profile-not-published',
      'pair-does-not-fit',
      'pair-asked-lately',
      'pair-exists',
      'too-many-requests',
    ),
  },
})

export const acceptPairRoute = createRoute({
  method: 'put',
  path: '/me/mentoring/{id}/acceptance',
  tags: ['mentoring'],
  summary: 'Agree to be shown as a pair',
  ...access('coordinator'),
  request: one,
  responses: {
    200: jsonAnswer('Both agree: shown on both profiles', mentoringPair),
    ...refusals(...onlyCoordinators, 'invalid-request', 'pair-not-found', 'pair-awaits-other'),
  },
})

export const endPairRoute = createRoute({
  method: 'delete',
  path: '/me/mentoring/{id}',
  tags: ['mentoring'],
  summary: 'Take back, decline or end a pair',
  description: 'Either side, at any time, without a reason.',
  ...access('coordinator'),
  request: one,
  responses: {
    204: { description: 'Gone from both profiles' },
    ...refusals(...onlyCoordinators, 'invalid-request', 'pair-not-found'),
  },
})
