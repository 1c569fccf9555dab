import { createRoute, z } from '@hono/zod-openapi'
import { agreements } from '@repere/db/vocabulary/agreement.ts'
import { companyDecisions, companyStates } from '@repere/db/vocabulary/company.ts'
import { credentialDecisions, credentialStates, withdrawalCodes } from '@repere/db/vocabulary/credential.ts'
import { locales } from '@repere/db/vocabulary/locale.ts'
import { templatePurposes } from '@repere/db/vocabulary/template-purpose.ts'
import { access } from '../http/access.ts'
import { evidence } from '../http/evidence-shape.ts'
import { inquiryThread } from '../http/inquiry-shape.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { refusals } from '../http/problems.ts'
import { day, id, instant, pageOf, pageQuery, paragraphs } from '../http/shapes.ts'

const reason = paragraphs(500).default('')

const onlyRegistrars = ['sign-in-required', 'wrong-role'] as const

const waiting = z.strictObject({
  waiting: z.int(),
  oldest: instant.nullable(),
  late: z.int(),
  asked: z.int(),
  longestAsked: instant.nullable(),
})

/**
 * What waits for a registrar: how many, since when, and how many for longer than the aim of five days; and what waits for
 * its owner's answer.
 */
const registrarDesk = z.strictObject({ credentials: waiting, companies: waiting }).openapi('RegistrarDesk')

export type RegistrarDeskShape = z.infer<typeof registrarDesk>

export const readDeskRoute = createRoute({
  method: 'get',
  path: '/registrar/desk',
  tags: ['registrar'],
  summary: 'What waits, and for how long',
  ...access('registrar'),
  responses: { 200: jsonAnswer('The queues', registrarDesk), ...refusals(...onlyRegistrars) },
})

/** A declaration on the desk: whose, what, and all that was decided before under the same code. */
export const queuedCredential = z
  .strictObject({
    id,
    code: z.string(),
    number: z.string().nullable(),
    issuedOn: day.nullable(),
    expiresOn: day.nullable(),
    declaredAt: instant,
    state: z.enum(credentialStates),
    refused: z.boolean(),
    endsOn: day.nullable(),
    evidence: evidence.nullable(),
    thread: inquiryThread.nullable(),
    /** How many other people sent the very same document. */
    sameEvidenceElsewhere: z.int(),
    coordinator: z.strictObject({
      displayName: z.string(),
      slug: z.string().nullable(),
      published: z.boolean(),
    }),
    history: z.array(
      z.strictObject({
        decision: z.enum(credentialDecisions),
        code: z.enum(withdrawalCodes).nullable(),
        reason: z.string(),
        validUntil: day.nullable(),
        decidedAt: instant,
        earlierDeclaration: z.boolean(),
      }),
    ),
    allowedDecisions: z.array(z.enum(credentialDecisions)),
  })
  .openapi('QueuedCredential')

export type QueuedCredentialShape = z.infer<typeof queuedCredential>

export const listQueueRoute = createRoute({
  method: 'get',
  path: '/registrar/credentials',
  tags: ['registrar'],
  summary: 'Declared credentials, the oldest first',
  description:
    '`declared` holds those that wait for a registrar, `asked` those that wait for their owner; the refused ones have a list of their own.',
  ...access('registrar'),
  request: {
    query: z.strictObject({
      state: z.enum([...credentialStates, 'refused', 'asked']).default('declared'),
      ...pageQuery,
    }),
  },
  responses: {
    200: jsonAnswer('A page of the queue', pageOf(queuedCredential)),
    ...refusals(...onlyRegistrars, 'invalid-request'),
  },
})

export const decideCredentialRoute = createRoute({
  method: 'post',
  path: '/registrar/credentials/{id}/decisions',
  tags: ['registrar'],
  summary: 'Decide on a credential',
  description:
    'A refusal gives its reason. A withdrawal names a code, in `code` or at the start of the reason. `validUntil` goes with document-seen and confirm. Where no document is in place, the reason says what was checked instead. `evidenceId` names the document that was read.',
  ...access('registrar'),
  request: {
    params: z.strictObject({ id }),
    ...jsonBody(
      z.strictObject({
        decision: z.enum(credentialDecisions),
        reason,
        code: z.enum(withdrawalCodes).nullish(),
        validUntil: day.nullish(),
        evidenceId: id.nullish(),
      }),
    ),
  },
  responses: {
    201: jsonAnswer('Decided; its owner is told', queuedCredential),
    ...refusals(
      ...onlyRegistrars,
      'invalid-request',
      'credential-not-found',
      'decision-not-allowed',
      'credential-ended',
      'evidence-changed',
      'evidence-missing',
    ),
  },
})

/** Templates for one case: their places filled, in the language of whoever reads the reason. */
const filledTemplates = z
  .strictObject({
    locale: z.enum(locales),
    items: z.array(
      z.strictObject({
        id,
        purpose: z.enum(templatePurposes),
        withdrawalCode: z.enum(withdrawalCodes).nullable(),
        nameFr: z.string(),
        nameEn: z.string(),
        text: z.string(),
      }),
    ),
  })
  .openapi('FilledTemplates')

export type FilledTemplatesShape = z.infer<typeof filledTemplates>

export const listCredentialTemplatesRoute = createRoute({
  method: 'get',
  path: '/registrar/credentials/{id}/templates',
  tags: ['registrar'],
  summary: 'Reasons ready for this credential',
  ...access('registrar'),
  request: { params: z.strictObject({ id }) },
  responses: {
    200: jsonAnswer('Filled from its facts', filledTemplates),
    ...refusals(...onlyRegistrars, 'invalid-request', 'credential-not-found'),
  },
})

export const listCompanyTemplatesRoute = createRoute({
  method: 'get',
  path: '/registrar/companies/{id}/templates',
  tags: ['registrar'],
  summary: 'Reasons ready for this company',
  ...access('registrar'),
  request: { params: z.strictObject({ id }) },
  responses: {
    200: jsonAnswer('Filled from its facts', filledTemplates),
    ...refusals(...onlyRegistrars, 'invalid-request', 'company-not-found'),
  },
})

/** A company on the desk. `sameRegistration` counts other companies under the same number. */
export const queuedCompany = z
  .strictObject({
    id,
    legalName: z.string(),
    country: z.string(),
    registration: z.string(),
    agreement: z.enum(agreements),
    website: z.string().nullable(),
    contactName: z.string(),
    contactFunction: z.string(),
    emailVerified: z.boolean(),
    state: z.enum(companyStates),
    sameRegistration: z.int(),
    thread: inquiryThread.nullable(),
    createdAt: instant,
    updatedAt: instant,
    history: z.array(
      z.strictObject({
        decision: z.enum(companyDecisions),
        country: z.string(),
        registration: z.string(),
        reason: z.string(),
        decidedAt: instant,
      }),
    ),
    allowedDecisions: z.array(z.enum(companyDecisions)),
  })
  .openapi('QueuedCompany')

export type QueuedCompanyShape = z.infer<typeof queuedCompany>

export const listCompaniesRoute = createRoute({
  method: 'get',
  path: '/registrar/companies',
  tags: ['registrar'],
  summary: 'Companies, the one unchanged for longest first',
  ...access('registrar'),
  request: {
    query: z.strictObject({ state: z.enum([...companyStates, 'asked']).default('unverified'), ...pageQuery }),
  },
  responses: {
    200: jsonAnswer('A page of companies', pageOf(queuedCompany)),
    ...refusals(...onlyRegistrars, 'invalid-request'),
  },
})

export const decideCompanyRoute = createRoute({
  method: 'post',
  path: '/registrar/companies/{id}/decisions',
  tags: ['registrar'],
  summary: 'Decide on a company',
  description:
    'A refusal and a suspension give their reason. The decision holds for the registration as it stands.',
  ...access('registrar'),
  request: {
    params: z.strictObject({ id }),
    ...jsonBody(z.strictObject({ decision: z.enum(companyDecisions), reason })),
  },
  responses: {
    201: jsonAnswer('Decided; its owner is told', queuedCompany),
    ...refusals(...onlyRegistrars, 'invalid-request', 'company-not-found', 'decision-not-allowed'),
  },
})
