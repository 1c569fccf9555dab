import { type BookingParty, type BookingState, isOpenState } from '@repere/db/vocabulary/booking.ts'
import type { Deps } from '../deps.ts'
import { refuse } from '../problem.ts'
import { firstDayOf } from './clocks.ts'
import type { MoveInput } from './contract.ts'
import { counterDeadline, extendedUntil, optionDeadline } from './deadline-rules.ts'
import type { Actor, BookingRow } from './repository.ts'
import { effectsOf } from './rules.ts'
import { counteredTerms, trimmedTerms } from './terms.ts'
import { daysOfPhases, type Terms } from './terms-rules.ts'
import type { Change } from './write-repository.ts'

interface Made {
  actor: Actor
  input: MoveInput
  to: BookingState
  now: Date
}

/** What a move writes on the booking, by the effects that the table names. Refuses terms that make no sense. */
export const changeOf = (deps: Deps, row: BookingRow, made: Made): Change => {
  const { input, to, now } = made
  const place = { firstDay: firstDayOf(row), timeZone: row.timeZone, policy: row.policy }
  if (to === 'confirmed') return { to, expiresAt: null, confirmedAt: now }
  if (!isOpenState(to)) return ending(deps, row, made)
  const effects = effectsOf(input.move)
  return {
    to,
    ...(effects.includes('places') && {
      expiresAt: optionDeadline(place, now),
      placedFrom: now,
      clockSince: now,
    }),
    ...withTerms(row, made),
    ...withExtension(row, input, now),
  }
}

const ending = (deps: Deps, row: BookingRow, { input, to, now }: Made): Change => {
  const seal = row.wrapped ? deps.sealer.withKey(row.wrapped) : undefined
  const words = 'note' in input ? input.note : undefined
  return {
    to,
    endedAt: now,
    reasonCode: 'reason' in input ? input.reason : undefined,
    reasonSealed: words ? seal?.seal(words) : undefined,
  }
}

const withTerms = (
  row: BookingRow,
  { actor, input, now }: Made,
): Pick<Change, 'terms' | 'expiresAt' | 'clockSince'> => {
  const by: BookingParty = actor.role === 'coordinator' ? 'coordinator' : 'production'
  if (input.move === 'trim') return { terms: { by, terms: trimmedTerms(row, input.days) } }
  if (input.move !== 'counter') return {}
  const terms = counteredTerms(row, input)
  return { terms: { by, terms }, ...shortClock(row, terms, now) }
}

const shortClock = (row: BookingRow, terms: Terms, now: Date) => {
  const [firstDay = firstDayOf(row)] = daysOfPhases(terms.phases)
  const { timeZone, policy, replyByLimit: limit } = row
  const deadline = counterDeadline({ firstDay, timeZone, policy, limit }, now)
  return deadline.ok ? { expiresAt: deadline.replyBy, clockSince: now } : refuse(deadline.because)
}

const withExtension = (
  row: BookingRow,
  input: MoveInput,
  now: Date,
): Pick<Change, 'extension' | 'expiresAt' | 'clockSince'> => {
  const { extensions: count, extensionAskedUntil, expiresAt } = row
  switch (input.move) {
    case 'extend': {
      if (!expiresAt) return refuse('extension-limit')
      const place = { firstDay: firstDayOf(row), timeZone: row.timeZone, expiresAt }
      return { extension: { askedUntil: extendedUntil(place, input.days), count: count + 1 } }
    }
    case 'accept-extension':
      return { expiresAt: extensionAskedUntil, clockSince: now, extension: { askedUntil: null, count } }
    case 'refuse-extension':
      return { extension: { askedUntil: null, count } }
    default:
      return {}
  }
}
