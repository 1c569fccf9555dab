import type { EntryStatus } from '@repere/db/vocabulary/calendar.ts'
import { addDays, type Day, type DayRange, daysOf } from '@repere/db/vocabulary/day.ts'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendar,
  ICalCalendarMethod,
  ICalEventRepeatingFreq,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator'
import { gapsOf } from './rules.ts'

/** A booking as a calendar shows it: its days, and no word on what it is for. */
export interface Entry {
  bookingId: string
  days: readonly DayRange[]
  status: EntryStatus
  /** Rises with every change of the booking, so that a later word wins wherever both arrive. */
  sequence: number
  changedAt: Date
  summary: string
}

interface Party {
  name: string
  email: string
}

const statuses: Record<EntryStatus, ICalEventStatus> = {
  tentative: ICalEventStatus.TENTATIVE,
  confirmed: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
}

const feedNames: Record<Locale, string> = { fr: 'Repère', en: 'Repère' }

/** How often a program is asked to read again. Google comes when it likes. */
const refreshSeconds = 6 * 3_600

/** All bookings of a person as a calendar to subscribe to. */
export const writeFeed = (entries: readonly Entry[], origin: string, locale: Locale): string => {
  const calendar = begin(locale)
  calendar.name(feedNames[locale])
  calendar.ttl(refreshSeconds)
  for (const entry of entries) addEntry(calendar, entry, origin)
  return calendar.toString()
}

/** One booking as a mail carries it: to be put into the recipient's calendar, or taken out of it. */
export const writeMessage = (
  entry: Entry,
  { origin, locale, to }: { origin: string; locale: Locale; to: Party },
): { method: 'REQUEST' | 'CANCEL'; content: string } => {
  const method = entry.status === 'cancelled' ? 'CANCEL' : 'REQUEST'
  const calendar = begin(locale)
  calendar.method(ICalCalendarMethod[method])
  const event = addEntry(calendar, entry, origin)
  event.organizer({ name: 'Repère', email: `registre@${new URL(origin).hostname}` })
  event.createAttendee({
    ...to,
    role: ICalAttendeeRole.REQ,
    // What is agreed here is agreed: no answer by calendar is waited for.
    status: entry.status === 'tentative' ? ICalAttendeeStatus.TENTATIVE : ICalAttendeeStatus.ACCEPTED,
    rsvp: false,
  })
  return { method, content: calendar.toString() }
}

const begin = (locale: Locale): ICalCalendar =>
  new ICalCalendar({ prodId: { company: 'Repere', product: 'registry', language: locale.toUpperCase() } })

/**
 * Days on end are one long day. Scattered ones are every day from the first to the last without those between: all
 * programs know that form, while days added one by one are lost in some.
 */
const addEntry = (calendar: ICalCalendar, entry: Entry, origin: string) => {
  const [first] = entry.days
  const last = entry.days.at(-1)
  if (!first || !last) throw new Error(`booking ${entry.bookingId} has no days`)
  const gaps = gapsOf(entry.days)
  const event = calendar.createEvent({
    id: `booking-${entry.bookingId}@${new URL(origin).hostname}`,
    sequence: entry.sequence,
    stamp: entry.changedAt,
    start: atMidnight(first.from),
    // Exclusive, as the format has it.
    end: atMidnight(addDays(gaps.length > 0 ? first.from : last.to, 1)),
    allDay: true,
    timezone: 'UTC',
    summary: entry.summary,
    url: `${origin}/bookings/${entry.bookingId}`,
    status: statuses[entry.status],
    transparency: ICalEventTransparency.OPAQUE,
  })
  if (gaps.length > 0)
    event.repeating({
      freq: ICalEventRepeatingFreq.DAILY,
      count: daysOf([{ from: first.from, to: last.to }]).length,
      exclude: daysOf(gaps).map(atMidnight),
    })
  return event
}

const atMidnight = (day: Day) => new Date(`${day}T00:00:00Z`)
