import { createRoute, z } from '@hono/zod-openapi'
import { liveCredentialStates } from '@repere/db/vocabulary/credential.ts'
import { dayStates } from '@repere/db/vocabulary/day-state.ts'
import { languageCodes } from '@repere/db/vocabulary/language.ts'
import { access } from '../http/access.ts'
import { jsonAnswer } from '../http/json.ts'
import { refusals } from '../http/problems.ts'
import { day, id } from '../http/shapes.ts'
import { region } from '../http/words.ts'

const count = z.int().min(0)
const credentialState = z.enum(liveCredentialStates)
const languageCode = z.enum(languageCodes)
const proof = z.strictObject({ code: z.string(), state: credentialState, certification: z.boolean() })

const Match = z
  .strictObject({
    slug: z.string(),
    displayName: z.string(),
    titleForm: z.string(),
    calendarConfirmedOn: day.nullable(),
    asked: z.array(z.strictObject({ date: day, state: z.enum(dayStates) })),
    covers: z
      .array(day)
      .describe('The days they would take: free, and remote where they live from elsewhere.'),
    because: z
      .strictObject({
        days: count,
        of: count,
        proof: proof.nullable().describe('The best live credential in the discipline.'),
        regions: z.array(region).describe('The project’s regions in which they work.'),
        remoteOnly: z.boolean().describe('From elsewhere: the remote days alone.'),
        languages: z.array(languageCode).describe('The project’s languages that they speak.'),
        inTraining: z.boolean(),
      })
      .describe('Why they are here, part by part.'),
  })
  .openapi('Match')

const group = { total: count, items: z.array(Match) }

const Matches = z
  .strictObject({
    days: z.array(day).describe('The days that decide: exclusive ones, from today on.'),
    met: count.describe('How many meet every need, whatever their days.'),
    all: z.strictObject(group).describe('Free on every day.'),
    some: z.strictObject(group).describe('Free on some days, whoever covers most first.'),
    pair: z
      .strictObject({
        first: Match,
        second: Match,
        secondDays: z.array(day).describe('What the first does not cover and the second does.'),
        covered: count,
      })
      .nullable()
      .describe('While nobody covers all: the two who together cover most.'),
    shadows: z
      .strictObject({ ...group, beside: Match })
      .nullable()
      .describe('People in training, free on the very days of somebody with a confirmed credential.'),
    without: z
      .strictObject({
        credentialState: count.optional(),
        region: count.optional(),
        languages: z.array(z.strictObject({ code: languageCode, count })),
        days: count.optional(),
      })
      .nullable()
      .describe('While nobody covers a day: how many would, without each need; `days`: on whatever day.'),
  })
  .openapi('Matches')

export type MatchShape = z.infer<typeof Match>
export type MatchesShape = z.infer<typeof Matches>

export const matchesRoute = createRoute({
  method: 'get',
  path: '/projects/{id}/matches',
  tags: ['projects'],
  summary: 'Who covers the days of a project: all of them, some, two together',
  description:
    'Needs first: discipline, one of the regions unless remote, every language, the least proof; nobody paused, nobody who blocked. Then the free days decide, then evidence, freshness and completeness; equals in an order drawn from the project. Computed by published rules, from nothing but this.',
  ...access('production'),
  request: {
    params: z.strictObject({ id }),
    query: z.strictObject({
      credentialState: credentialState
        .optional()
        .describe('The least state of one of their credentials in the discipline.'),
    }),
  },
  responses: {
    200: jsonAnswer('People, with why each is here', Matches),
    ...refusals(
      'sign-in-required',
      'wrong-role',
      'invalid-request',
      'project-not-found',
      'too-many-requests',
      'overloaded',
    ),
  },
})
