import { createRoute, z } from '@hono/zod-openapi'
import { exposureFacets } from '@repere/db/vocabulary/exposure.ts'
import { access } from '../http/access.ts'
import { jsonAnswer } from '../http/json.ts'
import { refusals } from '../http/problems.ts'
import { day } from '../http/shapes.ts'

const places = z
  .strictObject({
    places: z.int().min(0),
    fair: z.number().min(0).describe('How many a lot among all matches would have given.'),
    ratio: z.number().min(0).describe('1: as many as a lot.'),
  })
  .nullable()

const Exposure = z
  .strictObject({
    from: day,
    to: day,
    least: z.strictObject({ people: z.int(), searches: z.int() }),
    facets: z.array(
      z.strictObject({
        facet: z.enum(exposureFacets),
        items: z.array(
          z.strictObject({
            value: z.string(),
            shown: z
              .strictObject({ searches: z.int(), top: places, page: places })
              .nullable()
              .describe('Null where fewer people or searches stand behind it than `least` says.'),
          }),
        ),
      }),
    ),
  })
  .openapi('Exposure')

export type ExposureShape = z.infer<typeof Exposure>

const period = z.strictObject({ days: z.enum(['7', '28', '90', '365']).default('28') })

const tags = ['registrar']
const registrarsOnly = ['sign-in-required', 'wrong-role', 'invalid-request'] as const

export const readExposureRoute = createRoute({
  method: 'get',
  path: '/registrar/exposure',
  tags,
  summary: 'To whom the order gives its first places, against a lot',
  description:
    'Over first pages ordered by the rules alone: sums of days, of no person and no search. By profession, region, language and best credential, where the search did not choose there itself.',
  ...access('registrar'),
  request: { query: period },
  responses: { 200: jsonAnswer('The last days, today included', Exposure), ...refusals(...registrarsOnly) },
})

export const downloadExposureRoute = createRoute({
  method: 'get',
  path: '/registrar/exposure.csv',
  tags,
  summary: 'The same as CSV',
  ...access('registrar'),
  request: { query: period },
  responses: {
    200: { description: 'A line for each value', content: { 'text/csv': { schema: z.string() } } },
    ...refusals(...registrarsOnly),
  },
})
