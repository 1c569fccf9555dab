import { z } from '@hono/zod-openapi'
import {
  bookingKinds,
  bookingMoves,
  bookingParties,
  bookingStates,
  moveReasons,
} from '@repere/db/vocabulary/booking.ts'
import { disciplines } from '@repere/db/vocabulary/discipline.ts'
import { employmentForms } from '@repere/db/vocabulary/employment-form.ts'
import { languageCodes } from '@repere/db/vocabulary/language.ts'
import { projectTypes } from '@repere/db/vocabulary/medium.ts'
import { phaseKinds } from '@repere/db/vocabulary/phase-kind.ts'
import { currencies, ratePeriods } from '@repere/db/vocabulary/rate.ts'
import { EcoBrief, IntimacyBrief, Milestone } from '../http/brief.ts'
import { ResponseTime } from '../http/response-time.ts'
import { day, id, instant } from '../http/shapes.ts'
import { region } from '../http/words.ts'
import { obstacles } from './move-rules.ts'

export const Rate = z
  .strictObject({
    amountCents: z.int().min(0).max(100_000_000),
    currency: z.enum(currencies),
    per: z.enum(ratePeriods),
  })
  .openapi('Rate')

const Phase = z
  .object({ id, kind: z.enum(phaseKinds), days: z.array(day), remote: z.boolean(), exclusive: z.boolean() })
  .openapi('BookingPhase')

const TermsVersion = z
  .object({
    version: z.int(),
    by: z.enum(bookingParties),
    at: instant,
    days: z.array(day),
    exclusiveDays: z.array(day),
    phases: z.array(Phase),
    rate: Rate.nullable(),
    employmentForm: z.enum(employmentForms).nullable(),
  })
  .openapi('BookingTerms')

const reasons = [...new Set(Object.values(moveReasons).flat())] as [string, ...string[]]

const TimelineEntry = z.object({
  at: instant,
  kind: z
    .string()
    .describe('requested, accepted, declined … moved-up, dates-lost, reminded, contact-revealed'),
  by: z.enum(['coordinator', 'production', 'registrar', 'clock']),
  days: z.array(day).optional(),
  reason: z.string().optional(),
  hours: z.int().optional(),
  deadline: instant.optional(),
  termsVersion: z.int().optional(),
})

/** What a list shows, and a page begins with. */
const summary = {
  id,
  party: z.enum(['coordinator', 'production', 'registrar']).describe('As whom the caller reads it.'),
  kind: z.enum(bookingKinds),
  state: z.enum(bookingStates).describe('As it is now: past its deadline it reads expired, worker or not.'),
  version: z.int().describe('Named by the next move.'),
  days: z.array(day),
  exclusiveDays: z.array(day),
  rank: z
    .array(z.object({ date: day, rank: z.int(), of: z.int() }))
    .describe('Of a live option, on each of its exclusive days. 1 is the first.'),
  takenDays: z
    .array(day)
    .describe('Exclusive days on which the coordinator is confirmed for something else.'),
  requestedAt: instant,
  replyBy: instant.nullable().describe('Until when an answer is awaited; null once there is none to give.'),
  expiresAt: instant.nullable().describe('When what is open lapses by itself.'),
  turn: z.enum(bookingParties).nullable().describe('Whose answer is awaited; null once none is.'),
  challenge: z
    .object({
      role: z
        .enum(['challenger', 'challenged'])
        .describe('challenger: confirmed once nobody stands before it. challenged: confirm or release.'),
      until: instant.describe('When it is decided at the latest, or must be answered.'),
      awaited: z.int().describe('How many options a challenger still waits for.'),
    })
    .nullable()
    .describe('Its part in an open challenge. Who the others are stays unsaid.'),
  frozen: z.boolean().describe('Stands still while a report is examined: no moves, no messages.'),
  allowedMoves: z.array(z.enum(bookingMoves)),
  blockedMoves: z
    .array(z.object({ move: z.enum(bookingMoves), because: z.enum(obstacles) }))
    .describe('What the caller could do but for an obstacle.'),
  coordinator: z.object({
    slug: z.string().nullable().describe('Null when there is no public page any more.'),
    displayName: z.string().describe('Empty once the person was erased.'),
    titleForm: z.string(),
    timeZone: z.string(),
    removed: z.boolean().describe('The person was erased: dates and state remain.'),
  }),
  company: z.object({
    legalName: z.string().describe('Empty once the production was erased.'),
    country: z.string(),
    removed: z.boolean().describe('The production was erased: dates and state remain.'),
  }),
  project: z.object({
    id: id.nullable().describe('For the production alone.'),
    title: z.string().nullable().describe('For the coordinator only once accepted.'),
    codeName: z.string().nullable(),
    type: z.enum(projectTypes),
    discipline: z.enum(disciplines),
    regions: z.array(region),
  }),
  unreadMessages: z.int(),
  latest: TimelineEntry.nullable().describe('The last thing that happened to it, by whom and when.'),
}

export const BookingSummary = z.object(summary).openapi('BookingSummary')

const AnyBrief = z.union([IntimacyBrief, EcoBrief])

const Contact = z.object({
  name: z.string(),
  function: z.string().nullable(),
  legalName: z.string().nullable(),
  email: z.string(),
  phone: z.string().nullable(),
})

export const Booking = z
  .object({
    ...summary,
    termsVersion: z.int().describe('Named when a counter-offer is accepted.'),
    terms: z.array(TermsVersion).describe('Every version, the first first; the last is the one that stands.'),
    phases: z.array(Phase),
    rate: Rate.nullable(),
    employmentForm: z.enum(employmentForms).nullable(),
    placedAt: instant.nullable(),
    confirmedAt: instant.nullable(),
    endedAt: instant.nullable(),
    reason: z
      .object({ code: z.enum(reasons).nullable(), note: z.string().nullable() })
      .nullable()
      .describe('Why it ended: between the two parties.'),
    policy: z.object({
      replyHours: z.int(),
      optionDays: z.int(),
      challengeHours: z.int().describe('Hours of working days to answer a challenge.'),
      extensionDays: z.int().describe('By how many days an option may be extended at most.'),
      cancellation: z.array(z.object({ lessThanDays: z.int(), percent: z.int() })),
    }),
    extension: z
      .object({
        asked: instant.nullable().describe('Until when, if an extension awaits its answer.'),
        count: z.int().describe('How many were asked for.'),
        latest: instant.nullable().describe('Until when it could be extended at most; null: no longer.'),
      })
      .nullable()
      .describe('Of a live option.'),
    cancellationShare: z.int().describe('Percent of the pay due under these terms, were it cancelled today.'),
    project: summary.project.extend({
      languages: z.array(z.enum(languageCodes)),
      described: z.boolean(),
      brief: AnyBrief.nullable().describe('As it stands; of what has ended, as it stood then.'),
      pastBriefs: z
        .array(z.object({ brief: AnyBrief, until: instant }))
        .describe('How it read before, since the request, each until it was replaced; the first first.'),
      backSchedule: z.array(Milestone),
      version: z.int(),
    }),
    responseTime: ResponseTime.nullable().describe('Of the other side; null before five answers.'),
    textsErasedAt: instant
      .nullable()
      .describe('Since when its sealed words, and those of the project, cannot be read any more.'),
    contact: Contact.nullable().describe('Of the other side, from acceptance on.'),
    timeline: z.array(TimelineEntry),
  })
  .openapi('Booking')

export const Message = z
  .object({
    id,
    by: z.enum(bookingParties),
    mine: z.boolean(),
    body: z.string().nullable().describe('Null once its key was destroyed or its author erased.'),
    sentAt: instant,
    readAt: instant.nullable(),
  })
  .openapi('Message')

export const Others = z
  .object({
    told: z.array(z.object({ id, state: z.enum(bookingStates) })),
    left: z
      .array(z.object({ id, because: z.string() }))
      .describe('What could not be let go, by the code of the refusal.'),
  })
  .openapi('Others')

export type OthersShape = z.infer<typeof Others>
export type BookingShape = z.infer<typeof Booking>
export type BookingSummaryShape = z.infer<typeof BookingSummary>
export type MessageShape = z.infer<typeof Message>
export type RateShape = z.infer<typeof Rate>
