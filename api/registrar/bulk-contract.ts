import { createRoute, z } from '@hono/zod-openapi'
import { companyDecisions } from '@repere/db/vocabulary/company.ts'
import { credentialDecisions, withdrawalCodes } from '@repere/db/vocabulary/credential.ts'
import { locales } from '@repere/db/vocabulary/locale.ts'
import { access } from '../http/access.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { refusals } from '../http/problems.ts'
import { day, id, paragraphs } from '../http/shapes.ts'
import { queuedCompany, queuedCredential } from './contract.ts'

const gate = ['sign-in-required', 'wrong-role', 'invalid-request', 'confirmation-required'] as const

const most = 50
const unlike = (ids: readonly string[]) => new Set(ids).size === ids.length

const selection = {
  query: z.strictObject({
    ids: z
      .string()
      .transform((text) => text.split(','))
      .pipe(z.array(id).min(1).max(most).refine(unlike, 'names one twice'))
      .openapi({ type: 'string', example: '0198…,0198…' }),
  }),
}

/** One reason in both languages; each owner reads theirs, with the places of a template filled. */
const reason = z.strictObject({ fr: paragraphs(500), en: paragraphs(500) })

const itemsOf = <Item extends z.ZodType<{ id: string }>>(item: Item) =>
  z
    .array(item)
    .min(1)
    .max(most)
    .refine((items) => unlike(items.map((one) => one.id)), 'names one twice')

const credentialsTogether = z
  .strictObject({
    items: itemsOf(z.strictObject({ id, evidenceId: id.nullish() })),
    decision: z.enum(credentialDecisions),
    reason,
    code: z.enum(withdrawalCodes).nullish(),
    validUntil: day.nullish(),
  })
  .openapi('CredentialsTogether')

const companiesTogether = z
  .strictObject({ items: itemsOf(z.strictObject({ id })), decision: z.enum(companyDecisions), reason })
  .openapi('CompaniesTogether')

/** What would happen to each: it can, with the reason its owner would read; or it cannot, by the name of the refusal. */
const bulkReview = z
  .strictObject({
    lines: z.array(
      z.strictObject({
        id,
        who: z.string(),
        code: z.string().nullable(),
        because: z.string().nullable(),
        reason: z.string(),
        locale: z.enum(locales),
      }),
    ),
  })
  .openapi('BulkReview')

export type BulkReviewShape = z.infer<typeof bulkReview>

const decided = z.strictObject({ decided: z.int() })

const freshNote =
  'Asks for a session that was confirmed within ten minutes: many decisions are taken at once from here.'

export const selectCredentialsRoute = createRoute({
  method: 'get',
  path: '/registrar/credentials/selection',
  tags: ['registrar'],
  summary: 'Some credentials, to decide on together',
  description: freshNote,
  ...access('registrar'),
  request: selection,
  responses: {
    200: jsonAnswer('Those that are there', z.strictObject({ items: z.array(queuedCredential) })),
    ...refusals(...gate),
  },
})

export const reviewCredentialsRoute = createRoute({
  method: 'post',
  path: '/registrar/credentials/reviews',
  tags: ['registrar'],
  summary: 'Read over one decision on several credentials',
  description: 'Nothing is decided yet.',
  ...access('registrar'),
  request: jsonBody(credentialsTogether),
  responses: { 200: jsonAnswer('Line by line', bulkReview), ...refusals(...gate) },
})

export const decideCredentialsRoute = createRoute({
  method: 'post',
  path: '/registrar/credentials/decisions',
  tags: ['registrar'],
  summary: 'Decide on several credentials',
  description: 'All of them or none: when one of them changed meanwhile, nothing is decided.',
  ...access('registrar'),
  request: jsonBody(credentialsTogether),
  responses: { 201: jsonAnswer('Decided', decided), ...refusals(...gate, 'selection-changed') },
})

export const selectCompaniesRoute = createRoute({
  method: 'get',
  path: '/registrar/companies/selection',
  tags: ['registrar'],
  summary: 'Some companies, to decide on together',
  description: freshNote,
  ...access('registrar'),
  request: selection,
  responses: {
    200: jsonAnswer('Those that are there', z.strictObject({ items: z.array(queuedCompany) })),
    ...refusals(...gate),
  },
})

export const reviewCompaniesRoute = createRoute({
  method: 'post',
  path: '/registrar/companies/reviews',
  tags: ['registrar'],
  summary: 'Read over one decision on several companies',
  description: 'Nothing is decided yet.',
  ...access('registrar'),
  request: jsonBody(companiesTogether),
  responses: { 200: jsonAnswer('Line by line', bulkReview), ...refusals(...gate) },
})

export const decideCompaniesRoute = createRoute({
  method: 'post',
  path: '/registrar/companies/decisions',
  tags: ['registrar'],
  summary: 'Decide on several companies',
  description: 'All of them or none: when one of them changed meanwhile, nothing is decided.',
  ...access('registrar'),
  request: jsonBody(companiesTogether),
  responses: { 201: jsonAnswer('Decided', decided), ...refusals(...gate, 'selection-changed') },
})
