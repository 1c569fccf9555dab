import { addDays, type Day, type DayRange } from '@repere/db/vocabulary/day.ts'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import { ICalCalendar, ICalEventStatus, ICalEventTransparency } from 'ical-generator'

/** Days of one's own, as a calendar program is to show them. */
export interface OwnDays {
  uid: string
  ranges: readonly DayRange[]
  summary: string
  /** Whether the days are taken for good; others may still change. */
  firm: boolean
}

const names: Record<Locale, string> = { fr: 'Mes jours sur Repère', en: 'My days on Repère' }

/** Own days and bookings as an iCalendar file: whole civil days, no title of any project in it. */
export const toCalendar = (entries: readonly OwnDays[], locale: Locale, now: Date): string => {
  const calendar = new ICalCalendar({
    name: names[locale],
    prodId: { company: 'Repere', product: 'registry', language: locale.toUpperCase() },
  })
  for (const { uid, ranges, summary, firm } of entries)
    for (const { from, to } of ranges)
      calendar.createEvent({
        id: `${uid}-${from}@repere`,
        start: atMidnight(from),
        // Exclusive, as the format has it.
        end: atMidnight(addDays(to, 1)),
        allDay: true,
        timezone: 'UTC',
        stamp: now,
        summary,
        status: firm ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
        transparency: ICalEventTransparency.OPAQUE,
      })
  return calendar.toString()
}

const atMidnight = (day: Day) => new Date(`${day}T00:00:00Z`)
