import { type Day, daysBetween } from '@repere/db/vocabulary/day.ts'
import type { EmploymentForm } from '@repere/db/vocabulary/employment-form.ts'
import type { PhaseKind } from '@repere/db/vocabulary/phase-kind.ts'
import type { Currency, RatePeriod } from '@repere/db/vocabulary/rate.ts'

export interface TermsPhase {
  id: string
  kind: PhaseKind
  days: Day[]
  remote: boolean
  exclusive: boolean
}

export interface Rate {
  amountCents: number
  currency: Currency
  per: RatePeriod
}

/** What two sides agree on. */
export interface Terms {
  phases: TermsPhase[]
  rate: Rate | null
  employmentForm: EmploymentForm | null
}

/** What a proposal changes; what it does not name stays. Days are named as a whole, or phase by phase. */
export interface Proposal {
  days?: readonly Day[] | undefined
  phases?: readonly { id: string; days: readonly Day[] }[] | undefined
  rate?: Rate | null | undefined
  employmentForm?: EmploymentForm | null | undefined
}

export type Proposed =
  | { ok: true; terms: Terms }
  | { ok: false; because: 'nothing-changes' | 'no-days' | 'span-too-long' }
  | { ok: false; because: 'unknown-phase'; index: number }

/** From script reading to final report: the constraint of the table says the same. */
const longestSpanDays = 1_100

/** The terms a proposal makes of those before it. */
export const propose = (terms: Terms, { days, phases, rate, employmentForm }: Proposal): Proposed => {
  const unknown = phases?.findIndex(({ id }) => !terms.phases.some((phase) => phase.id === id)) ?? -1
  if (unknown >= 0) return { ok: false, because: 'unknown-phase', index: unknown }
  const moved = phases ? withPhases(terms.phases, phases) : days ? withDays(terms.phases, days) : terms.phases
  const left = moved.filter((phase) => phase.days.length > 0)
  const all = daysOfPhases(left)
  const [first, last] = [all[0], all.at(-1)]
  if (!first || !last) return { ok: false, because: 'no-days' }
  if (daysBetween(first, last) >= longestSpanDays) return { ok: false, because: 'span-too-long' }
  const next: Terms = {
    phases: left,
    rate: rate === undefined ? terms.rate : rate,
    employmentForm: employmentForm === undefined ? terms.employmentForm : employmentForm,
  }
  return isSame(terms, next) ? { ok: false, because: 'nothing-changes' } : { ok: true, terms: next }
}

/** All days of some phases, in order. */
export const daysOfPhases = (phases: readonly Pick<TermsPhase, 'days'>[]): Day[] =>
  [...new Set(phases.flatMap(({ days }) => days))].sort()

/** Those of its days that exclude other work. */
export const exclusiveDaysOf = (phases: readonly TermsPhase[]): Day[] =>
  daysOfPhases(phases.filter(({ exclusive }) => exclusive))

const inOrder = (days: readonly Day[]): Day[] => [...new Set(days)].sort()

const withPhases = (
  phases: readonly TermsPhase[],
  chosen: readonly { id: string; days: readonly Day[] }[],
): TermsPhase[] =>
  phases.map((phase) => {
    const named = chosen.find(({ id }) => id === phase.id)
    return named ? { ...phase, days: inOrder(named.days) } : phase
  })

/** Days that stay, stay in their phases; a new day joins the phase that has the nearest day. */
const withDays = (phases: readonly TermsPhase[], days: readonly Day[]): TermsPhase[] => {
  const wanted = inOrder(days)
  const known = new Set(daysOfPhases(phases))
  const added = Map.groupBy(
    wanted.filter((day) => !known.has(day)),
    (day) => nearestPhase(phases, day),
  )
  return phases.map((phase, index) => ({
    ...phase,
    days: inOrder([...phase.days.filter((day) => wanted.includes(day)), ...(added.get(index) ?? [])]),
  }))
}

const nearestPhase = (phases: readonly TermsPhase[], day: Day): number => {
  const distances = phases.map((phase) =>
    Math.min(...phase.days.map((own) => Math.abs(daysBetween(own, day)))),
  )
  return distances.indexOf(Math.min(...distances))
}

const isSame = (one: Terms, other: Terms): boolean => asText(one) === asText(other)

const asText = ({ phases, rate, employmentForm }: Terms): string =>
  JSON.stringify([
    phases.map(({ id, days }) => [id, inOrder(days)]),
    rate && [rate.amountCents, rate.currency, rate.per],
    employmentForm,
  ])
