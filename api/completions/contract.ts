import { createRoute, z } from '@hono/zod-openapi'
import { creditOutcomes, creditRoles } from '@repere/db/vocabulary/completion.ts'
import { disciplines } from '@repere/db/vocabulary/discipline.ts'
import { access } from '../http/access.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { refusals } from '../http/problems.ts'
import { day, id, instant, line } from '../http/shapes.ts'

const tags = ['completions']
const one = { params: z.strictObject({ id }) }

/** What a production says once the work is over; what it leaves out is taken as booked. */
const answerInput = z
  .discriminatedUnion('outcome', [
    z.strictObject({
      outcome: z.literal('confirmed'),
      role: z.enum(creditRoles).optional(),
      daysOnSet: z.int().min(0).max(1_100).optional(),
      title: line(160, 1).optional(),
      titleHiddenUntil: day
        .nullish()
        .openapi({ description: 'The last day of silence. Null: none. Absent: as the project suggests.' }),
    }),
    z.strictObject({ outcome: z.literal('not-as-booked') }),
  ])
  .openapi('CompletionInput')

export type AnswerInput = z.infer<typeof answerInput>

const asBooked = z.strictObject({
  role: z.enum(creditRoles),
  daysOnSet: z.int(),
  title: z.string().nullable().describe('Null once the texts of the project were erased.'),
  titleHiddenUntil: day.nullable(),
})

const completion = z
  .strictObject({
    outcome: z.enum(creditOutcomes).nullable().describe('Null while the production has not answered.'),
    role: z.enum(creditRoles).nullable(),
    daysOnSet: z.int().nullable(),
    title: z.string().nullable(),
    titleHiddenUntil: day.nullable(),
    titleHidden: z.boolean().describe('Whether silence lies on the title today.'),
    answeredAt: instant.nullable(),
    correctableUntil: day.nullable(),
    mayAnswer: z.boolean().describe('Whether the caller may answer, or still correct the answer.'),
    reminders: z
      .strictObject({
        sent: z.array(instant).describe('When the production was reminded, the first first.'),
        next: instant.nullable().describe('When it will be again; null after the last.'),
      })
      .nullable()
      .describe('Null once the production has answered.'),
    asBooked,
    mostDays: z.int(),
    creditId: id.nullable().describe('For the coordinator alone, once confirmed: their confirmed credit.'),
    shown: z.boolean().nullable().describe('For the coordinator alone: whether the profile shows it.'),
  })
  .openapi('Completion')

export type CompletionShape = z.infer<typeof completion>

const awaiting = z.strictObject({
  bookingId: id,
  coordinatorName: z.string(),
  project: z.string().nullable(),
  firstDay: day,
  lastDay: day,
  discipline: z.enum(disciplines),
  role: z.enum(creditRoles),
  daysOnSet: z.int(),
  titleHiddenUntil: day.nullable(),
})

export type AwaitingShape = z.infer<typeof awaiting>

export const getCompletionRoute = createRoute({
  method: 'get',
  path: '/bookings/{id}/credit',
  tags,
  summary: 'What was confirmed after the work',
  ...access('coordinator', 'production'),
  request: one,
  responses: {
    200: jsonAnswer('For both sides', completion),
    ...refusals(
      'sign-in-required',
      'wrong-role',
      'invalid-request',
      'booking-not-found',
      'booking-not-completed',
    ),
  },
})

export const answerCompletionRoute = createRoute({
  method: 'put',
  path: '/bookings/{id}/credit',
  tags,
  summary: 'Confirm the credit of a booking that is over, or say that the work did not take place as booked',
  description:
    'A fact and no opinion: role, days on set, and until when the title is silent. Can be corrected for thirty days, and for as long as the title is silent. With another title the coordinator has to show it anew.',
  ...access('production'),
  request: { ...one, ...jsonBody(answerInput) },
  responses: {
    200: jsonAnswer('As it stands now', completion),
    ...refusals(
      'sign-in-required',
      'wrong-role',
      'invalid-request',
      'booking-not-found',
      'company-not-verified',
      'booking-not-completed',
      'booking-frozen',
      'credit-settled',
      'too-many-requests',
    ),
  },
})

export const listAwaitingRoute = createRoute({
  method: 'get',
  path: '/companies/current/credits',
  tags,
  summary: 'Work that is over and whose credit awaits my answer',
  ...access('production'),
  responses: {
    200: jsonAnswer('The latest first', z.strictObject({ items: z.array(awaiting) })),
    ...refusals('sign-in-required', 'wrong-role'),
  },
})
