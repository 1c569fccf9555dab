import { createRoute, z } from '@hono/zod-openapi'
import { confidences } from '@repere/db/vocabulary/catalogue.ts'
import { access } from '../http/access.ts'
import { jsonAnswer } from '../http/json.ts'
import { refusals } from '../http/problems.ts'
import { day } from '../http/shapes.ts'
import { measures } from './progress-rules.ts'

/** One registry, what it asks for by number, and how far the person is. `met` is null where nobody can say. */
const progress = z
  .strictObject({
    code: z.string(),
    credentialCode: z.string().nullable(),
    nameFr: z.string(),
    nameEn: z.string(),
    factsFr: z.string(),
    facts: z.string(),
    sourceUrl: z.string().nullable(),
    confidence: z.enum(confidences),
    checkedOn: day.nullable(),
    lines: z.array(
      z.strictObject({
        measure: z.enum(measures),
        needed: z.int(),
        have: z.int().nullable(),
        missing: z.int(),
      }),
    ),
    met: z.boolean().nullable(),
  })
  .openapi('ThresholdProgress')

export type ThresholdProgressShape = z.infer<typeof progress>

export const progressRoute = createRoute({
  method: 'get',
  path: '/me/profile/progress',
  tags: ['profiles'],
  summary: 'How far I am from what registries ask for',
  description: 'Indicative: registries ask for other things too, and decide by themselves.',
  ...access('coordinator'),
  responses: {
    200: jsonAnswer('The registries of my professions', z.strictObject({ items: z.array(progress) })),
    ...refusals('sign-in-required', 'wrong-role'),
  },
})
