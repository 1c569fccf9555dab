import type { Agreement, EmploymentForm, RatePeriod } from '@repere/api/client.ts'
import type { Labels } from './words.ts'

/** Forms of employment. */
export const employmentFormNames: Labels<EmploymentForm> = {
  fr: {
    cddu: 'CDDU',
    cdd: 'CDD',
    cdi: 'CDI',
    invoice: 'Facture',
    'umbrella-company': 'Portage salarial',
    foreign: 'Contrat étranger',
  },
  en: {
    cddu: 'CDDU (French fixed-term, customary)',
    cdd: 'Fixed-term contract',
    cdi: 'Permanent contract',
    invoice: 'Invoice',
    'umbrella-company': 'Umbrella company',
    foreign: 'Foreign contract',
  },
}

/** Collective agreements. */
export const agreementNames: Labels<Agreement> = {
  fr: {
    '3097': 'Cinéma et publicité (IDCC 3097)',
    '2642': 'Production audiovisuelle (IDCC 2642)',
    '2412': 'Animation (IDCC 2412)',
    '1285': 'Spectacle vivant, secteur public (IDCC 1285)',
    '3090': 'Spectacle vivant, secteur privé (IDCC 3090)',
    foreign: 'Convention étrangère',
    other: 'Autre',
  },
  en: {
    '3097': 'Cinema and advertising (IDCC 3097)',
    '2642': 'Audiovisual production (IDCC 2642)',
    '2412': 'Animation (IDCC 2412)',
    '1285': 'Performing arts, public (IDCC 1285)',
    '3090': 'Performing arts, private (IDCC 3090)',
    foreign: 'Foreign agreement',
    other: 'Other',
  },
}

/** What a rate is counted by. */
export const ratePeriodNames: Labels<RatePeriod> = {
  fr: {
    day: 'par jour',
    week: 'par semaine',
    package: 'au forfait',
  },
  en: {
    day: 'per day',
    week: 'per week',
    package: 'for the whole',
  },
}
