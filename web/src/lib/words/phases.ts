import type { PhaseKind } from '@repere/api/client.ts'
import type { Labels } from './words.ts'

/** Phases of a project. */
export const phaseNames: Labels<PhaseKind> = {
  fr: {
    'script-reading': 'Lecture du scénario',
    prep: 'Repérages et prépa',
    'casting-support': 'Aide au casting',
    rehearsal: 'Répétitions',
    shoot: 'Tournage',
    wrap: 'Fin de tournage',
    post: 'Post-production',
    report: 'Bilan',
  },
  en: {
    'script-reading': 'Script reading',
    prep: 'Recce and prep',
    'casting-support': 'Casting support',
    rehearsal: 'Rehearsals',
    shoot: 'Shoot',
    wrap: 'Wrap',
    post: 'Post-production',
    report: 'Final report',
  },
}
