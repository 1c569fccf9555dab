import { createRoute, z } from '@hono/zod-openapi'
import { access, openToAll } from '../http/access.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { refusals } from '../http/problems.ts'
import { publicProfile } from '../http/public-profile.ts'
import { day, instant } from '../http/shapes.ts'
import { ownProfile, profileInput } from './shapes-contract.ts'
import { viewers } from './viewer-rules.ts'

const onlyCoordinators = ['sign-in-required', 'wrong-role'] as const

export const getProfileRoute = createRoute({
  method: 'get',
  path: '/me/profile',
  tags: ['profiles'],
  summary: 'My own profile, all of it',
  ...access('coordinator'),
  responses: {
    200: jsonAnswer('The profile; an empty draft before the first save', ownProfile),
    ...refusals(...onlyCoordinators),
  },
})

export const putProfileRoute = createRoute({
  method: 'put',
  path: '/me/profile',
  tags: ['profiles'],
  summary: 'Replace my profile',
  description:
    'What is absent is emptied. The first save fixes the slug. A public profile cannot lose what publishing needs.',
  ...access('coordinator'),
  request: jsonBody(profileInput),
  responses: {
    200: jsonAnswer('As saved', ownProfile),
    ...refusals(...onlyCoordinators, 'invalid-request', 'profile-incomplete'),
  },
})

export const previewRoute = createRoute({
  method: 'get',
  path: '/me/profile/preview',
  tags: ['profiles'],
  summary: 'My profile through the eyes of others',
  ...access('coordinator'),
  request: { query: z.strictObject({ as: z.enum(viewers).default('public') }) },
  responses: {
    200: jsonAnswer('What they would see', publicProfile),
    ...refusals(...onlyCoordinators, 'invalid-request'),
  },
})

export const indexedRoute = createRoute({
  method: 'get',
  path: '/search-engines',
  tags: ['profiles'],
  summary: 'The pages that search engines may list',
  description: 'Published profiles whose owner chose so, and nobody else: what the sitemap is made of.',
  ...openToAll,
  responses: {
    200: jsonAnswer(
      'By address',
      z.strictObject({ items: z.array(z.strictObject({ slug: z.string(), updatedAt: instant })) }),
    ),
  },
})

export const publishRoute = createRoute({
  method: 'put',
  path: '/me/profile/publication',
  tags: ['profiles'],
  summary: 'Publish my profile',
  description:
    'An explicit act, kept with its date and the version of the text agreed to; withdrawn at any time.',
  ...access('coordinator'),
  request: jsonBody(
    z.strictObject({ consent: z.literal(true, 'must be true: publishing asks for consent') }),
  ),
  responses: {
    200: jsonAnswer('Public from now on', ownProfile),
    ...refusals(...onlyCoordinators, 'invalid-request', 'email-not-verified', 'profile-incomplete'),
  },
})

export const unpublishRoute = createRoute({
  method: 'delete',
  path: '/me/profile/publication',
  tags: ['profiles'],
  summary: 'Unpublish my profile',
  ...access('coordinator'),
  responses: {
    200: jsonAnswer('Private from the very next request on', ownProfile),
    ...refusals(...onlyCoordinators),
  },
})

export const pauseRoute = createRoute({
  method: 'put',
  path: '/me/profile/pause',
  tags: ['profiles'],
  summary: 'Take no requests for now',
  description:
    '`until` is the last day of the pause, which then ends by itself; absent, it lasts until lifted.',
  ...access('coordinator'),
  request: {
    body: {
      required: false,
      content: { 'application/json': { schema: z.strictObject({ until: day.nullish() }) } },
    },
  },
  responses: {
    200: jsonAnswer('Visible, marked as paused', ownProfile),
    ...refusals(...onlyCoordinators, 'invalid-request'),
  },
})

export const resumeRoute = createRoute({
  method: 'delete',
  path: '/me/profile/pause',
  tags: ['profiles'],
  summary: 'Take requests again',
  ...access('coordinator'),
  responses: { 200: jsonAnswer('Taking requests', ownProfile), ...refusals(...onlyCoordinators) },
})
