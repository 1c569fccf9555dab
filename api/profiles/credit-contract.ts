import { createRoute, z } from '@hono/zod-openapi'
import { media } from '@repere/db/vocabulary/medium.ts'
import { access } from '../http/access.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { refusals } from '../http/problems.ts'
import { day, id, line, optionalLine } from '../http/shapes.ts'
import { httpsAddress } from '../http/words.ts'
import { mostCredits } from './credit-rules.ts'

/** Something the person worked on. Until the end of `confidentialUntil` nobody else reads title, production and link. */
const creditInput = z
  .strictObject({
    title: line(160, 1),
    confidentialUntil: day.nullish().transform((text) => text ?? null),
    kind: z.enum(media),
    year: z.int().min(1950).max(2200),
    role: line(80, 1),
    production: optionalLine(120),
    link: httpsAddress,
  })
  .openapi('CreditInput')

/** A credit as its owner reads it. `confidential` follows the clock. */
const ownCredit = z
  .strictObject({
    id,
    title: z.string(),
    confidentialUntil: day.nullable(),
    confidential: z.boolean(),
    kind: z.enum(media),
    year: z.int(),
    role: z.string(),
    production: z.string().nullable(),
    link: z.string().nullable(),
  })
  .openapi('OwnCredit')

export type OwnCreditShape = z.infer<typeof ownCredit>

const list = z.strictObject({
  items: z.array(ownCredit),
  total: z.int(),
  page: z.int(),
  perPage: z.int(),
})

const onlyCoordinators = ['sign-in-required', 'wrong-role'] as const
const one = { params: z.strictObject({ id }) }

export const listCreditsRoute = createRoute({
  method: 'get',
  path: '/me/credits',
  tags: ['profiles'],
  summary: 'My credits',
  description: 'All on one page, in my order.',
  ...access('coordinator'),
  responses: { 200: jsonAnswer('The credits', list), ...refusals(...onlyCoordinators) },
})

export const addCreditRoute = createRoute({
  method: 'post',
  path: '/me/credits',
  tags: ['profiles'],
  summary: 'Add a credit',
  description: `It comes first in the list, of at most ${mostCredits}. A confidential title is sealed.`,
  ...access('coordinator'),
  request: jsonBody(creditInput),
  responses: {
    201: jsonAnswer('Added', ownCredit),
    ...refusals(...onlyCoordinators, 'invalid-request', 'credits-full'),
  },
})

export const changeCreditRoute = createRoute({
  method: 'put',
  path: '/me/credits/{id}',
  tags: ['profiles'],
  summary: 'Rewrite a credit',
  ...access('coordinator'),
  request: { ...one, ...jsonBody(creditInput) },
  responses: {
    200: jsonAnswer('As it reads now', ownCredit),
    ...refusals(...onlyCoordinators, 'invalid-request', 'credit-not-found'),
  },
})

export const moveCreditRoute = createRoute({
  method: 'put',
  path: '/me/credits/{id}/position',
  tags: ['profiles'],
  summary: 'Give a credit another place in my list',
  ...access('coordinator'),
  request: { ...one, ...jsonBody(z.strictObject({ position: z.int().min(0).max(mostCredits) })) },
  responses: {
    200: jsonAnswer('The list in its new order', list),
    ...refusals(...onlyCoordinators, 'invalid-request', 'credit-not-found'),
  },
})

export const removeCreditRoute = createRoute({
  method: 'delete',
  path: '/me/credits/{id}',
  tags: ['profiles'],
  summary: 'Take a credit off my list',
  ...access('coordinator'),
  request: one,
  responses: {
    204: { description: 'Gone' },
    ...refusals(...onlyCoordinators, 'invalid-request', 'credit-not-found'),
  },
})
