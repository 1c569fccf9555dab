import { createRoute, z } from '@hono/zod-openapi'
import { access } from '../http/access.ts'
import { inquiryThread } from '../http/inquiry-shape.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { refusals } from '../http/problems.ts'
import { id, paragraphs } from '../http/shapes.ts'

const gate = ['sign-in-required', 'wrong-role', 'invalid-request'] as const

const words = jsonBody(z.strictObject({ body: paragraphs(1_000, 1) }))
const one = { params: z.strictObject({ id }) }

export const askAboutCredentialRoute = createRoute({
  method: 'post',
  path: '/registrar/credentials/{id}/questions',
  tags: ['registrar'],
  summary: 'Ask the owner of a credential',
  description: 'They get a mail without the words; the declaration waits for them until they answer.',
  ...access('registrar'),
  request: { ...one, ...words },
  responses: { 201: jsonAnswer('Asked', inquiryThread), ...refusals(...gate, 'credential-not-found') },
})

export const askAboutCompanyRoute = createRoute({
  method: 'post',
  path: '/registrar/companies/{id}/questions',
  tags: ['registrar'],
  summary: 'Ask the owner of a company',
  description: 'They get a mail without the words; the company waits for them until they answer.',
  ...access('registrar'),
  request: { ...one, ...words },
  responses: { 201: jsonAnswer('Asked', inquiryThread), ...refusals(...gate, 'company-not-found') },
})

export const answerOnCredentialRoute = createRoute({
  method: 'post',
  path: '/me/credentials/{id}/answers',
  tags: ['credentials'],
  summary: 'Answer the registry',
  description: 'The declaration returns to the queue of the registrars, at its place.',
  ...access('coordinator'),
  request: { ...one, ...words },
  responses: {
    201: jsonAnswer('Answered', inquiryThread),
    ...refusals(...gate, 'credential-not-found', 'nothing-asked', 'too-many-requests'),
  },
})

export const answerOnCompanyRoute = createRoute({
  method: 'post',
  path: '/companies/current/answers',
  tags: ['companies'],
  summary: 'Answer the registry',
  description: 'The company returns to the queue of the registrars, at its place.',
  ...access('production'),
  request: words,
  responses: {
    201: jsonAnswer('Answered', inquiryThread),
    ...refusals(...gate, 'company-not-found', 'nothing-asked', 'too-many-requests'),
  },
})
