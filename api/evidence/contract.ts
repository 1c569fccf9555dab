import { createRoute, z } from '@hono/zod-openapi'
import { mediaTypes } from '@repere/db/vocabulary/file.ts'
import { access } from '../http/access.ts'
import { evidence } from '../http/evidence-shape.ts'
import { jsonAnswer } from '../http/json.ts'
import { refusals } from '../http/problems.ts'
import { id } from '../http/shapes.ts'
import { fileAnswer, fileBody } from '../http/uploads.ts'

const onlyOwner = ['sign-in-required', 'wrong-role', 'invalid-request'] as const
const params = z.strictObject({ id })

export const putEvidenceRoute = createRoute({
  method: 'put',
  path: '/me/credentials/{id}/evidence',
  tags: ['credentials'],
  summary: 'Send a document for a credential',
  description:
    'PDF, JPEG or PNG by content, 5 MB. Pictures are drawn anew. It replaces the one before, until a registrar’s decision rests on it.',
  ...access('coordinator'),
  request: { params, ...fileBody },
  responses: {
    200: jsonAnswer('In place', evidence),
    ...refusals(
      ...onlyOwner,
      'file-empty',
      'file-too-large',
      'file-type-refused',
      'file-damaged',
      'file-encrypted',
      'image-too-large',
      'credential-not-found',
      'evidence-fixed',
      'too-many-requests',
    ),
  },
})

export const getEvidenceRoute = createRoute({
  method: 'get',
  path: '/me/credentials/{id}/evidence',
  tags: ['credentials'],
  summary: 'The document I sent',
  ...access('coordinator'),
  request: { params },
  responses: {
    200: fileAnswer('The file, as an attachment', mediaTypes),
    ...refusals(...onlyOwner, 'evidence-not-found'),
  },
})

export const removeEvidenceRoute = createRoute({
  method: 'delete',
  path: '/me/credentials/{id}/evidence',
  tags: ['credentials'],
  summary: 'Take the document back',
  ...access('coordinator'),
  request: { params },
  responses: {
    204: { description: 'Deleted' },
    ...refusals(...onlyOwner, 'credential-not-found', 'evidence-not-found', 'evidence-fixed'),
  },
})

export const readEvidenceRoute = createRoute({
  method: 'get',
  path: '/registrar/credentials/{id}/evidence',
  tags: ['registrar'],
  summary: 'The document sent for a credential',
  description: 'Each reading is kept in the audit trail.',
  ...access('registrar'),
  request: { params },
  responses: {
    200: fileAnswer('The file, as an attachment', mediaTypes),
    ...refusals(...onlyOwner, 'evidence-not-found'),
  },
})
