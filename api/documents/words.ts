import type { Agreement } from '@repere/db/vocabulary/agreement.ts'
import type { EmploymentForm } from '@repere/db/vocabulary/employment-form.ts'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import type { PhaseKind } from '@repere/db/vocabulary/phase-kind.ts'
import type { RatePeriod } from '@repere/db/vocabulary/rate.ts'

type Words<Word extends string> = Record<Locale, Record<Word, string>>

export const phaseWords: Words<PhaseKind> = {
  fr: {
    'script-reading': 'Lecture du scénario',
    prep: 'Repérages et préparation',
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

export const employmentWords: Words<EmploymentForm> = {
  fr: {
    cddu: 'Contrat à durée déterminée d’usage (CDDU)',
    cdd: 'Contrat à durée déterminée (CDD)',
    cdi: 'Contrat à durée indéterminée (CDI)',
    invoice: 'Facture d’une activité indépendante',
    'umbrella-company': 'Portage salarial',
    foreign: 'Contrat de droit étranger',
  },
  en: {
    cddu: 'French customary fixed-term contract (CDDU)',
    cdd: 'Fixed-term contract (CDD)',
    cdi: 'Permanent contract (CDI)',
    invoice: 'Invoice of a self-employed person',
    'umbrella-company': 'Umbrella company',
    foreign: 'Contract under foreign law',
  },
}

export const agreementWords: Words<Agreement> = {
  fr: {
    '3097': 'Production cinématographique et publicité (IDCC 3097)',
    '2642': 'Production audiovisuelle (IDCC 2642)',
    '2412': 'Production de films d’animation (IDCC 2412)',
    '1285': 'Entreprises artistiques et culturelles (IDCC 1285)',
    '3090': 'Spectacle vivant, secteur privé (IDCC 3090)',
    foreign: 'Convention étrangère',
    other: 'Autre convention',
  },
  en: {
    '3097': 'French cinema and advertising (IDCC 3097)',
    '2642': 'French audiovisual production (IDCC 2642)',
    '2412': 'French animation (IDCC 2412)',
    '1285': 'French performing arts, public (IDCC 1285)',
    '3090': 'French performing arts, private (IDCC 3090)',
    foreign: 'Foreign agreement',
    other: 'Another agreement',
  },
}

export const rateWords: Words<RatePeriod> = {
  fr: { day: 'brut par jour', week: 'brut par semaine', package: 'brut, au forfait' },
  en: { day: 'gross per day', week: 'gross per week', package: 'gross, for the whole' },
}

/** A rate's unit where the amount is a part of it. */
export const shareWords: Words<RatePeriod> = {
  fr: { day: 'par jour convenu', week: 'par semaine convenue', package: 'sur le forfait' },
  en: { day: 'per agreed day', week: 'per agreed week', package: 'of the whole' },
}
