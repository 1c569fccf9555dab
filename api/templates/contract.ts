import { createRoute, z } from '@hono/zod-openapi'
import { withdrawalCodes } from '@repere/db/vocabulary/credential.ts'
import { templatePurposes } from '@repere/db/vocabulary/template-purpose.ts'
import { access } from '../http/access.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { refusals } from '../http/problems.ts'
import { id, instant, line, paragraphs } from '../http/shapes.ts'

const onlyRegistrars = ['sign-in-required', 'wrong-role'] as const

/** Shorter than a reason may be: names and titles take the places in it. */
const text = paragraphs(400, 1)

const fields = {
  nameFr: line(60, 1),
  nameEn: line(60, 1),
  textFr: text,
  textEn: text,
  withdrawalCode: z
    .enum(withdrawalCodes)
    .nullish()
    .transform((code) => code ?? null),
}

/** A reason that is written often, in both languages. `{person}` and its like are filled from each case. */
const reasonTemplate = z
  .strictObject({
    id,
    purpose: z.enum(templatePurposes),
    withdrawalCode: z.enum(withdrawalCodes).nullable(),
    nameFr: z.string(),
    nameEn: z.string(),
    textFr: z.string(),
    textEn: z.string(),
    version: z.int(),
    updatedAt: instant,
  })
  .openapi('ReasonTemplate')

export type ReasonTemplateShape = z.infer<typeof reasonTemplate>

/** What happened to a template, by the audit trail: which fields, by whom, when. */
const templatePast = z.strictObject({
  at: instant,
  kind: z.string(),
  by: id.nullable(),
  changed: z.array(z.string()),
})

export const listTemplatesRoute = createRoute({
  method: 'get',
  path: '/registrar/templates',
  tags: ['registrar'],
  summary: 'Reasons that are written often',
  ...access('registrar'),
  responses: {
    200: jsonAnswer('All that are offered', z.strictObject({ items: z.array(reasonTemplate) })),
    ...refusals(...onlyRegistrars),
  },
})

export const addTemplateRoute = createRoute({
  method: 'post',
  path: '/registrar/templates',
  tags: ['registrar'],
  summary: 'Add a template',
  description: 'Its purpose stays; the rest can be edited.',
  ...access('registrar'),
  request: jsonBody(z.strictObject({ purpose: z.enum(templatePurposes), ...fields })),
  responses: {
    201: jsonAnswer('Offered from now on', reasonTemplate),
    ...refusals(...onlyRegistrars, 'invalid-request'),
  },
})

export const getTemplateRoute = createRoute({
  method: 'get',
  path: '/registrar/templates/{id}',
  tags: ['registrar'],
  summary: 'One template and its history',
  ...access('registrar'),
  request: { params: z.strictObject({ id }) },
  responses: {
    200: jsonAnswer(
      'As it stands',
      z.strictObject({ template: reasonTemplate, history: z.array(templatePast) }),
    ),
    ...refusals(...onlyRegistrars, 'invalid-request', 'template-not-found'),
  },
})

export const editTemplateRoute = createRoute({
  method: 'put',
  path: '/registrar/templates/{id}',
  tags: ['registrar'],
  summary: 'Edit a template',
  ...access('registrar'),
  request: {
    params: z.strictObject({ id }),
    ...jsonBody(z.strictObject({ ...fields, version: z.int().min(1) })),
  },
  responses: {
    200: jsonAnswer('As it stands', reasonTemplate),
    ...refusals(...onlyRegistrars, 'invalid-request', 'template-not-found', 'template-changed'),
  },
})

export const retireTemplateRoute = createRoute({
  method: 'delete',
  path: '/registrar/templates/{id}',
  tags: ['registrar'],
  summary: 'Offer a template no longer',
  ...access('registrar'),
  request: { params: z.strictObject({ id }) },
  responses: {
    204: { description: 'No longer offered' },
    ...refusals(...onlyRegistrars, 'invalid-request', 'template-not-found'),
  },
})
