import type { BookingState } from '@repere/db/vocabulary/booking.ts'
import { addDays, type Day, dayIn } from '@repere/db/vocabulary/day.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** Share of the agreed pay due, in percent, when cancelled with less notice than so many days before the first day. */
export interface CancellationBand {
  lessThanDays: number
  percent: number
}

export interface Policy {
  /** How long a request waits for its answer, in hours, unless the production says otherwise. */
  replyHours: number
  /** How long an option holds, in days. */
  optionDays: number
  cancellation: CancellationBand[]
  /** How many working hours an option has to answer a challenge. */
  challengeHours?: number
}

/** What a booking that was made before the window was kept lives by. */
export const usualChallengeHours = 24

/** The rules a new booking is made with. It keeps them, whatever this says later. */
export const policyOfToday: Policy = {
  replyHours: 72,
  optionDays: 7,
  cancellation: [
    { lessThanDays: 2, percent: 100 },
    { lessThanDays: 7, percent: 50 },
    { lessThanDays: 14, percent: 25 },
  ],
  challengeHours: usualChallengeHours,
}

/** The first instant of a civil day in a time zone, to the minute, on days with a change of clocks too. */
export const startOfDay = (timeZone: string, day: Day): Date => {
  const utcMidnight = Date.parse(`${day}T00:00:00Z`)
  let before = utcMidnight - 15 * hourMs
  let within = utcMidnight + 15 * hourMs
  while (within - before > minuteMs) {
    const middle = before + Math.floor((within - before) / (2 * minuteMs)) * minuteMs
    if (dayIn(timeZone, new Date(middle)) < day) before = middle
    else within = middle
  }
  return new Date(within)
}

export type ReplyDeadline = { ok: true; replyBy: Date; limit: Date } | { ok: false; because: 'too-late' }

/**
 * Until when a request waits: as asked, else the policy's hours, and never after the limit, which is 24 hours
 * before the first day begins where the coordinator lives. Too late when the limit has passed.
 */
export const replyDeadline = (
  {
    firstDay,
    timeZone,
    asked,
    policy,
  }: { firstDay: Day; timeZone: string; asked?: Date | undefined; policy: Policy },
  now: Date,
): ReplyDeadline => {
  const limit = new Date(startOfDay(timeZone, firstDay).getTime() - dayMs)
  if (limit <= now) return { ok: false, because: 'too-late' }
  const wanted = asked ?? new Date(now.getTime() + policy.replyHours * hourMs)
  return { ok: true, replyBy: wanted < limit ? wanted : limit, limit }
}

/** Until when an option placed now holds: the policy's days, and never into its first day. */
export const optionDeadline = (
  { firstDay, timeZone, policy }: { firstDay: Day; timeZone: string; policy: Policy },
  now: Date,
): Date =>
  new Date(Math.min(now.getTime() + policy.optionDays * dayMs, startOfDay(timeZone, firstDay).getTime()))

/** A booking as far as its clocks go. */
export interface Clocked {
  state: BookingState
  firstDay: Day
  timeZone: string
  replyByLimit: Date
}

/** What no clock of an open booking goes past: an option its first day, a request the limit for answering it. */
export const ceilingOf = ({ state, firstDay, timeZone, replyByLimit }: Clocked): Date =>
  state === 'option' ? startOfDay(timeZone, firstDay) : replyByLimit

/**
 * Until when a counter-offer waits: the policy's hours anew, never past the absolute limit of the request, which stays
 * where it was, nor into the 24 hours before a first day that now comes sooner. Too late when that has passed.
 */
export const counterDeadline = (
  { firstDay, timeZone, policy, limit }: { firstDay: Day; timeZone: string; policy: Policy; limit: Date },
  now: Date,
): ReplyDeadline => {
  const renewed = replyDeadline({ firstDay, timeZone, policy }, now)
  if (!renewed.ok) return renewed
  return { ok: true, limit, replyBy: renewed.replyBy < limit ? renewed.replyBy : limit }
}

/** How many days an option may be extended by at most, and how many hours before its first day it must end. */
export const extension = { mostDays: 14, lastHours: 48 } as const

/** Until when an option would hold, extended by so many days. */
export const extendedUntil = (
  { firstDay, timeZone, expiresAt }: { firstDay: Day; timeZone: string; expiresAt: Date },
  days: number,
): Date =>
  new Date(
    Math.min(
      expiresAt.getTime() + days * dayMs,
      startOfDay(timeZone, firstDay).getTime() - extension.lastHours * hourMs,
    ),
  )

/** When a confirmed booking counts as done: as the second day after its last one begins. */
export const completionMoment = (lastDay: Day, timeZone: string): Date =>
  startOfDay(timeZone, addDays(lastDay, 2))

/** Hours before a deadline at which whoever must act is reminded. */
export const reminderHours = [48, 24, 2] as const

/**
 * The reminder to send now, if any: the most urgent of those whose moment came since the clock began to run.
 * What a stopped worker missed is not made up for by several mails at once.
 */
export const reminderDue = (
  { since, expiresAt, sent }: { since: Date; expiresAt: Date; sent: readonly number[] },
  now: Date,
): number | undefined => {
  if (expiresAt <= now) return undefined
  const mostUrgent = reminderHours
    .filter((hours) => {
      const moment = expiresAt.getTime() - hours * hourMs
      return moment <= now.getTime() && moment > since.getTime()
    })
    .at(-1)
  return mostUrgent === undefined || sent.some((hours) => hours <= mostUrgent) ? undefined : mostUrgent
}

/** The share of the pay due, in percent, were the booking cancelled today: the narrowest band that applies. */
export const cancellationShare = (bands: readonly CancellationBand[], daysOfNotice: number): number =>
  [...bands]
    .sort((a, b) => a.lessThanDays - b.lessThanDays)
    .find(({ lessThanDays }) => daysOfNotice < lessThanDays)?.percent ?? 0
