import type { BookingState, Calendar, Day, Locale } from '@repere/api/client.ts'
import type { OwnDay } from './own-days.ts'

/** A booking as far as the calendar of its coordinator shows it. */
export interface DeskBooking {
  id: string
  state: BookingState
  days: readonly Day[]
  rank: readonly { date: Day; rank: number }[]
  company: { legalName: string }
  project: { title: string | null }
}

/** What a page of one's own calendar stands on. */
export interface CalendarDeskView {
  today: Day
  /** The first of the three months shown. */
  month: Day
  calendar: Calendar
  days: readonly OwnDay[]
  year: readonly OwnDay[]
  bookings: readonly DeskBooking[]
  locale: Locale
}

/** The best rank among my options on each day: what the first production on it holds. */
export function ranksOf(bookings: readonly DeskBooking[]): Map<Day, number> {
  const ranks = new Map<Day, number>()
  for (const { rank } of bookings)
    for (const { date, rank: place } of rank) ranks.set(date, Math.min(place, ranks.get(date) ?? place))
  return ranks
}
