import type { CreditRole } from '@repere/db/vocabulary/completion.ts'
import type { Day } from '@repere/db/vocabulary/day.ts'
import type { Discipline } from '@repere/db/vocabulary/discipline.ts'
import type { Medium } from '@repere/db/vocabulary/medium.ts'
import type { Viewer } from './viewer-rules.ts'

/** A credit that a production confirmed after a booking, as the person knows it. */
export interface ConfirmedCredit {
  id: string
  bookingId: string | null
  discipline: Discipline
  kind: Medium
  year: number
  role: CreditRole
  daysOnSet: number
  title: string
  titleHiddenUntil: Day | null
  /** What the clock says of the silence. */
  confidential: boolean
  /** Null once the production was erased. */
  production: string | null
  shown: boolean
  /** The declared credit of the same work, which it stands for. */
  creditId: string | null
}

/**
 * A confirmed credit as one viewer reads it; one that is not shown is its owner's alone. While silence lasts the
 * others learn that a production confirmed it, as what and for how many days: neither title nor who.
 */
export const presentConfirmed = (credit: ConfirmedCredit, viewer: Viewer) => {
  const silent = credit.confidential && viewer !== 'me'
  return {
    discipline: credit.discipline,
    kind: credit.kind,
    year: credit.year,
    role: credit.role,
    daysOnSet: credit.daysOnSet,
    confidential: credit.confidential,
    title: silent ? null : credit.title,
    production: silent ? null : credit.production,
  }
}

/** Declared credits beside those confirmed: what a confirmed one that is shown stands for is not listed twice. */
export const besideConfirmed = <Credit extends { id: string }>(
  declared: readonly Credit[],
  confirmed: readonly ConfirmedCredit[],
): Credit[] => {
  const replaced = new Set(confirmed.filter(({ shown }) => shown).map(({ creditId }) => creditId))
  return declared.filter(({ id }) => !replaced.has(id))
}

/** Days on set that productions confirmed, all of them. */
export const confirmedDays = (credits: readonly Pick<ConfirmedCredit, 'daysOnSet'>[]): number =>
  credits.reduce((sum, { daysOnSet }) => sum + daysOnSet, 0)

/**
 * Days on set in all: those declared, and those confirmed beside them. The days of a work that the person declared too
 * are among the declared ones already, and count once.
 */
export const allDaysOnSet = (
  declared: number | null,
  confirmed: readonly Pick<ConfirmedCredit, 'daysOnSet' | 'creditId'>[],
): number | null => {
  const beside = confirmed.filter(({ creditId }) => creditId === null)
  return declared === null && confirmed.length === 0
    ? null
    : Math.max((declared ?? 0) + confirmedDays(beside), confirmedDays(confirmed))
}
