import { createRoute, z } from '@hono/zod-openapi'
import { bookingKinds, bookingStates, moveReasons } from '@repere/db/vocabulary/booking.ts'
import { employmentForms } from '@repere/db/vocabulary/employment-form.ts'
import { access } from '../http/access.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { refusals } from '../http/problems.ts'
import { day, id, pageOf, pageQuery, paragraphs } from '../http/shapes.ts'
import { extension } from './deadline-rules.ts'
import { obstacles } from './move-rules.ts'
import { Booking, BookingSummary, Message, Others, Rate } from './shapes-contract.ts'

const tags = ['bookings']
const bookingId = { params: z.strictObject({ id }) }
const idempotencyKey = (required: boolean) => ({
  in: 'header' as const,
  name: 'Idempotency-Key',
  required,
  schema: { type: 'string' as const, maxLength: 200 },
  description: 'The same key with the same body answers the same, and is done once. Kept for 24 hours.',
})

const NewBooking = z
  .strictObject({
    coordinator: z.string().min(1).max(120).describe('Slug of a public profile.'),
    projectId: id,
    kind: z.enum(bookingKinds).describe('option: hold these days for me. firm: book them.'),
    phaseIds: z
      .array(id)
      .min(1)
      .max(60)
      .optional()
      .describe('Phases of the project; all of them by default.'),
    days: z
      .array(day)
      .min(1)
      .max(366)
      .optional()
      .describe(
        'Only these days of the phases, where somebody else covers the rest; all of them by default.',
      ),
    rate: Rate.nullish(),
    message: paragraphs(4_000, 1),
    replyBy: z.iso
      .datetime({ offset: true })
      .optional()
      .describe('Default: 72 hours from now. Never later than 24 hours before the first day.'),
  })
  .openapi('NewBooking')

export type RequestInput = z.output<typeof NewBooking>

/** What is sent to ask somebody. */
export type NewBookingShape = z.input<typeof NewBooking>

const version = z.int().min(1).describe('Of the booking as it was read.')
const note = paragraphs(2_000).optional().describe('For the other side. Sealed.')

const days = z.array(day).min(1).max(366)

const Counter = z
  .strictObject({
    move: z.literal('counter'),
    version,
    days: days
      .optional()
      .describe('All days, new ones included; a new one joins the phase that has the nearest day.'),
    phases: z
      .array(z.strictObject({ id, days: z.array(day).max(366) }))
      .min(1)
      .max(60)
      .optional()
      .describe('The same, phase by phase. A phase without days is dropped; one that is not named stays.'),
    rate: Rate.nullish().describe('Null: to be agreed on. Absent: as it stands.'),
    employmentForm: z.enum(employmentForms).nullish(),
    message: paragraphs(4_000, 1).optional().describe('Goes to the thread.'),
  })
  .refine((counter) => !(counter.days && counter.phases), {
    path: ['phases'],
    message: 'name days or phases, not both',
  })

const Move = z
  .discriminatedUnion('move', [
    z.strictObject({ move: z.literal('accept'), version }),
    Counter,
    z.strictObject({
      move: z.literal('accept-counter'),
      version,
      termsVersion: z.int().min(1).describe('Of the terms as they were read.'),
    }),
    z.strictObject({ move: z.literal('press'), version }),
    z.strictObject({
      move: z.literal('challenge'),
      version,
      attest: z.literal(true).describe('That the booking is confirmed as soon as nobody stands before it.'),
    }),
    z.strictObject({ move: z.literal('trim'), version, days: days.describe('The days to keep.') }),
    z.strictObject({
      move: z.literal('extend'),
      version,
      days: z
        .int()
        .min(1)
        .max(extension.mostDays)
        .describe('How many days longer. Never into the last 48 hours.'),
    }),
    z.strictObject({ move: z.literal('accept-extension'), version }),
    z.strictObject({ move: z.literal('refuse-extension'), version }),
    z.strictObject({ move: z.literal('decline'), version, reason: z.enum(moveReasons.decline), note }),
    z.strictObject({
      move: z.literal('withdraw'),
      version,
      reason: z.enum(moveReasons.withdraw).optional(),
      note,
    }),
    z.strictObject({ move: z.literal('confirm'), version }),
    z.strictObject({ move: z.literal('release'), version, reason: z.enum(moveReasons.release), note }),
    z.strictObject({ move: z.literal('cancel'), version, reason: z.enum(moveReasons.cancel), note }),
    z.strictObject({
      move: z.literal('void'),
      version,
      reason: z.enum(moveReasons.void),
      note: paragraphs(2_000, 1).describe('For both sides. Sealed.'),
    }),
  ])
  .openapi('Move')

export type MoveInput = z.output<typeof Move>

/** What is sent to make a move. */
export type MoveShape = z.input<typeof Move>

const once = ['idempotency-key-reused', 'request-in-flight'] as const

export const requestBookingRoute = createRoute({
  method: 'post',
  path: '/bookings',
  tags,
  summary: 'Ask a coordinator for the days of a project',
  description:
    'Blocks no day until it is accepted. Days and terms are copied: editing the project changes nothing here.',
  ...access('production'),
  parameters: [idempotencyKey(true)],
  request: jsonBody(NewBooking),
  responses: {
    201: jsonAnswer('Sent', Booking),
    ...refusals(
      'sign-in-required',
      'wrong-role',
      'invalid-request',
      'idempotency-key-required',
      'links-before-acceptance',
      'coordinator-not-found',
      'project-not-found',
      'email-not-verified',
      'company-not-verified',
      'not-taking-requests',
      'booking-frozen',
      'discipline-mismatch',
      'no-days',
      'too-late',
      'minor-stop',
      'minor-safeguards-missing',
      'too-many-requests',
      ...once,
    ),
  },
})

export const listBookingsRoute = createRoute({
  method: 'get',
  path: '/bookings',
  tags,
  summary: 'My bookings, the nearest deadline first',
  ...access('coordinator', 'production'),
  request: {
    query: z.strictObject({
      state: z
        .union([z.enum(bookingStates), z.array(z.enum(bookingStates))])
        .optional()
        .transform((states) => (states === undefined ? [] : [states].flat()))
        .describe('As it is now. May be repeated.'),
      project: id.optional(),
      ...pageQuery,
    }),
  },
  responses: {
    200: jsonAnswer('A page of bookings', pageOf(BookingSummary)),
    ...refusals('sign-in-required', 'wrong-role', 'invalid-request'),
  },
})

export const tellOthersRoute = createRoute({
  method: 'post',
  path: '/bookings/{id}/others',
  tags,
  summary: 'Tell everybody else who was asked that somebody was found',
  description:
    'For a confirmed booking: the other open requests of its project are withdrawn and its options released, each person told by mail.',
  ...access('production'),
  request: bookingId,
  responses: {
    200: jsonAnswer('Who was told', Others),
    ...refusals('sign-in-required', 'wrong-role', 'invalid-request', 'booking-not-found', 'move-not-allowed'),
  },
})

export const getBookingRoute = createRoute({
  method: 'get',
  path: '/bookings/{id}',
  tags,
  summary: 'A booking, for its two parties',
  description: 'Registrars read parties, days and state alone. For everybody else it does not exist.',
  ...access('signed-in'),
  request: bookingId,
  responses: {
    200: jsonAnswer('The booking as it is now', Booking),
    ...refusals('sign-in-required', 'invalid-request', 'booking-not-found'),
  },
})

export const moveBookingRoute = createRoute({
  method: 'post',
  path: '/bookings/{id}/moves',
  tags,
  summary: 'Make a move: accept, counter, decline, confirm, challenge, release, cancel …',
  description:
    '`dates-taken` names the days: `taken` and `free`. `move-not-allowed` says why in `reason`: `not-your-move`, `not-in-this-state`, `not-your-turn`, or what the move would need.',
  ...access('signed-in'),
  parameters: [idempotencyKey(false)],
  request: { ...bookingId, ...jsonBody(Move) },
  responses: {
    200: jsonAnswer('The booking after the move', Booking),
    ...refusals(
      'sign-in-required',
      'invalid-request',
      'confirmation-required',
      'booking-not-found',
      'booking-changed',
      'booking-expired',
      'move-not-allowed',
      ...obstacles,
      'too-late',
      'links-before-acceptance',
      'booking-frozen',
      ...once,
    ),
  },
})

export const listMessagesRoute = createRoute({
  method: 'get',
  path: '/bookings/{id}/messages',
  tags,
  summary: 'The thread of a booking',
  description: 'Reading it marks nothing as seen.',
  ...access('coordinator', 'production'),
  request: { ...bookingId, query: z.strictObject(pageQuery) },
  responses: {
    200: jsonAnswer('A page of the thread, oldest first', pageOf(Message)),
    ...refusals('sign-in-required', 'wrong-role', 'invalid-request', 'booking-not-found'),
  },
})

export const readThreadRoute = createRoute({
  method: 'put',
  path: '/bookings/{id}/messages/seen',
  tags,
  summary: 'I have seen the thread up to this message: the other side is shown when',
  ...access('coordinator', 'production'),
  request: { ...bookingId, ...jsonBody(z.strictObject({ through: id })) },
  responses: {
    204: { description: 'Noted' },
    ...refusals('sign-in-required', 'wrong-role', 'invalid-request', 'booking-not-found'),
  },
})

export const writeMessageRoute = createRoute({
  method: 'post',
  path: '/bookings/{id}/messages',
  tags,
  summary: 'Write to the other side; links and addresses only once accepted',
  ...access('coordinator', 'production'),
  request: { ...bookingId, ...jsonBody(z.strictObject({ body: paragraphs(4_000, 1) })) },
  responses: {
    201: jsonAnswer('Sent', Message),
    ...refusals(
      'sign-in-required',
      'wrong-role',
      'invalid-request',
      'links-before-acceptance',
      'booking-not-found',
      'thread-closed',
      'booking-frozen',
      'company-suspended',
      'too-many-requests',
    ),
  },
})
