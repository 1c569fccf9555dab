import type { Discipline } from '@repere/db/vocabulary/discipline.ts'

const doubleForms: Record<Discipline, string> = {
  intimacy: 'coordinatrice ou coordinateur d’intimité',
  'eco-production': 'coordinatrice ou coordinateur d’éco-production',
}

const both = 'coordinatrice ou coordinateur d’intimité et d’éco-production'

/** The double form, which screen readers speak well, for who chose no title. Empty without a discipline. */
const defaultTitle = (disciplines: readonly Discipline[]): string => {
  const [first, second] = disciplines
  return second ? both : first ? doubleForms[first] : ''
}

const defaults = new Set([both, ...Object.values(doubleForms)])

/** The title to keep: the person's own, else the double form of their disciplines as they now are. */
export const chooseTitle = (asked: string, disciplines: readonly Discipline[]): string =>
  asked && !defaults.has(asked) ? asked : defaultTitle(disciplines)

/** Whether a title claims a certification: that is never declared, it follows from credentials. */
export const claimsCertification = (title: string): boolean =>
  /certifi|dipl[oô]m|agr[eé]{2}|accredit|accr[eé]dit/i.test(title)
