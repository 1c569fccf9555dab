import type { Day } from '@repere/db/vocabulary/day.ts'
import type { Medium } from '@repere/db/vocabulary/medium.ts'
import type { Viewer } from './viewer-rules.ts'

/** How many credits a person may list: what a reader can still take in, several times over. */
export const mostCredits = 100

/** What somebody worked on, as they know it themselves. */
export interface Credit {
  id: string
  title: string
  confidentialUntil: Day | null
  kind: Medium
  year: number
  role: string
  production: string | null
  link: string | null
}

/** Whether silence still lies on a title: to the end of its last day, where the person lives. */
export const isConfidential = (
  { confidentialUntil }: Pick<Credit, 'confidentialUntil'>,
  today: Day,
): boolean => confidentialUntil !== null && today <= confidentialUntil

/** A credit with what the clock says of it. */
export type DatedCredit = Credit & { confidential: boolean }

/**
 * A credit as one viewer reads it. While silence lasts, title, production and link are its owner's alone, since each
 * names the work: the others learn that there was one, of what kind, when, and in which role.
 */
export const presentCredit = (credit: DatedCredit, viewer: Viewer) => {
  const silent = credit.confidential && viewer !== 'me'
  return {
    kind: credit.kind,
    year: credit.year,
    role: credit.role,
    confidential: credit.confidential,
    title: silent ? null : credit.title,
    production: silent ? null : credit.production,
    link: silent ? null : credit.link,
  }
}

export interface CreditFault {
  pointer: string
  detail: string
}

/** What cannot be kept of a credit: a year too far ahead, a silence that ends before it begins or lasts for ever. */
export const findCreditFaults = (
  { year, confidentialUntil }: Pick<Credit, 'year' | 'confidentialUntil'>,
  today: Day,
): CreditFault[] => {
  const thisYear = Number(today.slice(0, 4))
  const faults: (CreditFault | false)[] = [
    year > thisYear + 1 && { pointer: '/year', detail: 'must be next year at the latest' },
    confidentialUntil !== null &&
      confidentialUntil < today && { pointer: '/confidentialUntil', detail: 'must not be in the past' },
    confidentialUntil !== null &&
      Number(confidentialUntil.slice(0, 4)) > thisYear + 10 && {
        pointer: '/confidentialUntil',
        detail: 'must lie within ten years',
      },
  ]
  return faults.filter((fault) => fault !== false)
}

/** The ids in their new order, one of them moved to a place; a place past the end is the end. */
export const moveTo = (ids: readonly string[], id: string, place: number): string[] => {
  const others = ids.filter((other) => other !== id)
  return [...others.slice(0, place), id, ...others.slice(place)]
}
