import { type BookingState, isOpenState } from '@repere/db/vocabulary/booking.ts'
import type { Day } from '@repere/db/vocabulary/day.ts'
import { dueMove, effectiveState, type MoveName, momentOf, type Standing } from './rules.ts'

/** How the trail and the timeline name a move that was made. */
export const happened = {
  accept: 'accepted',
  'accept-counter': 'counter-accepted',
  counter: 'countered',
  press: 'pressed',
  challenge: 'challenged',
  trim: 'trimmed',
  extend: 'extension-asked',
  'accept-extension': 'extended',
  'refuse-extension': 'extension-refused',
  lapse: 'challenge-lapsed',
  win: 'challenge-won',
  decline: 'declined',
  withdraw: 'withdrawn',
  confirm: 'confirmed',
  release: 'released',
  cancel: 'cancelled',
  void: 'voided',
  expire: 'expired',
  complete: 'completed',
} as const satisfies Record<MoveName, string>

/** A booking's own columns as they read at an instant, whether or not the clock's move was written down. */
export const asOf = (
  row: { version: number; endedAt: Date | null; expiresAt: Date | null },
  standing: Standing,
  now: Date,
) => {
  const due = dueMove(standing, now)
  const state: BookingState = effectiveState(standing, now)
  return {
    state,
    // The clock's move counts as a version, so that the next move names the same one either way.
    version: row.version + (due ? 1 : 0),
    endedAt: due ? momentOf(due, standing) : row.endedAt,
    expiresAt: isOpenState(state) ? row.expiresAt : null,
    replyBy: state === 'requested' || state === 'countered' ? row.expiresAt : null,
  }
}

export interface TrailLine {
  at: Date
  actorRole: string
  kind: string
  facts: Record<string, unknown>
}

export interface TimelineEntry {
  at: string
  kind: string
  by: 'coordinator' | 'production' | 'registrar' | 'clock'
  state?: BookingState
  days?: Day[]
  reason?: string
  hours?: number
  deadline?: string
  termsVersion?: number
}

const roles = ['coordinator', 'production', 'registrar'] as const

/** A line of the audit trail as the parties read it: who by side, what by code. Nothing else of it leaves. */
const toTimelineEntry = ({ at, actorRole, kind, facts }: TrailLine): TimelineEntry => ({
  at: typeof facts.since === 'string' ? facts.since : at.toISOString(),
  kind: kind.replace(/^booking\./, ''),
  by: roles.find((role) => role === actorRole) ?? 'clock',
  ...(typeof facts.to === 'string' && { state: facts.to as BookingState }),
  ...(Array.isArray(facts.days) && { days: facts.days as Day[] }),
  ...(typeof facts.reason === 'string' && { reason: facts.reason }),
  ...(typeof facts.hours === 'number' && { hours: facts.hours }),
  ...(typeof facts.deadline === 'string' && { deadline: facts.deadline }),
  ...(typeof facts.termsVersion === 'number' && { termsVersion: facts.termsVersion }),
})

/** The timeline as it reads at an instant: what the trail says, and what the clock did but nobody wrote down yet. */
export const toTimeline = (trail: readonly TrailLine[], standing: Standing, now: Date): TimelineEntry[] => {
  // Messages are in the thread.
  const entries = trail.filter(({ kind }) => kind !== 'booking.message-sent').map(toTimelineEntry)
  const due = dueMove(standing, now)
  const moment = due && momentOf(due, standing)
  if (!due || !moment) return entries
  const state = effectiveState(standing, now)
  return [...entries, { at: moment.toISOString(), kind: happened[due], by: 'clock', state }]
}
