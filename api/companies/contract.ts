import { createRoute, z } from '@hono/zod-openapi'
import { agreements } from '@repere/db/vocabulary/agreement.ts'
import { companyStates } from '@repere/db/vocabulary/company.ts'
import { access } from '../http/access.ts'
import { inquiryThread } from '../http/inquiry-shape.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { refusals } from '../http/problems.ts'
import { id, instant, line } from '../http/shapes.ts'
import { country, httpsAddress, phone } from '../http/words.ts'
import { checkRegistration } from './rules.ts'

const details = {
  'siret-length': 'must be a SIRET: 14 digits',
  'siret-checksum': 'is not a SIRET: its check digit does not fit, so a figure is mistyped',
  'registration-length': 'must have 3 to 40 characters',
}

/** What a production says of its company. The registration is kept as a bare SIRET, or as written abroad. */
const companyInput = z
  .strictObject({
    legalName: line(160, 1),
    country,
    registration: line(60, 1).openapi({ example: '73282932000074' }),
    agreement: z.enum(agreements),
    website: httpsAddress,
    contactName: line(120, 1),
    contactFunction: line(120, 1),
    contactPhone: phone,
  })
  .transform((company, context) => {
    const check = checkRegistration(company.country, company.registration)
    if (check.ok) return { ...company, registration: check.registration }
    context.addIssue({ code: 'custom', path: ['registration'], message: details[check.because] })
    return z.NEVER
  })
  .openapi('CompanyInput')

/** The production's own company. `reason` is the registrar's, while refused or suspended. */
const ownCompany = z
  .strictObject({
    id,
    legalName: z.string(),
    country: z.string(),
    registration: z.string(),
    agreement: z.enum(agreements),
    website: z.string().nullable(),
    contactName: z.string(),
    contactFunction: z.string(),
    contactPhone: z.string().nullable(),
    state: z.enum(companyStates),
    reason: z.string().nullable(),
    decidedAt: instant.nullable(),
    thread: inquiryThread.nullable(),
  })
  .openapi('OwnCompany')

export type OwnCompanyShape = z.infer<typeof ownCompany>

const onlyProductions = ['sign-in-required', 'wrong-role'] as const

export const createCompanyRoute = createRoute({
  method: 'post',
  path: '/companies',
  tags: ['companies'],
  summary: 'Describe my company',
  description: 'One per account. A registrar verifies it before a first contact.',
  ...access('production'),
  request: jsonBody(companyInput),
  responses: {
    201: jsonAnswer('Kept, unverified', ownCompany),
    ...refusals(...onlyProductions, 'invalid-request', 'company-exists'),
  },
})

export const getCompanyRoute = createRoute({
  method: 'get',
  path: '/companies/current',
  tags: ['companies'],
  summary: 'My company and its state',
  ...access('production'),
  responses: {
    200: jsonAnswer('The company', ownCompany),
    ...refusals(...onlyProductions, 'company-not-found'),
  },
})

export const putCompanyRoute = createRoute({
  method: 'put',
  path: '/companies/current',
  tags: ['companies'],
  summary: 'Replace what I say of my company',
  description: 'Another name, country or registration returns it to unverified.',
  ...access('production'),
  request: jsonBody(companyInput),
  responses: {
    200: jsonAnswer('As kept', ownCompany),
    ...refusals(...onlyProductions, 'invalid-request', 'company-not-found'),
  },
})
