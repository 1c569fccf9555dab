import { createRoute, z } from '@hono/zod-openapi'
import { liveCredentialStates } from '@repere/db/vocabulary/credential.ts'
import { dayStates } from '@repere/db/vocabulary/day-state.ts'
import { disciplines } from '@repere/db/vocabulary/discipline.ts'
import { locales } from '@repere/db/vocabulary/locale.ts'
import { openToAll } from '../http/access.ts'
import { jsonAnswer } from '../http/json.ts'
import { refusals } from '../http/problems.ts'
import { publicProfile } from '../http/public-profile.ts'
import { ResponseTime } from '../http/response-time.ts'
import { day, line } from '../http/shapes.ts'
import { discipline, language, levelsShape, region, texts } from '../http/words.ts'

/** How many results of a search a visitor sees without signing in. */
export const anonymousResults = 200

const one = (description: string) => z.string().optional().openapi({ description })
const several = (description: string) =>
  z
    .union([z.string(), z.array(z.string())])
    .optional()
    .openapi({ description: `${description} Repeats: several widen the search.` })

/** Described here, read and judged by the one parser of a search, in `search/`. */
const searchQuery = z.looseObject({
  q: one('Words, as plain text.'),
  discipline: one(`One of: ${disciplines.join(', ')}.`),
  credential: several('Code of a credential of the catalogue.'),
  credentialState: one(
    `The least state of those credentials, or of any: ${liveCredentialStates.join(', ')}. Expired and withdrawn ones never match.`,
  ),
  region: several('Where the person agrees to work: ISO 3166-2, old codes accepted.'),
  language: several('ISO 639-1, or lsf, bsl, asl.'),
  specialism: several('Code of a skill.'),
  from: one('First asked day, with `to`.'),
  to: one('Last asked day; at most 366 days in all.'),
  days: one('Scattered days instead, with commas.'),
  availability: one(
    'free (default): every asked day is free; optionable: free or held; some: at least one is free; any: days are only shown.',
  ),
  sort: one('relevance (default), name or freshness.'),
  facets: one('all (default), or none: every list of counts is empty then, and the answer comes sooner.'),
  seed: one('Decides the order of equals; today (UTC) by default.'),
  page: one('From 1.'),
  perPage: one('1 to 50, 20 by default.'),
})

const seenDay = z.strictObject({ date: day, state: z.enum(dayStates) })
const highlighted = z.array(z.strictObject({ text: z.string(), hit: z.boolean() }))

const coordinatorCard = z
  .strictObject({
    slug: z.string(),
    displayName: z.string(),
    titleForm: z.string(),
    disciplines: z.array(discipline),
    headline: texts,
    levels: levelsShape,
    baseRegion: region.nullable(),
    regions: z.array(region),
    languages: z.array(language),
    specialisms: z.array(z.string()),
    credentials: z.array(z.strictObject({ code: z.string(), state: z.enum(liveCredentialStates) })),
    asked: z.array(seenDay).optional(),
    free: z.strictObject({ days: z.int(), of: z.int() }).optional(),
    calendarConfirmedOn: day.nullable(),
    place: z
      .strictObject({
        evidence: z.int().min(0).max(2),
        freshness: z.int().min(0).max(3),
        completeness: z.int().min(0).max(3),
      })
      .openapi({
        description: 'The steps that decide the order after days and words; the highest comes first.',
      }),
    paused: z.boolean(),
    photo: z.uuid().optional(),
    mentoring: z.enum(['takes-shadows', 'seeks-lead']).optional(),
    highlights: z
      .strictObject({
        displayName: highlighted.optional(),
        titleForm: highlighted.optional(),
        headlineFr: highlighted.optional(),
        headlineEn: highlighted.optional(),
        bioFr: highlighted.optional(),
        bioEn: highlighted.optional(),
      })
      .optional(),
  })
  .openapi('CoordinatorCard')

export type CoordinatorCard = z.infer<typeof coordinatorCard>

const facet = z.array(z.strictObject({ value: z.string(), count: z.int().min(0) }))

const searchResults = z
  .strictObject({
    items: z.array(coordinatorCard),
    total: z.int().min(0),
    page: z.int().min(1),
    perPage: z.int().min(1),
    seed: z.string(),
    facets: z.strictObject({
      discipline: facet,
      credential: facet,
      credentialState: facet,
      region: facet,
      language: facet,
      specialism: facet,
    }),
    engine: z.enum(['meilisearch', 'postgres']),
    tookMs: z.number().min(0),
  })
  .openapi('SearchResults')

export type SearchResults = z.infer<typeof searchResults>

export const searchRoute = createRoute({
  method: 'get',
  path: '/coordinators',
  tags: ['discovery'],
  summary: 'Search published coordinators',
  description: `Different filters narrow, several values of one widen. A facet's count is the total with that value in place of the group's choice. Without signing in, the first ${anonymousResults} results of a search are shown.`,
  ...openToAll,
  request: { query: searchQuery },
  responses: {
    200: jsonAnswer('A page of results', searchResults),
    ...refusals('invalid-request', 'sign-in-to-see-more', 'too-many-requests'),
  },
})

const number = z.int().min(0)

const removable = [
  'q',
  'discipline',
  'credential',
  'credentialState',
  'region',
  'language',
  'specialism',
  'days',
] as const

const searchCounts = z
  .strictObject({
    total: number,
    availability: z
      .strictObject({ free: number, optionable: number, some: number, any: number })
      .optional()
      .openapi({ description: 'By how the asked days must be; only when days are asked.' }),
    without: z
      .strictObject({
        q: number,
        discipline: number,
        credential: number,
        credentialState: number,
        region: number,
        language: number,
        specialism: number,
        days: number,
      })
      .partial()
      .openapi({ description: 'Without each filter in use; `days` stands for `from`, `to` and `days`.' }),
    instead: z
      .strictObject({
        together: z
          .array(z.strictObject({ without: z.array(z.enum(removable)), total: number }))
          .describe('The fewest filters to give up together, where giving up one is not enough.'),
        regions: z
          .array(z.strictObject({ region, total: number }))
          .describe('With a region beside those asked for added to them.'),
        days: z
          .array(z.strictObject({ days: z.array(day), total: number }))
          .describe('With all days moved by as little as finds somebody, at most fourteen days either way.'),
      })
      .optional()
      .describe('Only when nobody is found: what finds somebody.'),
  })
  .openapi('SearchCounts')

export type SearchCounts = z.infer<typeof searchCounts>

export const countsRoute = createRoute({
  method: 'get',
  path: '/search/counts',
  tags: ['discovery'],
  summary: 'How many a search would find with a little less asked',
  description: 'The same query as the search. Says which filter is in the way, before it is taken off.',
  ...openToAll,
  request: { query: searchQuery },
  responses: {
    200: jsonAnswer('Totals, without anybody', searchCounts),
    ...refusals('invalid-request', 'too-many-requests', 'overloaded'),
  },
})

const codeKinds = ['discipline', 'region', 'language', 'specialism', 'credential'] as const

const suggestions = z
  .strictObject({
    items: z.array(
      z.discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('person'),
          slug: z.string(),
          displayName: highlighted,
          titleForm: z.string(),
        }),
        z.strictObject({
          kind: z.enum(codeKinds),
          code: z.string(),
          name: highlighted,
          via: highlighted.optional().openapi({ description: 'The other name it was found by.' }),
        }),
      ]),
    ),
    rest: z.string().openapi({ description: 'What was typed before the words that a filter stands for.' }),
  })
  .openapi('Suggestions')

export type Suggestions = z.infer<typeof suggestions>

export const suggestionsRoute = createRoute({
  method: 'get',
  path: '/search/suggestions',
  tags: ['discovery'],
  summary: 'Names that answer what is being typed',
  description:
    'Published people by their names, and values of filters by any of theirs, the nearest first. Typing errors are forgiven as in the search.',
  ...openToAll,
  request: {
    query: z.strictObject({
      q: z.string().max(200).openapi({ description: 'Words as typed so far, as plain text.' }),
      locale: z.enum(locales).default('fr').openapi({ description: 'In which language filters are named.' }),
    }),
  },
  responses: {
    200: jsonAnswer('At most nine names', suggestions),
    ...refusals('invalid-request', 'too-many-requests'),
  },
})

export type PublicProfile = z.infer<typeof publicProfile>
export type SeenProfile = PublicProfile & { responseTime: ResponseTime | null }

/** A profile with what only its bookings tell. */
const seenProfile = publicProfile
  .extend({ responseTime: ResponseTime.nullable().describe('To requests; null before five answers.') })
  .openapi('SeenProfile')

const somebody = { params: z.strictObject({ slug: line(200, 1) }) }

export const profileRoute = createRoute({
  method: 'get',
  path: '/coordinators/{slug}',
  tags: ['discovery'],
  summary: 'The public profile of a coordinator',
  description:
    'As the person shows it to whoever asks: visitors, or verified productions. Gone at the next request after it is unpublished.',
  ...openToAll,
  request: somebody,
  responses: {
    200: jsonAnswer('The profile', seenProfile),
    ...refusals('invalid-request', 'coordinator-not-found', 'too-many-requests'),
  },
})

const publicAvailability = z.strictObject({ days: z.array(seenDay) }).openapi('PublicAvailability')

export type PublicAvailability = z.infer<typeof publicAvailability>

export const availabilityRoute = createRoute({
  method: 'get',
  path: '/coordinators/{slug}/availability',
  tags: ['discovery'],
  summary: 'What others see of the days of a coordinator',
  description:
    'States only, never a reason; `unknown` where the person shows days to fewer, and once a day is over.',
  ...openToAll,
  request: { ...somebody, query: z.strictObject({ from: day, to: day }) },
  responses: {
    200: jsonAnswer('Every day from `from` to `to`', publicAvailability),
    ...refusals('invalid-request', 'coordinator-not-found', 'too-many-requests'),
  },
})
