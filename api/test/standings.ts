import type { BookingKind, BookingState } from '@repere/db/vocabulary/booking.ts'
import type { Circumstance, Party, Standing } from '../bookings/rules.ts'

export const now = new Date('2027-03-01T10:00:00Z')
export const later = new Date('2027-03-02T10:00:00Z')
export const parties = ['coordinator', 'production', 'registrar', 'clock'] as const satisfies readonly Party[]

export const turns = ['coordinator', 'production'] as const
export const open: readonly BookingState[] = ['requested', 'countered', 'option']
/** Everything a move may need. */
export const circumstances = [
  'firm-request',
  'option-ahead',
  'several-days',
  'extension-asked',
  'no-extension-asked',
  'nobody-left-ahead',
] as const satisfies readonly Circumstance[]

/** A booking between `now` and its deadline `later`, with nothing in the way and everything a move may need. */
export const standing = (state: BookingState, kind: BookingKind, more: Partial<Standing> = {}): Standing => ({
  state,
  kind,
  turn: state === 'requested' ? 'coordinator' : null,
  expiresAt: open.includes(state) ? later : null,
  mustAnswer: false,
  completesAt: later,
  obstacles: [],
  circumstances,
  ...more,
})
