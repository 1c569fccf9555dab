import type { ColumnType, Generated } from 'kysely'
import type { BookingKind, BookingParty, BookingState, MoveReason } from '../vocabulary/booking.ts'
import type { Day, DayRange } from '../vocabulary/day.ts'
import type { EmploymentForm } from '../vocabulary/employment-form.ts'
import type { PhaseKind } from '../vocabulary/phase-kind.ts'
import type { Currency, RatePeriod } from '../vocabulary/rate.ts'
import { column, type Dictionary } from './dictionary.ts'

/** A phase as it was asked for. */
export interface BookingPhase {
  id: string
  kind: PhaseKind
  days: Day[]
  remote: boolean
  exclusive: boolean
}

/** The rules a booking lives by, copied when it is made. */
export interface BookingPolicy {
  replyHours: number
  optionDays: number
  /** Working hours that an option has to answer a challenge; 24 where a booking was made before it was kept. */
  challengeHours?: number
  /** Share of the agreed pay due when cancelled with less notice than so many days before the first day. */
  cancellation: { lessThanDays: number; percent: number }[]
}

/** A request to one coordinator and what followed. Rank is derived from placed_at, never stored. */
export interface BookingTable {
  id: Generated<string>
  coordinatorId: string
  companyId: string
  projectId: string
  sealingKeyId: string
  kind: BookingKind
  state: BookingState
  version: Generated<number>
  termsVersion: Generated<number>
  days: ColumnType<DayRange[], string, string>
  exclusiveDays: ColumnType<DayRange[], string, string>
  phases: ColumnType<BookingPhase[], string, string>
  employmentForm: EmploymentForm | null
  rateAmountCents: number | null
  rateCurrency: Currency | null
  ratePer: RatePeriod | null
  policy: ColumnType<BookingPolicy, string, never>
  replyByLimit: Date
  expiresAt: Date | null
  requestedAt: Date
  placedAt: Date | null
  confirmedAt: Date | null
  endedAt: Date | null
  reasonCode: MoveReason | null
  reasonSealed: Buffer | null
  termsBy: Generated<BookingParty>
  clockSince: Date | null
  challengeUntil: Date | null
  challengedBy: string | null
  ownExpiresAt: Date | null
  extensionAskedUntil: Date | null
  extensions: Generated<number>
}

export const booking: Dictionary<BookingTable> = {
  id: column('named in links', 'parties', 'booking'),
  coordinatorId: column('asked', 'nobody', 'booking'),
  companyId: column('asking', 'nobody', 'booking'),
  projectId: column('for', 'nobody', 'booking'),
  sealingKeyId: column('seals its texts', 'nobody', 'booking'),
  kind: column('option or firm', 'parties', 'booking', 'mine'),
  state: column('where it stands, before the clock', 'parties', 'booking', 'mine'),
  version: column('counts moves', 'parties', 'booking', 'mine'),
  termsVersion: column('counts terms', 'parties', 'booking', 'mine'),
  days: column('all days', 'parties', 'booking', 'mine'),
  exclusiveDays: column('days that exclude other work', 'parties', 'booking', 'mine'),
  phases: column('the phases as asked', 'parties', 'booking', 'mine'),
  employmentForm: column('as asked', 'parties', 'booking', 'mine'),
  rateAmountCents: column('as asked', 'parties', 'booking', 'mine'),
  rateCurrency: column('as asked', 'parties', 'booking', 'mine'),
  ratePer: column('as asked', 'parties', 'booking', 'mine'),
  policy: column('rules as they stood when it was made', 'parties', 'booking', 'mine'),
  replyByLimit: column('absolute limit to answer', 'parties', 'booking', 'mine'),
  expiresAt: column('the clock that runs now', 'parties', 'booking', 'mine'),
  requestedAt: column('when asked', 'parties', 'booking', 'mine'),
  placedAt: column('when it became an option', 'parties', 'booking', 'mine'),
  confirmedAt: column('when confirmed', 'parties', 'booking', 'mine'),
  endedAt: column('when it ended', 'parties', 'booking', 'mine'),
  reasonCode: column('why it ended', 'parties', 'booking', 'mine'),
  reasonSealed: column('private words on why', 'parties', 'booking', 'mine'),
  termsBy: column('who proposed the terms as they stand', 'parties', 'booking', 'mine'),
  clockSince: column('since when the clock runs', 'nobody', 'booking'),
  challengeUntil: column('until when a challenge must be answered', 'parties', 'booking', 'mine'),
  challengedBy: column('the booking that challenges it', 'nobody', 'booking'),
  ownExpiresAt: column('the clock to go on with after a challenge', 'nobody', 'booking'),
  extensionAskedUntil: column('the extension asked for', 'parties', 'booking', 'mine'),
  extensions: column('how many extensions were asked for', 'parties', 'booking', 'mine'),
}
