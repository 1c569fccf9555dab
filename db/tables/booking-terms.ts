import type { ColumnType } from 'kysely'
import type { BookingParty } from '../vocabulary/booking.ts'
import type { DayRange } from '../vocabulary/day.ts'
import type { EmploymentForm } from '../vocabulary/employment-form.ts'
import type { Currency, RatePeriod } from '../vocabulary/rate.ts'
import type { BookingPhase } from './booking.ts'
import { column, type Dictionary } from './dictionary.ts'

/** One version of the terms of a booking. The latest stand on the booking itself, too. */
export interface BookingTermsTable {
  bookingId: string
  version: number
  party: BookingParty
  proposedAt: Date
  days: ColumnType<DayRange[], string, never>
  exclusiveDays: ColumnType<DayRange[], string, never>
  phases: ColumnType<BookingPhase[], string, never>
  employmentForm: EmploymentForm | null
  rateAmountCents: number | null
  rateCurrency: Currency | null
  ratePer: RatePeriod | null
}

export const bookingTerms: Dictionary<BookingTermsTable> = {
  bookingId: column('of which', 'nobody', 'booking'),
  version: column('counts terms', 'parties', 'booking', 'mine'),
  party: column('who proposed it', 'parties', 'booking', 'mine'),
  proposedAt: column('when', 'parties', 'booking', 'mine'),
  days: column('all days', 'parties', 'booking', 'mine'),
  exclusiveDays: column('days that exclude other work', 'parties', 'booking', 'mine'),
  phases: column('the phases with their days', 'parties', 'booking', 'mine'),
  employmentForm: column('as proposed', 'parties', 'booking', 'mine'),
  rateAmountCents: column('as proposed', 'parties', 'booking', 'mine'),
  rateCurrency: column('as proposed', 'parties', 'booking', 'mine'),
  ratePer: column('as proposed', 'parties', 'booking', 'mine'),
}
