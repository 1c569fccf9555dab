import type { Trx } from '@repere/db'
import type { Day } from '@repere/db/vocabulary/day.ts'
import { refuse } from '../problem.ts'
import { readableUntil } from '../projects/service.ts'
import type { BookingRow } from './repository.ts'
import type { BookingShape } from './shapes-contract.ts'
import type { listTerms } from './terms-repository.ts'
import { daysOfPhases, type Proposal, propose, type Terms } from './terms-rules.ts'
import { keepReadable } from './write-repository.ts'

type Version = Awaited<ReturnType<typeof listTerms>>[number]

/** The terms of a booking as they stand. */
export const termsOf = (row: BookingRow): Terms => ({
  phases: row.phases,
  rate: rateOf(row),
  employmentForm: row.employmentForm,
})

/** A rate, where one is named. */
export const rateOf = ({
  rateAmountCents,
  rateCurrency,
  ratePer,
}: Pick<BookingRow, 'rateAmountCents' | 'rateCurrency' | 'ratePer'>): Terms['rate'] =>
  rateAmountCents !== null && rateCurrency && ratePer
    ? { amountCents: rateAmountCents, currency: rateCurrency, per: ratePer }
    : null

/** Every version as the parties compare them; a registrar reads the days alone. */
export const toVersions = (versions: readonly Version[], isParty: boolean): BookingShape['terms'] =>
  versions.map((one) => ({
    version: one.version,
    by: one.party,
    at: one.proposedAt.toISOString(),
    days: one.days,
    exclusiveDays: one.exclusiveDays,
    phases: one.phases,
    rate: isParty ? rateOf(one) : null,
    employmentForm: one.employmentForm,
  }))

const details = {
  'nothing-changes': 'must change something: days, rate or form',
  'no-days': 'must leave at least one day',
  'span-too-long': 'must span at most 1,100 days',
}

/** The terms that a counter-offer makes of those that stand; refuses one that makes no sense, field by field. */
export const counteredTerms = (row: BookingRow, proposal: Proposal): Terms => {
  const proposed = propose(termsOf(row), proposal)
  if (proposed.ok) return proposed.terms
  if (proposed.because === 'unknown-phase')
    return refuseField(`/phases/${proposed.index}/id`, 'is not a phase of this booking')
  const pointer = proposed.because === 'nothing-changes' ? '/move' : proposal.phases ? '/phases' : '/days'
  return refuseField(pointer, details[proposed.because])
}

/** The terms of an option with fewer days; refuses days that it does not hold, and keeping them all. */
export const trimmedTerms = (row: BookingRow, days: readonly Day[]): Terms => {
  const held = daysOfPhases(row.phases)
  const stray = days.findIndex((day) => !held.includes(day))
  if (stray >= 0) return refuseField(`/days/${stray}`, 'is not a day of this option')
  if (new Set(days).size === held.length) return refuseField('/days', 'must leave some day out')
  return counteredTerms(row, { days })
}

const refuseField = (pointer: string, detail: string): never =>
  refuse('invalid-request', { errors: [{ pointer, detail }] })

/** Keeps the words of a booking readable for as long as new days want. */
export const keepWordsFor = (trx: Trx, row: BookingRow, terms: Terms): Promise<void> =>
  keepReadable(trx, row.sealingKeyId, readableUntil(daysOfPhases(terms.phases)))
