import { createRoute, z } from '@hono/zod-openapi'
import { confidences } from '@repere/db/vocabulary/catalogue.ts'
import { credentialKinds, credentialStatuses } from '@repere/db/vocabulary/credential.ts'
import { disciplines } from '@repere/db/vocabulary/discipline.ts'
import { openToAll } from '../http/access.ts'
import { jsonAnswer } from '../http/json.ts'
import { day } from '../http/shapes.ts'

const named = { nameFr: z.string(), nameEn: z.string() }

/** What to know, with where and when it was read; `check`: nobody has checked it yet. */
const facts = {
  factsFr: z.string(),
  facts: z.string(),
  sourceUrl: z.string().nullable(),
  confidence: z.enum(confidences),
  checkedOn: day.nullable(),
}

/** No longer offered, and still shown where somebody holds it. */
const retired = z.boolean()

const referenceShape = z
  .strictObject({
    disciplines: z.array(z.strictObject({ code: z.enum(disciplines), ...named })),
    regions: z.array(
      z.strictObject({
        code: z.string(),
        country: z.string(),
        ...named,
        alsoCalled: z.array(z.string()),
        neighbours: z.array(z.string()),
      }),
    ),
    languages: z.array(z.strictObject({ code: z.string(), ...named })),
    credentials: z.array(
      z.strictObject({
        code: z.string(),
        disciplines: z.array(z.enum(disciplines)),
        kind: z.enum(credentialKinds),
        issuer: z.string(),
        country: z.string(),
        ...named,
        status: z.enum(credentialStatuses),
        since: z.int().nullable(),
        validityMonths: z.int().nullable(),
        registrationNumber: z.string().nullable(),
        ...facts,
        retired,
      }),
    ),
    specialisms: z.array(
      z.strictObject({ code: z.string(), discipline: z.enum(disciplines), ...named, retired }),
    ),
    labels: z.array(
      z.strictObject({
        code: z.string(),
        name: z.string(),
        ...named,
        country: z.string(),
        ...facts,
        retired,
      }),
    ),
    tools: z.array(
      z.strictObject({
        code: z.string(),
        name: z.string(),
        ...named,
        url: z.string().nullable(),
        retired,
      }),
    ),
  })
  .openapi('Reference')

export type Reference = z.infer<typeof referenceShape>

export const referenceRoute = createRoute({
  method: 'get',
  path: '/reference',
  tags: ['reference'],
  summary: 'The words of the registry, with their French and English names',
  ...openToAll,
  responses: {
    200: jsonAnswer('With an ETag', referenceShape),
    304: { description: 'Unchanged since the ETag sent along' },
  },
})
