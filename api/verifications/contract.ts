import { createRoute, z } from '@hono/zod-openapi'
import { credentialStates } from '@repere/db/vocabulary/credential.ts'
import { access, openToAll } from '../http/access.ts'
import { jsonAnswer } from '../http/json.ts'
import { refusals } from '../http/problems.ts'
import { day, id, instant } from '../http/shapes.ts'

/** What happened to a credential, as a reader of its verification page may know it: never why. */
const verificationEvents = ['declared', 'document-seen', 'confirmed', 'withdrawn'] as const

/** One credential as it stands now. Who checked is the registry: its registrars stay unnamed. */
const verifiedCredential = z
  .strictObject({
    displayName: z.string(),
    slug: z.string(),
    credential: z.strictObject({
      code: z.string(),
      nameFr: z.string(),
      nameEn: z.string(),
      issuer: z.string(),
      country: z.string(),
    }),
    state: z.enum(credentialStates),
    issuedOn: day.nullable(),
    endsOn: day.nullable().describe('The last day it holds; null while nobody gave one.'),
    checkedAt: instant.nullable().describe('When it was last attested; null once withdrawn.'),
    history: z.array(z.strictObject({ event: z.enum(verificationEvents), at: instant })),
    asOf: instant,
  })
  .openapi('VerifiedCredential')

export type VerifiedCredentialShape = z.infer<typeof verifiedCredential>

export const verifyRoute = createRoute({
  method: 'get',
  path: '/verify/{code}',
  tags: ['verifications'],
  summary: 'Check a credential by the code its owner shared',
  description:
    'Computed at each request. Case, spaces, dashes and look-alike signs do not count. A code that is unknown or was taken back, and one of a person who is not published, answer alike.',
  ...openToAll,
  request: { params: z.strictObject({ code: z.string().min(1).max(200) }) },
  responses: {
    200: jsonAnswer('As it stands now', verifiedCredential),
    ...refusals('invalid-request', 'verification-not-found', 'too-many-requests'),
  },
})

const onlyCoordinators = ['sign-in-required', 'wrong-role'] as const

const ownVerification = z
  .strictObject({
    credentialId: id,
    code: z.string().openapi({ example: 'K7QM-4T2X-9ABC' }),
    createdAt: instant,
  })
  .openapi('OwnVerification')

export type OwnVerificationShape = z.infer<typeof ownVerification>

export const listVerificationsRoute = createRoute({
  method: 'get',
  path: '/me/verifications',
  tags: ['verifications'],
  summary: 'The codes I gave for my credentials',
  ...access('coordinator'),
  responses: {
    200: jsonAnswer('Those in force', z.strictObject({ items: z.array(ownVerification) })),
    ...refusals(...onlyCoordinators),
  },
})

export const createVerificationRoute = createRoute({
  method: 'post',
  path: '/me/credentials/{id}/verification',
  tags: ['verifications'],
  summary: 'Give a code for one of my credentials',
  description:
    'For a credential the registry attests, of a published profile. The one in force is given again.',
  ...access('coordinator'),
  request: { params: z.strictObject({ id }) },
  responses: {
    201: jsonAnswer('The code', ownVerification),
    ...refusals(
      ...onlyCoordinators,
      'invalid-request',
      'credential-not-found',
      'credential-not-checked',
      'credential-ended',
      'credential-withdrawn',
      'profile-not-published',
    ),
  },
})

export const revokeVerificationRoute = createRoute({
  method: 'delete',
  path: '/me/credentials/{id}/verification',
  tags: ['verifications'],
  summary: 'Take the code of one of my credentials back',
  description: 'From the next request on it answers as if it had never been. A new one can be given.',
  ...access('coordinator'),
  request: { params: z.strictObject({ id }) },
  responses: {
    204: { description: 'Taken back' },
    ...refusals(...onlyCoordinators, 'invalid-request', 'verification-not-found'),
  },
})
