import { createRoute, z } from '@hono/zod-openapi'
import { savedSearchStates, searchEndings } from '@repere/db/vocabulary/saved-search.ts'
import { access, openToAll } from '../http/access.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { refusals } from '../http/problems.ts'
import { day, id, instant, line, optionalLine } from '../http/shapes.ts'

const tags = ['saved-searches']
const one = { params: z.strictObject({ id }) }
const inBothLanguages = z.strictObject({ fr: z.string(), en: z.string() })

const SavedSearch = z
  .strictObject({
    id,
    query: z.string().describe('In its one exact form, as behind the `?` of the page of search.'),
    open: z.string().nullable().describe('The same without the days that are past; null when all are.'),
    name: z.string().nullable().describe('As its owner calls it.'),
    title: inBothLanguages.describe('What it asks for, in words.'),
    state: z.enum(savedSearchStates),
    endedBecause: z.enum(searchEndings).nullable(),
    endsOn: day.nullable().describe('The last day it asks for.'),
    createdAt: instant,
    lookedAt: instant,
    deletedAt: instant.nullable().describe('For a day it can be brought back.'),
    news: z.int().min(0).describe('How many people it has told of who are still published.'),
    latest: z
      .array(z.strictObject({ slug: z.string(), displayName: z.string(), toldAt: instant }))
      .describe('The latest of them.'),
  })
  .openapi('SavedSearch')

export type SavedSearchShape = z.infer<typeof SavedSearch>

export const listRoute = createRoute({
  method: 'get',
  path: '/me/saved-searches',
  tags,
  summary: 'The searches I keep, the latest first',
  ...access('signed-in'),
  responses: {
    200: jsonAnswer('All of them', z.strictObject({ items: z.array(SavedSearch), most: z.int() })),
    ...refusals('sign-in-required'),
  },
})

const name = optionalLine(120)

export const keepRoute = createRoute({
  method: 'post',
  path: '/me/saved-searches',
  tags,
  summary: 'Keep a search, and be told of people who are new to it',
  description:
    'Whoever is found now counts as seen. A search that is kept already is answered as it stands. One mail a day at most, for all searches together.',
  ...access('signed-in'),
  request: jsonBody(z.strictObject({ query: line(6_000), name })),
  responses: {
    201: jsonAnswer('Kept', SavedSearch),
    200: jsonAnswer('Was kept already', SavedSearch),
    ...refusals(
      'sign-in-required',
      'invalid-request',
      'email-not-verified',
      'saved-searches-full',
      'search-too-wide',
      'too-many-requests',
    ),
  },
})

const refused = ['sign-in-required', 'invalid-request', 'saved-search-not-found'] as const

export const changeRoute = createRoute({
  method: 'put',
  path: '/me/saved-searches/{id}',
  tags,
  summary: 'Call it otherwise, pause it or let it go on; what is left out stays',
  description: 'While it is paused nobody is told of; whoever came meanwhile is told of once it goes on.',
  ...access('signed-in'),
  request: { ...one, ...jsonBody(z.strictObject({ name: name.optional(), paused: z.boolean().optional() })) },
  responses: { 200: jsonAnswer('As it is now', SavedSearch), ...refusals(...refused) },
})

export const deleteRoute = createRoute({
  method: 'delete',
  path: '/me/saved-searches/{id}',
  tags,
  summary: 'Keep it no longer; for a day it can be brought back',
  ...access('signed-in'),
  request: one,
  responses: { 204: { description: 'Deleted' }, ...refusals(...refused) },
})

export const restoreRoute = createRoute({
  method: 'post',
  path: '/me/saved-searches/{id}/restoration',
  tags,
  summary: 'Bring back what was deleted within a day',
  ...access('signed-in'),
  request: one,
  responses: { 200: jsonAnswer('As it was', SavedSearch), ...refusals(...refused, 'saved-searches-full') },
})

const token = { params: z.strictObject({ token: z.string().max(600) }) }
const openRefusals = ['invalid-request', 'unsubscription-not-found', 'too-many-requests'] as const

const Stop = z
  .strictObject({
    title: inBothLanguages
      .nullable()
      .describe('As the mail called it; null once its owner calls it otherwise.'),
    stopped: z.boolean().describe('Nobody is told of by it any more.'),
  })
  .openapi('SavedSearchStop')

export type StopShape = z.infer<typeof Stop>

export const readStopRoute = createRoute({
  method: 'get',
  path: '/saved-search-stops/{token}',
  tags,
  summary: 'What the link beside a search in a mail would end',
  description: 'Changes nothing, since mail scanners open links, too.',
  ...openToAll,
  request: token,
  responses: { 200: jsonAnswer('As it stands', Stop), ...refusals(...openRefusals) },
})

export const stopRoute = createRoute({
  method: 'post',
  path: '/saved-search-stops/{token}',
  tags,
  summary: 'No more news of this search: it is paused',
  description: 'By the page, or by one click of a mail program (RFC 8058); from anywhere, without a session.',
  ...openToAll,
  request: token,
  responses: { 200: jsonAnswer('As it is now', Stop), ...refusals(...openRefusals) },
})

export const resumeRoute = createRoute({
  method: 'delete',
  path: '/saved-search-stops/{token}',
  tags,
  summary: 'Undo it',
  ...openToAll,
  request: token,
  responses: { 200: jsonAnswer('As it is now', Stop), ...refusals(...openRefusals) },
})
