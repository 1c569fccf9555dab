import { createRoute, z } from '@hono/zod-openapi'
import { importScopes, leftOutReasons } from '@repere/db/vocabulary/calendar.ts'
import { access, openToAll } from '../http/access.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { refusals } from '../http/problems.ts'
import { day, id, instant } from '../http/shapes.ts'
import { fileField } from '../http/uploads.ts'

const count = z.int().min(0)
const ranges = z.array(z.strictObject({ from: day, to: day }))

/** What a calendar file came to: days, and counts of events by what became of them. */
const readFile = z.strictObject({
  scope: z.enum(importScopes),
  window: z.strictObject({ from: day, to: day }),
  busy: ranges,
  tentative: ranges,
  events: count,
  leftOut: z.array(z.strictObject({ reason: z.enum(leftOutReasons), count })),
  readAt: instant,
})

/** `applied`: the days in force. `preview`: those of the file read last, and what applying them would change. */
export const calendarImport = z
  .strictObject({
    applied: readFile.extend({ appliedAt: instant }).nullable(),
    preview: readFile.extend({ id, added: ranges, dropped: ranges }).nullable(),
  })
  .openapi('CalendarImport')

export type CalendarImportShape = z.infer<typeof calendarImport>

const onlyCoordinators = ['sign-in-required', 'wrong-role'] as const

export const getImportRoute = createRoute({
  method: 'get',
  path: '/me/calendar-import',
  tags: ['availability'],
  summary: 'What was read from a calendar file',
  ...access('coordinator'),
  responses: { 200: jsonAnswer('In force, and shown', calendarImport), ...refusals(...onlyCoordinators) },
})

export const readFileRoute = createRoute({
  method: 'post',
  path: '/me/calendar-import',
  tags: ['availability'],
  summary: 'Read a calendar file, and see what it would change',
  description:
    'An .ics file of at most 5 MB, as Outlook, Google, Apple or Proton write it; looked at from today on, for 18 months. Nothing changes before it is applied, and only days are kept, never a title. `scope` `half-days` leaves out what takes less than four hours of a day. `because` says why a file cannot be read.',
  ...access('coordinator'),
  request: {
    body: {
      required: true,
      content: {
        'multipart/form-data': {
          schema: z.strictObject({ file: fileField, scope: z.enum(importScopes).default('every-event') }),
        },
      },
    },
  },
  responses: {
    201: jsonAnswer('Read; what was in force still is', calendarImport),
    ...refusals(
      ...onlyCoordinators,
      'invalid-request',
      'calendar-unreadable',
      'body-too-large',
      'file-empty',
      'file-too-large',
      'unsupported-media-type',
      'too-many-requests',
      'overloaded',
    ),
  },
})

export const applyImportRoute = createRoute({
  method: 'put',
  path: '/me/calendar-import/application',
  tags: ['availability'],
  summary: 'Apply the file that was shown',
  description: 'Its days take the place of those imported before, all at once. A reading is kept for a day.',
  ...access('coordinator'),
  request: jsonBody(z.strictObject({ id })),
  responses: {
    200: jsonAnswer('In force', calendarImport),
    ...refusals(...onlyCoordinators, 'invalid-request', 'calendar-import-not-found'),
  },
})

export const forgetPreviewRoute = createRoute({
  method: 'delete',
  path: '/me/calendar-import/preview',
  tags: ['availability'],
  summary: 'Forget the file that was shown',
  ...access('coordinator'),
  responses: { 204: { description: 'Forgotten' }, ...refusals(...onlyCoordinators) },
})

export const removeImportRoute = createRoute({
  method: 'delete',
  path: '/me/calendar-import',
  tags: ['availability'],
  summary: 'Take the imported days out of my calendar',
  ...access('coordinator'),
  responses: {
    204: { description: 'Taken out; what was written by hand and booked stays' },
    ...refusals(...onlyCoordinators, 'calendar-import-not-found'),
  },
})

const feedChoice = {
  options: z.boolean().default(true),
  names: z.boolean().default(false),
}

/** How one's own feed is set up. `lastReadAt`: when a calendar program last came, to some minutes. */
export const calendarFeed = z
  .strictObject({
    feed: z
      .strictObject({
        options: z.boolean(),
        names: z.boolean(),
        createdAt: instant,
        lastReadAt: instant.nullable(),
      })
      .nullable(),
  })
  .openapi('CalendarFeed')

export const getFeedRoute = createRoute({
  method: 'get',
  path: '/me/calendar-feed',
  tags: ['availability'],
  summary: 'My secret calendar address: how it is set up',
  ...access('coordinator'),
  responses: {
    200: jsonAnswer('Without the address itself', calendarFeed),
    ...refusals(...onlyCoordinators),
  },
})

export const openFeedRoute = createRoute({
  method: 'post',
  path: '/me/calendar-feed',
  tags: ['availability'],
  summary: 'Make my calendar address, or a new one',
  description:
    'Answers the address this once; only its hash is kept. One made before leads nowhere from now on. `options` shows holds, `names` names productions.',
  ...access('coordinator'),
  request: jsonBody(z.strictObject(feedChoice)),
  responses: {
    201: jsonAnswer('The address', z.strictObject({ url: z.string() }).openapi('CalendarAddress')),
    ...refusals(...onlyCoordinators, 'invalid-request'),
  },
})

export const changeFeedRoute = createRoute({
  method: 'put',
  path: '/me/calendar-feed',
  tags: ['availability'],
  summary: 'Change what my calendar address shows',
  ...access('coordinator'),
  request: jsonBody(z.strictObject(feedChoice)),
  responses: {
    200: jsonAnswer('As set up now', calendarFeed),
    ...refusals(...onlyCoordinators, 'invalid-request', 'calendar-feed-not-found'),
  },
})

export const closeFeedRoute = createRoute({
  method: 'delete',
  path: '/me/calendar-feed',
  tags: ['availability'],
  summary: 'Close my calendar address',
  ...access('coordinator'),
  responses: {
    204: { description: 'It leads nowhere any more' },
    ...refusals(...onlyCoordinators, 'calendar-feed-not-found'),
  },
})

export const serveFeedRoute = createRoute({
  method: 'get',
  path: '/calendars/{file}',
  tags: ['availability'],
  summary: 'A calendar to subscribe to',
  description:
    'Under the secret address, `{token}.ics`. Whole days; holds are TENTATIVE, bookings CONFIRMED; no title of a project.',
  ...openToAll,
  request: { params: z.strictObject({ file: z.string() }) },
  responses: {
    200: {
      description: 'iCalendar',
      content: { 'text/calendar': { schema: z.string() } },
    },
    304: { description: 'As it was when its tag was given' },
    ...refusals('calendar-feed-not-found', 'too-many-requests'),
  },
})
