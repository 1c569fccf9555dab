import type { Discipline } from '@repere/db/vocabulary/discipline.ts'

/** Feminine and masculine of a function, and how it is written for both. */
const bothForms = (masculine: string, feminine: string, rest: string): string[] =>
  [masculine, feminine].map((form) => `${form} ${rest}`)

/** The usual functions before « d’intimité », « d’écoproduction ». */
const coordination = [
  ['coordinateur', 'coordinatrice'],
  ['coordonnateur', 'coordonnatrice'],
  ['directeur', 'directrice'],
] as const

/**
 * Everything the two professions are called, in the forms people type: feminine and masculine, Québec, stage, English,
 * short forms. One table for both engines: a person is found by every form of their profession, whichever they chose.
 */
export const titleForms: Record<Discipline, readonly string[]> = {
  intimacy: [
    ...coordination.flatMap(([masculine, feminine]) => bothForms(masculine, feminine, 'd’intimité')),
    ...bothForms('coordonnateur', 'coordonnatrice', 'de l’intimité'),
    ...bothForms('chorégraphe', 'chorégraphe', 'd’intimité').slice(0, 1),
    'coordination d’intimité',
    'coordination de scènes intimes',
    'coordo intimité',
    'coach d’intimité',
    'référent intimité',
    'référente intimité',
    'intimacy coordinator',
    'intimacy director',
    'intimacy coordination',
    'intimacy coach',
    'intimacy choreographer',
    'intimacy professional',
    'CI',
    'IC',
  ],
  'eco-production': [
    ...coordination
      .slice(0, 2)
      .flatMap(([masculine, feminine]) => bothForms(masculine, feminine, 'd’écoproduction')),
    ...bothForms('directeur', 'directrice', 'de l’éco-production'),
    ...bothForms('chargé', 'chargée', 'd’éco-production'),
    'coordination d’éco-production',
    'éco-coordinateur',
    'éco-coordinatrice',
    'éco-référent',
    'éco-référente',
    'référent écoproduction',
    'référente écoproduction',
    'responsable d’éco-production',
    'éco-responsable',
    'éco-manager',
    'coordo éco-prod',
    'conseiller éco-production',
    'conseillère éco-production',
    'éco-conseiller',
    'éco-conseillère',
    'eco-production coordinator',
    'eco manager',
    'green consultant',
    'green steward',
    'green manager',
    'green runner',
    'sustainability coordinator',
    'sustainability manager',
    'sustainability consultant',
    'sustainable production',
    'eco supervisor',
    'eco consultant',
    'responsable environnement',
    'responsable développement durable',
    'environmental steward',
  ],
}
