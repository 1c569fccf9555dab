import { createRoute, z } from '@hono/zod-openapi'
import { locales } from '@repere/db/vocabulary/locale.ts'
import { access, openToAll } from '../http/access.ts'
import { accountShape, emailShape } from '../http/account-shape.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { refusals } from '../http/problems.ts'
import { line } from '../http/shapes.ts'

const tokenShape = z.string().min(1).max(200)

const passwordShape = z
  .string()
  .min(12, 'must have at least 12 characters')
  .max(200, 'must have at most 200 characters')

const nameShape = line(120, 1)

export const signUpRoute = createRoute({
  method: 'post',
  path: '/accounts',
  tags: ['accounts'],
  summary: 'Create an account',
  description: 'Registrars are created by the operator, never here.',
  ...openToAll,
  request: jsonBody(
    z.strictObject({
      email: emailShape,
      password: passwordShape,
      displayName: nameShape,
      role: z.enum(['coordinator', 'production'], 'must be coordinator or production'),
      locale: z.enum(locales),
    }),
  ),
  responses: {
    201: jsonAnswer(
      'Created and signed in; a mail asks to confirm the address',
      z.strictObject({ account: accountShape }),
    ),
    ...refusals('invalid-request', 'email-taken', 'too-many-requests', 'overloaded'),
  },
})

export const verifyEmailRoute = createRoute({
  method: 'post',
  path: '/accounts/verification',
  tags: ['accounts'],
  summary: 'Prove an address with the mailed token',
  ...openToAll,
  request: jsonBody(z.strictObject({ token: tokenShape })),
  responses: {
    204: { description: 'The address is confirmed' },
    ...refusals('invalid-request', 'link-expired', 'too-many-requests'),
  },
})

export const verificationMailRoute = createRoute({
  method: 'post',
  path: '/accounts/verification-mail',
  tags: ['accounts'],
  summary: 'Send the confirmation mail again',
  ...access('signed-in'),
  responses: {
    204: { description: 'Sent, unless the address is confirmed already' },
    ...refusals('sign-in-required', 'too-many-requests'),
  },
})

export const requestResetRoute = createRoute({
  method: 'post',
  path: '/password-resets',
  tags: ['accounts'],
  summary: 'Ask for a link to choose a new password',
  ...openToAll,
  request: jsonBody(z.strictObject({ email: emailShape })),
  responses: {
    202: { description: 'If the address has an account, a mail is on its way' },
    ...refusals('invalid-request', 'too-many-requests'),
  },
})

export const resetPasswordRoute = createRoute({
  method: 'post',
  path: '/password-resets/confirmation',
  tags: ['accounts'],
  summary: 'Choose a new password with the mailed token',
  description: 'Ends every open session of the account.',
  ...openToAll,
  request: jsonBody(z.strictObject({ token: tokenShape, password: passwordShape })),
  responses: {
    204: { description: 'Changed' },
    ...refusals('invalid-request', 'link-expired', 'too-many-requests', 'overloaded'),
  },
})

export const changeLocaleRoute = createRoute({
  method: 'put',
  path: '/me/locale',
  tags: ['accounts'],
  summary: 'Choose the language of my mails',
  ...access('signed-in'),
  request: jsonBody(z.strictObject({ locale: z.enum(locales) })),
  responses: { 204: { description: 'Chosen' }, ...refusals('sign-in-required', 'invalid-request') },
})
