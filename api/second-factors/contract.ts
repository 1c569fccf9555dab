import { createRoute, z } from '@hono/zod-openapi'
import { accessBeforeSecondFactor } from '../http/access.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { refusals } from '../http/problems.ts'
import { instant } from '../http/shapes.ts'

const codeShape = z.string().min(1).max(60)

/** `enrolling` holds what a device must learn, while it is being set up and the session is fresh. */
const secondFactor = z
  .strictObject({
    state: z.enum(['off', 'on']),
    since: instant.nullable(),
    recoveryCodesLeft: z.int(),
    enrolling: z.strictObject({ secret: z.string(), address: z.string() }).nullable(),
  })
  .openapi('SecondFactor')

export type SecondFactorShape = z.infer<typeof secondFactor>

const recoveryCodes = z.strictObject({ recoveryCodes: z.array(z.string()) })

const path = '/me/second-factor' as const
const tags = ['second factor']
const common = ['sign-in-required'] as const

export const readSecondFactorRoute = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'My second factor',
  ...accessBeforeSecondFactor('signed-in'),
  responses: { 200: jsonAnswer('Where it stands', secondFactor), ...refusals(...common) },
})

export const beginSecondFactorRoute = createRoute({
  method: 'post',
  path,
  tags,
  summary: 'Begin to set up a second factor',
  description:
    'Asks for a fresh session and a proven address. Within an hour the same secret is given again.',
  ...accessBeforeSecondFactor('signed-in'),
  responses: {
    201: jsonAnswer('What the device must learn', secondFactor),
    ...refusals(...common, 'confirmation-required', 'email-not-verified', 'second-factor-on'),
  },
})

export const completeSecondFactorRoute = createRoute({
  method: 'post',
  path: `${path}/confirmation`,
  tags,
  summary: 'Finish setting up, with a first code',
  description: 'From now on signing in takes two steps. Ends the other sessions of the account.',
  ...accessBeforeSecondFactor('signed-in'),
  request: jsonBody(z.strictObject({ code: codeShape })),
  responses: {
    201: jsonAnswer('On. The recovery codes are shown this once', recoveryCodes),
    ...refusals(
      ...common,
      'invalid-request',
      'confirmation-required',
      'wrong-code',
      'second-factor-on',
      'second-factor-off',
      'too-many-requests',
    ),
  },
})

export const renewRecoveryCodesRoute = createRoute({
  method: 'post',
  path: `${path}/recovery-codes`,
  tags,
  summary: 'Replace my recovery codes',
  ...accessBeforeSecondFactor('signed-in'),
  request: jsonBody(z.strictObject({ code: codeShape })),
  responses: {
    201: jsonAnswer('Shown this once; the earlier ones are worthless', recoveryCodes),
    ...refusals(...common, 'invalid-request', 'wrong-code', 'second-factor-off', 'too-many-requests'),
  },
})

export const turnOffSecondFactorRoute = createRoute({
  method: 'post',
  path: `${path}/removal`,
  tags,
  summary: 'Turn my second factor off',
  ...accessBeforeSecondFactor('signed-in'),
  request: jsonBody(z.strictObject({ password: z.string().min(1).max(1_000), code: codeShape })),
  responses: {
    204: { description: 'Off: the password alone signs in' },
    ...refusals(
      ...common,
      'invalid-request',
      'wrong-password',
      'wrong-code',
      'second-factor-required',
      'second-factor-off',
      'too-many-requests',
      'overloaded',
    ),
  },
})
