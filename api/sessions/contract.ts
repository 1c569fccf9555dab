import { createRoute, z } from '@hono/zod-openapi'
import { access, accessBeforeSecondFactor, openToAll } from '../http/access.ts'
import { accountShape, emailShape } from '../http/account-shape.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { refusals } from '../http/problems.ts'

export const signInRoute = createRoute({
  method: 'post',
  path: '/sessions',
  tags: ['sessions'],
  summary: 'Sign in',
  ...openToAll,
  request: jsonBody(z.strictObject({ email: emailShape, password: z.string().min(1).max(1_000) })),
  responses: {
    201: jsonAnswer('Signed in; the session cookie is set', z.strictObject({ account: accountShape })),
    202: jsonAnswer(
      'The password is right; a code is awaited, and a short-lived cookie says by whom',
      z.strictObject({ next: z.literal('second-factor') }),
    ),
    ...refusals(
      'invalid-request',
      'wrong-credentials',
      'account-suspended',
      'too-many-requests',
      'overloaded',
    ),
  },
})

export const signInByCodeRoute = createRoute({
  method: 'post',
  path: '/sessions/second-factor',
  tags: ['sessions'],
  summary: 'Finish signing in, with a code',
  description: 'Of the device, or a recovery code; within five minutes and five attempts of the password.',
  ...openToAll,
  request: jsonBody(z.strictObject({ code: z.string().min(1).max(60) })),
  responses: {
    201: jsonAnswer('Signed in; the session cookie is set', z.strictObject({ account: accountShape })),
    ...refusals(
      'invalid-request',
      'sign-in-expired',
      'wrong-code',
      'second-factor-off',
      'account-suspended',
      'too-many-requests',
    ),
  },
})

export const currentSessionRoute = createRoute({
  method: 'get',
  path: '/sessions/current',
  tags: ['sessions'],
  summary: 'Who am I',
  ...openToAll,
  responses: {
    200: jsonAnswer(
      'The account signed in, or null',
      // A union, since `nullable()` of a named shape would read "an account that is null" in the document.
      z.strictObject({ account: z.union([accountShape, z.null()]) }),
    ),
  },
})

export const signOutRoute = createRoute({
  method: 'delete',
  path: '/sessions/current',
  tags: ['sessions'],
  summary: 'Sign out',
  ...openToAll,
  responses: { 204: { description: 'No session any more; the cookie is cleared' } },
})

export const listSessionsRoute = createRoute({
  method: 'get',
  path: '/me/sessions',
  tags: ['sessions'],
  summary: 'My open sessions',
  ...access('signed-in'),
  responses: {
    200: jsonAnswer(
      'Latest visit first',
      z.strictObject({
        items: z.array(
          z.strictObject({
            id: z.uuid(),
            current: z.boolean(),
            createdAt: z.iso.datetime(),
            lastSeenAt: z.iso.datetime(),
            expiresAt: z.iso.datetime(),
          }),
        ),
      }),
    ),
    ...refusals('sign-in-required'),
  },
})

export const endSessionRoute = createRoute({
  method: 'delete',
  path: '/me/sessions/{id}',
  tags: ['sessions'],
  summary: 'End one of my sessions',
  ...access('signed-in'),
  request: { params: z.strictObject({ id: z.uuid() }) },
  responses: {
    204: { description: 'Ended' },
    ...refusals('sign-in-required', 'invalid-request', 'session-not-found'),
  },
})

export const confirmRoute = createRoute({
  method: 'post',
  path: '/me/confirmation',
  tags: ['sessions'],
  summary: 'Prove again who I am, by password or by code',
  description: 'For ten minutes, what answers `confirmation-required` may then be done in this session.',
  ...accessBeforeSecondFactor('signed-in'),
  request: jsonBody(
    z
      .strictObject({
        password: z.string().min(1).max(1_000).optional(),
        code: z.string().min(1).max(60).optional(),
      })
      .refine(({ password, code }) => (password === undefined) !== (code === undefined), {
        path: ['password'],
        message: 'give either the password or a code',
      }),
  ),
  responses: {
    204: { description: 'Proved' },
    ...refusals(
      'sign-in-required',
      'invalid-request',
      'wrong-password',
      'wrong-code',
      'second-factor-off',
      'too-many-requests',
      'overloaded',
    ),
  },
})
