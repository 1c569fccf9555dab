import type { Trx } from '@repere/db'
import type { EntryStatus } from '@repere/db/vocabulary/calendar.ts'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import type { Deps } from '../deps.ts'
import type { Letter } from '../mail/letter.ts'
import { calendarEntryLetter } from '../mail/templates/calendar-entry.ts'
import { listStandings, putEntry } from './entry-repository.ts'
import { changeOf } from './rules.ts'
import { type Entry, writeMessage } from './writing.ts'

type Side = 'coordinator' | 'production'

interface Recipient {
  email: string
  displayName: string
  locale: Locale
}

/** What changes in the calendars of both sides, to be handed to each once. */
export interface CalendarChanges {
  has(bookingId: string): boolean
  /** A letter with the change for that side, if there is one that nobody handed them yet. */
  attach(letter: Letter, bookingId: string, to: Side, recipient: Recipient): Letter
  /** A letter for the calendar alone; undefined when the side has had it. */
  writeAlone(bookingId: string, to: Side, recipient: Recipient): Letter | undefined
}

const words: Record<Locale, Record<EntryStatus, string>> = {
  fr: { tentative: 'Option', confirmed: 'Réservation', cancelled: 'Annulé' },
  en: { tentative: 'Hold', confirmed: 'Booking', cancelled: 'Cancelled' },
}

/** What a calendar shows of a booking. Calendars are looked at by others too: the other side is named only if wanted. */
export const sayEntry = (status: EntryStatus, locale: Locale, name: string | undefined): string =>
  name === undefined
    ? `${words[locale][status]} Repère`
    : `${words[locale][status]}${locale === 'fr' ? '\u00a0' : ''}: ${name}`

/**
 * Compares bookings as they stand with what the calendars of both sides were last told, and writes down what they are
 * told now: whatever move it was, and whoever made it. In the transaction of the move.
 */
export const changeCalendars = async (
  { clock, config }: Pick<Deps, 'clock' | 'config'>,
  trx: Trx,
  bookingIds: readonly string[],
): Promise<CalendarChanges> => {
  const changed = new Map<string, { entry: Entry; names: Record<Side, string | undefined> }>()
  const now = clock.now()
  for (const row of bookingIds.length > 0 ? await listStandings(trx, bookingIds) : []) {
    const told = row.toldStatus && row.toldDays ? { status: row.toldStatus, days: row.toldDays } : undefined
    const change = changeOf(row, told)
    if (!change) continue
    await putEntry(trx, row.id, change, now)
    changed.set(row.id, {
      entry: { bookingId: row.id, ...change, sequence: row.version, changedAt: now, summary: '' },
      names: { coordinator: row.names ? row.legalName : undefined, production: row.displayName },
    })
  }
  const handed = new Set<string>()
  const take = (bookingId: string, to: Side, { email, displayName, locale }: Recipient) => {
    const change = changed.get(bookingId)
    if (!change || handed.has(`${bookingId} ${to}`)) return undefined
    handed.add(`${bookingId} ${to}`)
    const entry = { ...change.entry, summary: sayEntry(change.entry.status, locale, change.names[to]) }
    const party = { name: displayName, email }
    return { entry, calendar: writeMessage(entry, { origin: config.origin, locale, to: party }) }
  }
  return {
    has: (bookingId) => changed.has(bookingId),
    attach(letter, bookingId, to, recipient) {
      const taken = take(bookingId, to, recipient)
      return taken ? { ...letter, calendar: taken.calendar } : letter
    },
    writeAlone(bookingId, to, recipient) {
      const taken = take(bookingId, to, recipient)
      if (!taken) return undefined
      const letter = calendarEntryLetter(config.origin, recipient.locale, {
        name: recipient.displayName,
        ...taken.entry,
      })
      return { ...letter, calendar: taken.calendar }
    },
  }
}
