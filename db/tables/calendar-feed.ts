import { column, type Dictionary } from './dictionary.ts'

/** The secret address of a coordinator's bookings, for calendar programs. */
export interface CalendarFeedTable {
  coordinatorId: string
  tokenHash: string
  options: boolean
  names: boolean
  createdAt: Date
  lastReadAt: Date | null
}

export const calendarFeed: Dictionary<CalendarFeedTable> = {
  coordinatorId: column('whose', 'nobody', 'account'),
  tokenHash: column('hash of the address', 'nobody', 'account'),
  options: column('whether holds are shown', 'owner', 'account', 'mine'),
  names: column('whether productions are named', 'owner', 'account', 'mine'),
  createdAt: column('since when', 'owner', 'account', 'mine'),
  lastReadAt: column('when a program last read it', 'owner', 'account', 'mine'),
}
