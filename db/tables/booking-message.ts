import type { Generated } from 'kysely'
import type { BookingParty } from '../vocabulary/booking.ts'
import { column, type Dictionary } from './dictionary.ts'

/** The thread of a booking. */
export interface BookingMessageTable {
  id: Generated<string>
  bookingId: string
  authorId: string
  party: BookingParty
  bodySealed: Buffer | null
  createdAt: Generated<Date>
  readAt: Date | null
}

export const bookingMessage: Dictionary<BookingMessageTable> = {
  id: column('opaque identity', 'nobody', 'booking'),
  bookingId: column('of which', 'nobody', 'booking'),
  authorId: column('account, opaque', 'nobody', 'booking'),
  party: column('which side wrote', 'parties', 'booking', 'mine'),
  bodySealed: column('the words; null once their author was erased', 'parties', 'booking', 'mine'),
  createdAt: column('when', 'parties', 'booking', 'mine'),
  readAt: column('seen by the other side', 'parties', 'booking', 'mine'),
}
