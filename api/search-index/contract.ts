import { createRoute, z } from '@hono/zod-openapi'
import { upkeepWorks } from '@repere/db/vocabulary/search-upkeep.ts'
import { access } from '../http/access.ts'
import { jsonAnswer } from '../http/json.ts'
import { refusals } from '../http/problems.ts'
import { instant } from '../http/shapes.ts'

const count = z.int().min(0)

const SearchIndex = z
  .strictObject({
    engine: z.enum(['meilisearch', 'postgres']).describe('What answers searches now.'),
    published: count.describe('People a whole index holds.'),
    behindBy: count.describe('Changes the index has not been told of yet.'),
    waitingSince: instant.nullable(),
    underWay: z
      .strictObject({ work: z.enum(upkeepWorks), beganAt: instant, done: count, total: count })
      .nullable(),
    lastFill: z.strictObject({ beganAt: instant, endedAt: instant, people: count }).nullable(),
    comparisons: z
      .array(
        z.strictObject({
          beganAt: instant,
          endedAt: instant,
          people: count,
          missing: count,
          different: count,
          extra: count,
        }),
      )
      .describe('What was found and put right, the last first.'),
  })
  .openapi('SearchIndex')

export type SearchIndexShape = z.infer<typeof SearchIndex>

export const readSearchIndexRoute = createRoute({
  method: 'get',
  path: '/registrar/search-index',
  tags: ['registrar'],
  summary: 'How the search index stands to the tables',
  description:
    'The tables are the truth, the index follows them: how far behind it is, when it was last filled, and by how much it differed each night.',
  ...access('registrar'),
  responses: {
    200: jsonAnswer('As it stands now', SearchIndex),
    ...refusals('sign-in-required', 'wrong-role'),
  },
})
