import type { Booking, Day } from '@repere/api/client.ts'

type Terms = Pick<Booking['terms'][number], 'phases' | 'rate' | 'employmentForm'>

/** What a version of the terms changes of the one before it; what stays is not named. */
export interface TermsDifference {
  phases: { kind: Terms['phases'][number]['kind']; added: Day[]; removed: Day[] }[]
  rate?: { before: Terms['rate']; after: Terms['rate'] }
  employmentForm?: { before: Terms['employmentForm']; after: Terms['employmentForm'] }
}

/** Days added and removed phase by phase, so that a day that moved to another phase is seen too; then pay and form. */
export const termsDifference = (before: Terms, after: Terms): TermsDifference => {
  const all = [
    ...before.phases,
    ...after.phases.filter(({ id }) => !before.phases.some((phase) => phase.id === id)),
  ]
  const phases = all
    .map(({ id, kind }) => {
      const old = daysOfPhase(before, id)
      const now = daysOfPhase(after, id)
      return {
        kind,
        added: now.filter((day) => !old.includes(day)),
        removed: old.filter((day) => !now.includes(day)),
      }
    })
    .filter(({ added, removed }) => added.length > 0 || removed.length > 0)
  return {
    phases,
    ...(!isSameRate(before.rate, after.rate) && { rate: { before: before.rate, after: after.rate } }),
    ...(before.employmentForm !== after.employmentForm && {
      employmentForm: { before: before.employmentForm, after: after.employmentForm },
    }),
  }
}

const daysOfPhase = ({ phases }: Terms, id: string): Day[] =>
  phases.find((phase) => phase.id === id)?.days ?? []

const isSameRate = (one: Terms['rate'], other: Terms['rate']): boolean =>
  one?.amountCents === other?.amountCents && one?.currency === other?.currency && one?.per === other?.per
