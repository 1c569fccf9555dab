import { createRoute, z } from '@hono/zod-openapi'
import { importScopes, leftOutReasons } from '@repere/db/vocabulary/calendar.ts'
import { access } from '../http/access.ts'
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
