import type { Trx } from '@repere/db'
import { type Day, daysOf } from '@repere/db/vocabulary/day.ts'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import { changeCalendars } from '../calendars/service.ts'
import type { Deps } from '../deps.ts'
import type { Letter } from '../mail/letter.ts'
import { bookingNotice, type NoticeName } from '../mail/templates/booking-notice.ts'
import { notify } from '../notifications/service.ts'
import type { Side } from './message-repository.ts'
import { kindOfNotice } from './notice-kinds.ts'
import { listRecipients } from './party-repository.ts'
import type { BookingRow } from './repository.ts'
import type { Party, PartyMove } from './rules.ts'
import { turnOf } from './standing.ts'

export interface Told {
  row: BookingRow
  to: Side
  name: NoticeName
  days?: readonly Day[]
  count?: number
}

/**
 * Tells one thing per notice, on the page and by mail as its reader chose, with what changes in their calendar. A side
 * that no notice is for has a mail for its calendar alone. A side that was erased is told nothing.
 */
export const tell = async (deps: Deps, trx: Trx, notices: readonly Told[]): Promise<void> => {
  const accountOf = ({ row, to }: Pick<Told, 'row' | 'to'>) =>
    to === 'coordinator' ? row.coordinatorAccountId : row.companyAccountId
  const calendars = await changeCalendars(deps, trx, [...new Set(notices.map(({ row }) => row.id))])
  const changed = notices.filter(({ row }) => calendars.has(row.id)).map(({ row }) => row)
  const others = changed.flatMap((row) => [row.coordinatorAccountId, row.companyAccountId])
  const recipients = await listRecipients(trx, [...notices.map(accountOf), ...others])
  const letters = notices.flatMap((one) => {
    const recipient = recipients.get(accountOf(one) ?? '')
    if (!recipient) return []
    const { row, to, name, ...about } = one
    const told = { facts: toFacts(row), to, name: recipient.displayName, ...about }
    const write = (locale: Locale) => bookingNotice(deps.config.origin, locale, name, told)
    const enclose = (letter: Letter) => calendars.attach(letter, row.id, to, recipient)
    return [{ to: recipient, kind: kindOfNotice[name], write, enclose }]
  })
  await notify(deps, trx, letters)
  for (const row of changed)
    for (const to of ['coordinator', 'production'] as const) {
      const recipient = recipients.get(accountOf({ row, to }) ?? '')
      const letter = recipient && calendars.writeAlone(row.id, to, recipient)
      if (letter) await deps.mailer.enqueue(trx, { to: recipient.email, accountId: recipient.id, letter })
    }
}

const toFacts = (row: BookingRow) => ({
  bookingId: row.id,
  kind: row.kind,
  optionDays: row.policy.optionDays,
  discipline: row.discipline,
  projectType: row.projectType,
  regions: row.projectRegions,
  days: daysOf(row.days),
  companyName: row.legalName,
  coordinatorName: row.coordinatorName,
  timeZone: row.timeZone,
  deadline: row.expiresAt,
})

/** Who is told what of a move: the side that did not make it, and both of what a registrar did. */
export const noticesOfMove = (row: BookingRow, move: PartyMove, by: Party): Told[] => {
  const other: Side = by === 'coordinator' ? 'production' : 'coordinator'
  const told = (name: NoticeName): Told[] => [{ row, to: other, name }]
  switch (move) {
    case 'accept':
      return told(row.state === 'confirmed' ? 'request-booked' : 'option-placed')
    case 'accept-counter':
      return told(row.state === 'confirmed' ? 'counter-booked' : 'counter-accepted')
    case 'counter':
      return told('request-countered')
    case 'decline':
      return told(by === 'coordinator' ? 'request-declined' : 'counter-declined')
    case 'withdraw':
      return told('request-withdrawn')
    case 'press':
      return told('request-pressed')
    case 'confirm':
      return told('option-confirmed')
    case 'challenge':
      return told('option-challenges')
    case 'trim':
      return told('option-trimmed')
    case 'extend':
      return told('extension-asked')
    case 'accept-extension':
      return told('extension-accepted')
    case 'refuse-extension':
      return told('extension-refused')
    case 'release':
      return told('option-released')
    case 'cancel':
      return told('booking-cancelled')
    case 'void':
      return bothSides(row, 'booking-voided')
  }
}

/** What is told once the work is over: the production has a credit to confirm, the person knows that it was asked. */
export const noticesOfCompletion = (row: BookingRow): Told[] => bothSides(row, 'work-completed')

/** What an open booking that lapsed is told as, to both sides: nobody is left without an answer. */
export const noticesOfLapse = (row: BookingRow, move: 'expire' | 'lapse'): Told[] => {
  if (move === 'lapse') return bothSides(row, 'challenge-lapsed')
  if (row.state === 'countered') return bothSides(row, 'counter-lapsed')
  return bothSides(row, row.state === 'option' ? 'option-lapsed' : 'request-lapsed')
}

/** What a challenge says, and to whom; who else takes part in it stays unsaid. */
export const noticesOfChallenge = {
  opened: (asked: readonly BookingRow[]): Told[] =>
    asked.map((row) => ({ row, to: 'production', name: 'must-answer' })),
  over: (asked: readonly BookingRow[]): Told[] =>
    asked.map((row) => ({ row, to: 'production', name: 'challenge-over' })),
  won: (row: BookingRow): Told[] => bothSides(row, 'challenge-won'),
  lost: (row: BookingRow): Told[] =>
    row.state === 'option'
      ? [{ row, to: 'production', name: 'challenge-lost' }]
      : bothSides(row, 'challenge-lost'),
}

/** A reminder goes to whoever must act: the side whose turn it is answers, the production confirms. */
export const reminderOf = (row: BookingRow): Told =>
  row.state === 'option'
    ? { row, to: 'production', name: row.challengedBy ? 'reminder-of-challenge' : 'reminder-to-confirm' }
    : { row, to: turnOf(row) ?? 'coordinator', name: 'reminder-to-answer' }

const bothSides = (row: BookingRow, name: NoticeName): Told[] => [
  { row, to: 'coordinator', name },
  { row, to: 'production', name },
]

/** Bookings that lost days, one notice per company: five requests of one production make one mail. */
export const noticesOfLoss = (lost: readonly { row: BookingRow; days: readonly Day[] }[]): Told[] =>
  [...Map.groupBy(lost, ({ row }) => row.companyId).values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const days = [...new Set(group.flatMap((one) => one.days))].sort()
    return [{ row: first.row, to: 'production', name: 'dates-lost', days, count: group.length }]
  })
