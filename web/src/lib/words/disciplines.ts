import type { Discipline } from '@repere/api/client.ts'
import type { Labels } from './words.ts'

/** Short names: a choice between the two. */
export const disciplineNames: Labels<Discipline> = {
  fr: {
    intimacy: 'Intimité',
    'eco-production': 'Écoproduction',
  },
  en: {
    intimacy: 'Intimacy',
    'eco-production': 'Eco-production',
  },
}

/** The profession, in the double form where nobody chose one. */
export const professionNames: Labels<Discipline> = {
  fr: {
    intimacy: 'Coordinatrice ou coordinateur d’intimité',
    'eco-production': 'Coordinatrice ou coordinateur d’écoproduction',
  },
  en: {
    intimacy: 'Intimacy coordinator',
    'eco-production': 'Eco-production coordinator',
  },
}

/** As the end of a sentence: « 12 personnes pour … ». */
export const disciplineAims: Labels<Discipline> = {
  fr: {
    intimacy: 'l’intimité',
    'eco-production': 'l’écoproduction',
  },
  en: {
    intimacy: 'intimacy',
    'eco-production': 'eco-production',
  },
}
