import type { DayRange } from './day.ts'

/** What a block of days says of them. `available` overrides the weekly pattern and other blocks. */
export const blockKinds = ['unavailable', 'tentative', 'available'] as const

export type BlockKind = (typeof blockKinds)[number]

/** Why somebody is taken, for their own eyes. Travel is a source of its own. */
export const blockReasons = ['booked-elsewhere', 'leave', 'training', 'personal'] as const

export type BlockReason = (typeof blockReasons)[number]

/** Where a block came from; only `manual` and `travel` are written by hand. */
export const blockSources = ['manual', 'travel', 'ics', 'booking'] as const

export type BlockSource = (typeof blockSources)[number]

/** What a weekday says, by ISO number 1 (Monday) to 7. `remote-only` means "not on site". */
export const weeklyRules = ['unavailable', 'remote-only'] as const

export type WeeklyRule = (typeof weeklyRules)[number]

/** A block as its owner wrote it. */
export interface KeptBlock extends DayRange {
  kind: BlockKind
  source: 'manual' | 'travel'
  reason: BlockReason | null
  note: string | null
}
