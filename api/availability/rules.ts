import type { BlockKind, BlockReason, BlockSource, WeeklyRule } from '@repere/db/vocabulary/block.ts'
import {
  addDays,
  addMonths,
  type Day,
  type DayRange,
  daysBetween,
  includesDay,
  weekdayOf,
} from '@repere/db/vocabulary/day.ts'

/** The longest block, in days: a project from script to final report. */
export const longestBlockDays = 1_100

/** How far ahead a calendar may claim to be known. Beyond, days are unknown to search as well. */
export const horizonMonths = 18

/** A calendar nobody confirmed for so many days says nothing any more. */
const staleAfterDays = 45

/** After so many days without a confirmation its owner is asked by mail, and not again before as many have passed. */
export const askAfterDays = 30

export type RangeFault = 'ends-before-it-begins' | 'too-long'

/** What is wrong with a range of days, both ends included. */
export const findRangeFault = (
  { from, to }: DayRange,
  mostDays = longestBlockDays,
): RangeFault | undefined => {
  if (to < from) return 'ends-before-it-begins'
  return daysBetween(from, to) + 1 > mostDays ? 'too-long' : undefined
}

/** Whether a calendar may be said to be known until that day. */
export const isWithinHorizon = (knownUntil: Day, today: Day): boolean =>
  knownUntil <= addMonths(today, horizonMonths)

/** The first day on which a calendar confirmed on `confirmedOn` is stale. */
export const staleOn = (confirmedOn: Day): Day => addDays(confirmedOn, staleAfterDays)

export interface OwnBlock extends DayRange {
  kind: BlockKind
  source: BlockSource
  reason: BlockReason | null
  note: string | null
  /** When the file was read that it comes from. */
  importedAt: Date | null
}

/** A booking as it weighs on days: asked for, held, or confirmed. Only its exclusive days count. */
export interface HeldDays {
  id: string
  state: 'requested' | 'option' | 'confirmed'
  days: readonly DayRange[]
}

export interface OwnCalendar {
  blocks: readonly OwnBlock[]
  weekly: readonly { weekday: number; rule: WeeklyRule }[]
  bookings: readonly HeldDays[]
}

export type DayReason =
  | { kind: 'confirmed' | 'option' | 'requested'; bookingId: string }
  | {
      kind: 'block' | 'tentative' | 'opened'
      source: BlockSource
      reason: BlockReason | null
      note: string | null
    }
  | { kind: 'weekly' | 'remote-only' }

const reasonOfBlock = { unavailable: 'block', tentative: 'tentative', available: 'opened' } as const
const reasonOfRule = { unavailable: 'weekly', 'remote-only': 'remote-only' } as const

/** All that bears on a day, for its owner's eyes: bookings, then blocks, then the weekly pattern. */
export const reasonsOf = (calendar: OwnCalendar, day: Day): DayReason[] => [
  ...calendar.bookings
    .filter(({ days }) => includesDay(days, day))
    .map(({ id, state }): DayReason => ({ kind: state, bookingId: id })),
  ...calendar.blocks
    .filter((block) => includesDay([block], day))
    .map(
      ({ kind, source, reason, note }): DayReason => ({ kind: reasonOfBlock[kind], source, reason, note }),
    ),
  ...calendar.weekly
    .filter(({ weekday }) => weekday === weekdayOf(day))
    .map(({ rule }): DayReason => ({ kind: reasonOfRule[rule] })),
]
