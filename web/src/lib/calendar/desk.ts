import type { BookingState, Calendar, Day, DaysVisibility, Locale } from '@repere/api/client.ts'
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

/** Three months to walk through, twelve at once, or all that was marked and booked as a list. */
export const deskViews = ['months', 'year', 'list'] as const

export type DeskView = (typeof deskViews)[number]

export const monthsShown: Record<DeskView, number> = { months: 3, year: 12, list: 12 }

/** What a page of one's own calendar stands on. */
export interface CalendarDeskView {
  today: Day
  /** The first of the months shown. */
  month: Day
  view: DeskView
  /** Through the eyes of a production: four states, no reason. */
  seen: boolean
  /** Who others are allowed to be. */
  profile: { published: boolean; paused: boolean; daysVisibility: DaysVisibility; timeZone: string }
  calendar: Calendar
  days: readonly OwnDay[]
  year: readonly OwnDay[]
  bookings: readonly DeskBooking[]
  locale: Locale
}

/** The part of an address that brings back what is shown: months, view and eyes. */
export function deskQuery({
  month,
  view,
  seen,
}: {
  month?: Day | undefined
  view: DeskView
  seen: boolean
}): string {
  const parts = [
    ...(month ? [`month=${month.slice(0, 7)}`] : []),
    ...(view === 'months' ? [] : [`view=${view}`]),
    ...(seen ? ['as=production'] : []),
  ]
  return parts.join('&')
}

/** The best rank among my options on each day: what the first production on it holds. */
export function ranksOf(bookings: readonly DeskBooking[]): Map<Day, number> {
  const ranks = new Map<Day, number>()
  for (const { rank } of bookings)
    for (const { date, rank: place } of rank) ranks.set(date, Math.min(place, ranks.get(date) ?? place))
  return ranks
}
