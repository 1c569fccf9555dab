import { createRoute, z } from '@hono/zod-openapi'
import { credentialDecisions, credentialStates } from '@repere/db/vocabulary/credential.ts'
import { access } from '../http/access.ts'
import { evidence } from '../http/evidence-shape.ts'
import { inquiryThread } from '../http/inquiry-shape.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { refusals } from '../http/problems.ts'
import { day, id, instant, line, optionalLine } from '../http/shapes.ts'

const optionalDay = day.nullish().transform((text) => text ?? null)

/** A credential of the catalogue that the person says to hold. Its number helps to check it and is never shown. */
const credentialInput = z
  .strictObject({
    code: line(40, 1).openapi({ example: 'IC-CQP-FR' }),
    number: optionalLine(80),
    issuedOn: optionalDay,
    expiresOn: optionalDay,
  })
  .openapi('CredentialInput')

/**
 * A credential as its owner reads it. `state` follows the clock; `endsOn` is the last day it holds; a refused one
 * stays declared and is hidden from others (`shown`). The last decision comes with its reason.
 */
const ownCredential = z
  .strictObject({
    id,
    code: z.string(),
    number: z.string().nullable(),
    issuedOn: day.nullable(),
    expiresOn: day.nullable(),
    state: z.enum(credentialStates),
    shown: z.boolean(),
    refused: z.boolean(),
    endsOn: day.nullable(),
    declaredAt: instant,
    evidence: evidence.nullable(),
    thread: inquiryThread.nullable(),
    decision: z
      .strictObject({ decision: z.enum(credentialDecisions), reason: z.string(), decidedAt: instant })
      .nullable(),
  })
  .openapi('OwnCredential')

export type OwnCredentialShape = z.infer<typeof ownCredential>

const onlyCoordinators = ['sign-in-required', 'wrong-role'] as const

export const listCredentialsRoute = createRoute({
  method: 'get',
  path: '/me/credentials',
  tags: ['credentials'],
  summary: 'My credentials',
  description: 'All on one page: one live declaration per credential of the catalogue, in its order.',
  ...access('coordinator'),
  responses: {
    200: jsonAnswer(
      'Their states as of today',
      z.strictObject({ items: z.array(ownCredential), total: z.int(), page: z.int(), perPage: z.int() }),
    ),
    ...refusals(...onlyCoordinators),
  },
})

export const declareCredentialRoute = createRoute({
  method: 'post',
  path: '/me/credentials',
  tags: ['credentials'],
  summary: 'Declare a credential',
  description: 'It reads `declared` until a registrar has seen a document or the issuer has confirmed it.',
  ...access('coordinator'),
  request: jsonBody(credentialInput),
  responses: {
    201: jsonAnswer('Declared', ownCredential),
    ...refusals(
      ...onlyCoordinators,
      'invalid-request',
      'credential-in-creation',
      'credential-declared',
      'credential-refused',
    ),
  },
})

export const removeCredentialRoute = createRoute({
  method: 'delete',
  path: '/me/credentials/{id}',
  tags: ['credentials'],
  summary: 'Take a declaration back',
  description: 'It disappears at once; the registry remembers what was decided on it. A withdrawn one stays.',
  ...access('coordinator'),
  request: { params: z.strictObject({ id }) },
  responses: {
    204: { description: 'Taken back' },
    ...refusals(...onlyCoordinators, 'invalid-request', 'credential-not-found', 'credential-withdrawn'),
  },
})
