import { createRoute, z } from '@hono/zod-openapi'
import { blockKinds, blockReasons, blockSources, weeklyRules } from '@repere/db/vocabulary/block.ts'
import { dayStates } from '@repere/db/vocabulary/day-state.ts'
import { access } from '../http/access.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { refusals } from '../http/problems.ts'
import { day, id, instant, paragraphs } from '../http/shapes.ts'
import { findRangeFault, longestBlockDays } from './rules.ts'

const rangeDetails = {
  'ends-before-it-begins': 'must not come before from',
  'too-long': `makes a block of more than ${longestBlockDays} days`,
}

const blockInput = z
  .strictObject({
    from: day,
    to: day,
    kind: z.enum(blockKinds),
    source: z
      .enum(['manual', 'travel'], 'must be manual or travel: the others are written by imports and bookings')
      .default('manual'),
    reason: z
      .enum(blockReasons)
      .nullish()
      .transform((word) => word ?? null),
    note: paragraphs(500)
      .nullish()
      .transform((text) => text || null),
  })
  .superRefine((block, context) => {
    const fault = findRangeFault(block)
    if (fault) context.addIssue({ code: 'custom', path: ['to'], message: rangeDetails[fault] })
    if (block.reason && block.kind !== 'unavailable')
      context.addIssue({ code: 'custom', path: ['reason'], message: 'says why a day is unavailable' })
  })

const weeklyRule = z.strictObject({ weekday: z.int().min(1).max(7), rule: z.enum(weeklyRules) })

const eachWeekdayOnce = (rules: { weekday: number }[]): boolean =>
  new Set(rules.map(({ weekday }) => weekday)).size === rules.length

/** What is written by hand: it replaces the manual and travel blocks and the weekly pattern, and confirms the calendar. */
const calendarInput = z
  .strictObject({
    blocks: z.array(blockInput).max(1_000).default([]),
    weekly: z.array(weeklyRule).max(7).refine(eachWeekdayOnce, 'must name each weekday once').default([]),
    knownUntil: day.nullish().transform((text) => text ?? null),
    version: z.int().min(0).max(2_147_483_646).optional(),
  })
  .openapi('CalendarInput')

/**
 * A whole calendar, for its owner. `staleOn`: the first day on which it says nothing, unless confirmed before.
 * `importedAt`: when the file was read that a block comes from. `undoableAt`: when it last changed, if that can be undone.
 */
const calendar = z
  .strictObject({
    blocks: z.array(
      z.strictObject({
        from: day,
        to: day,
        kind: z.enum(blockKinds),
        source: z.enum(blockSources),
        reason: z.enum(blockReasons).nullable(),
        note: z.string().nullable(),
        importedAt: instant.nullable(),
      }),
    ),
    weekly: z.array(weeklyRule),
    knownUntil: day.nullable(),
    confirmedAt: instant.nullable(),
    staleOn: day.nullable(),
    version: z.int(),
    undoableAt: instant.nullable(),
  })
  .openapi('Calendar')

export type CalendarShape = z.infer<typeof calendar>

const bookingReason = z.strictObject({ kind: z.enum(['confirmed', 'option', 'requested']), bookingId: id })
const blockReason = z.strictObject({
  kind: z.enum(['block', 'tentative', 'opened']),
  source: z.enum(blockSources),
  reason: z.enum(blockReasons).nullable(),
  note: z.string().nullable(),
})
const weeklyReason = z.strictObject({ kind: z.enum(['weekly', 'remote-only']) })

/** Days as others read them, with the reasons that only their owner sees. */
const ownDays = z
  .strictObject({
    days: z.array(
      z.strictObject({
        date: day,
        state: z.enum(dayStates),
        reasons: z.array(z.union([bookingReason, blockReason, weeklyReason])),
      }),
    ),
  })
  .openapi('OwnDays')

const onlyCoordinators = ['sign-in-required', 'wrong-role'] as const

export const getCalendarRoute = createRoute({
  method: 'get',
  path: '/me/availability',
  tags: ['availability'],
  summary: 'My calendar',
  ...access('coordinator'),
  responses: { 200: jsonAnswer('The calendar', calendar), ...refusals(...onlyCoordinators) },
})

export const putCalendarRoute = createRoute({
  method: 'put',
  path: '/me/availability',
  tags: ['availability'],
  summary: 'Replace what I wrote into my calendar',
  description:
    'Imported days and bookings stay. Confirms the calendar as of now. `version` is the one read; absent means the first write.',
  ...access('coordinator'),
  request: jsonBody(calendarInput),
  responses: {
    200: jsonAnswer('As kept, with its new version', calendar),
    ...refusals(...onlyCoordinators, 'invalid-request', 'calendar-changed'),
  },
})

export const confirmCalendarRoute = createRoute({
  method: 'post',
  path: '/me/availability/confirmation',
  tags: ['availability'],
  summary: 'Still right',
  ...access('coordinator'),
  request: {
    body: {
      required: false,
      content: { 'application/json': { schema: z.strictObject({ knownUntil: day.optional() }) } },
    },
  },
  responses: {
    200: jsonAnswer('Confirmed as of now', calendar),
    ...refusals(...onlyCoordinators, 'invalid-request'),
  },
})

export const undoRoute = createRoute({
  method: 'post',
  path: '/me/availability/undo',
  tags: ['availability'],
  summary: 'Take back my last change',
  description:
    'What was written before comes back: days, pattern and known-until. Doing it twice brings the change back. Imported days and bookings stay.',
  ...access('coordinator'),
  request: jsonBody(z.strictObject({ version: z.int().min(1).max(2_147_483_646) })),
  responses: {
    200: jsonAnswer('As it was, with its new version', calendar),
    ...refusals(...onlyCoordinators, 'invalid-request', 'calendar-changed', 'nothing-to-undo'),
  },
})

const windowDetails = {
  'ends-before-it-begins': 'must not come before from',
  'too-long': 'makes more than 366 days',
}

export const ownDaysRoute = createRoute({
  method: 'get',
  path: '/me/availability/days',
  tags: ['availability'],
  summary: 'My days, with their reasons',
  ...access('coordinator'),
  request: {
    query: z.strictObject({ from: day, to: day }).superRefine((window, context) => {
      const fault = findRangeFault(window, 366)
      if (fault) context.addIssue({ code: 'custom', path: ['to'], message: windowDetails[fault] })
    }),
  },
  responses: {
    200: jsonAnswer('Each day of the window', ownDays),
    ...refusals(...onlyCoordinators, 'invalid-request'),
  },
})
