import type { Filters, Viewer } from './filters.ts'

/** Somebody of whom the index may still tell what is no longer for everybody. */
export interface HeldBack {
  id: string
  /** Nobody may find them any more, in any way. */
  isGone: boolean
  /** Their days are for verified productions alone. */
  hidesDays: boolean
  /** What they wrote of themselves is for fewer than everybody. */
  hidesBio: boolean
}

/** Whom the index must leave out of an answer: by their words, by their days, or altogether. */
export const excludedFrom = (
  held: readonly HeldBack[],
  { q, days }: Pick<Filters, 'q' | 'days'>,
  { seesAllDays }: Viewer,
): string[] =>
  held
    .filter(
      ({ isGone, hidesDays, hidesBio }) =>
        isGone || (q !== '' && hidesBio) || (days.length > 0 && !seesAllDays && hidesDays),
    )
    .map(({ id }) => id)
