import { createRoute, z } from '@hono/zod-openapi'
import { photoSizes } from '@repere/db/vocabulary/photo.ts'
import { access, openToAll } from '../http/access.ts'
import { jsonAnswer } from '../http/json.ts'
import { refusals } from '../http/problems.ts'
import { id } from '../http/shapes.ts'
import { fileAnswer, fileField } from '../http/uploads.ts'

const onlyCoordinators = ['sign-in-required', 'wrong-role'] as const

/** Where a part of the picture begins, and how far it goes, as fractions of its sides. */
const offset = z.coerce.number().min(0).max(1).optional()
const extent = z.coerce.number().min(0.02).max(1).optional()

const photoForm = z.strictObject({
  file: fileField,
  left: offset,
  top: offset,
  width: extent,
  height: extent,
})

export const putPhotoRoute = createRoute({
  method: 'put',
  path: '/me/profile/photo',
  tags: ['profiles'],
  summary: 'Put my portrait in place',
  description:
    'JPEG or PNG, 5 MB at most. Drawn anew as two squares, without the place and the camera: the part that `left`, `top`, `width` and `height` name, in fractions, or the middle.',
  ...access('coordinator'),
  request: { body: { required: true, content: { 'multipart/form-data': { schema: photoForm } } } },
  responses: {
    200: jsonAnswer('In place, under a new name', z.strictObject({ id })),
    ...refusals(
      ...onlyCoordinators,
      'invalid-request',
      'file-empty',
      'file-too-large',
      'file-type-refused',
      'file-damaged',
      'image-too-large',
      'too-many-requests',
      'overloaded',
    ),
  },
})

export const removePhotoRoute = createRoute({
  method: 'delete',
  path: '/me/profile/photo',
  tags: ['profiles'],
  summary: 'Take my portrait away',
  ...access('coordinator'),
  responses: { 204: { description: 'Gone, its bytes too' }, ...refusals(...onlyCoordinators) },
})

export const readPhotoRoute = createRoute({
  method: 'get',
  path: '/photos/{id}',
  tags: ['profiles'],
  summary: 'A portrait',
  description:
    'While the profile is public and to whom its owner shows it; as if it did not exist otherwise. Asked for anew each time.',
  ...openToAll,
  request: {
    params: z.strictObject({ id }),
    query: z.strictObject({ size: z.enum(photoSizes).default('large') }),
  },
  responses: {
    200: fileAnswer('The picture, square', ['image/jpeg']),
    304: { description: 'Unchanged since the ETag sent along' },
    ...refusals('invalid-request', 'photo-not-found', 'too-many-requests'),
  },
})
