import { createRoute, z } from '@hono/zod-openapi'
import { access } from '../http/access.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { refusals } from '../http/problems.ts'
import { line } from '../http/shapes.ts'
import { discipline } from '../http/words.ts'

/** How many people one request may be prepared for. */
export const mostKept = 8

const Shortlist = z
  .strictObject({
    items: z.array(
      z.strictObject({ slug: z.string(), displayName: z.string(), disciplines: z.array(discipline) }),
    ),
    most: z.int(),
  })
  .openapi('Shortlist')

export type ShortlistShape = z.infer<typeof Shortlist>

const tags = ['shortlist']
const onlyProductions = ['sign-in-required', 'wrong-role'] as const

export const readShortlistRoute = createRoute({
  method: 'get',
  path: '/me/shortlist',
  tags,
  summary: 'Whom I kept while searching, in that order',
  description: 'Whoever is no longer published has left it.',
  ...access('production'),
  responses: { 200: jsonAnswer('All of them', Shortlist), ...refusals(...onlyProductions) },
})

const slugs = z.array(line(200, 1)).max(60).default([])

export const changeShortlistRoute = createRoute({
  method: 'post',
  path: '/me/shortlist',
  tags,
  summary: 'Keep people, and let go of others',
  description: `Letting go comes first. Whoever is kept already, or is not public, changes nothing. At most ${mostKept} are kept: one more, and nothing is changed.`,
  ...access('production'),
  request: jsonBody(z.strictObject({ keep: slugs, drop: slugs })),
  responses: {
    200: jsonAnswer('The list as it is now', Shortlist),
    ...refusals(...onlyProductions, 'invalid-request', 'shortlist-full'),
  },
})
