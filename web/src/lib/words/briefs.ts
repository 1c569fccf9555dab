import type {
  AgeBracket,
  EcoDeliverable,
  EcoMilestone,
  EcoObligation,
  EcoScope,
  IntimacyDeliverable,
  IntimacyWhy,
  Locale,
  NudityLevel,
  SceneNature,
} from '@repere/api/client.ts'
import type { Labels } from './words.ts'

/** Natures of a scene. */
export const natureNames: Labels<SceneNature> = {
  fr: {
    kiss: 'Baiser',
    caresses: 'Caresses',
    nudity: 'Nudité',
    'simulated-sex': 'Acte sexuel simulé',
    'sexual-violence': 'Violence sexuelle',
    'medical-or-birth': 'Soin, accouchement',
    family: 'Intimité familiale',
    other: 'Autre',
  },
  en: {
    kiss: 'Kiss',
    caresses: 'Caresses',
    nudity: 'Nudity',
    'simulated-sex': 'Simulated sex',
    'sexual-violence': 'Sexual violence',
    'medical-or-birth': 'Medical, birth',
    family: 'Family closeness',
    other: 'Other',
  },
}

/** How much is seen. */
export const nudityNames: Labels<NudityLevel> = {
  fr: {
    none: 'Aucune',
    underwear: 'Sous-vêtements',
    partial: 'Partielle',
    'full-covered': 'Intégrale, couverte',
    full: 'Intégrale',
  },
  en: {
    none: 'None',
    underwear: 'Underwear',
    partial: 'Partial',
    'full-covered': 'Full, covered',
    full: 'Full',
  },
}

/** Ages, by bracket. */
export const bracketNames: Labels<AgeBracket> = {
  fr: {
    adult: 'Majeurs',
    '16-17': '16 à 17 ans',
    'under-16': 'Moins de 16 ans',
  },
  en: {
    adult: 'Adults',
    '16-17': '16 to 17',
    'under-16': 'Under 16',
  },
}

/** « 2 majeurs », « 1 de 16 à 17 ans »: how many, of what age, in running text. */
export const countPerformers = (count: number, bracket: AgeBracket, locale: Locale): string => {
  const [one, many] = {
    fr: {
      adult: ['majeur', 'majeurs'],
      '16-17': ['de 16 à 17 ans', 'de 16 à 17 ans'],
      'under-16': ['de moins de 16 ans', 'de moins de 16 ans'],
    },
    en: {
      adult: ['adult', 'adults'],
      '16-17': ['aged 16 to 17', 'aged 16 to 17'],
      'under-16': ['under 16', 'under 16'],
    },
  }[locale][bracket] as [string, string]
  return `${count}\u00a0${count === 1 ? one : many}`
}

/** Why a coordinator is wanted. */
export const intimacyWhyNames: Labels<IntimacyWhy> = {
  fr: {
    'agreement-requires': 'L’accord de branche l’exige',
    production: 'La production le souhaite',
    broadcaster: 'Le diffuseur le demande',
    insurer: 'L’assureur le demande',
    'union-rule': 'Une règle syndicale',
  },
  en: {
    'agreement-requires': 'The agreement requires it',
    production: 'The production wishes it',
    broadcaster: 'The broadcaster asks',
    insurer: 'The insurer asks',
    'union-rule': 'A union rule',
  },
}

/** What is expected. */
export const intimacyDeliverableNames: Labels<IntimacyDeliverable> = {
  fr: {
    'scene-breakdown': 'Dépouillement des scènes',
    'individual-talks': 'Entretiens individuels',
    'shooting-protocol': 'Protocole de tournage',
    'nudity-clauses': 'Clauses de nudité',
    choreography: 'Chorégraphie',
    'modesty-kit': 'Caches et protections',
    'presence-on-set': 'Présence sur le plateau',
    'rushes-check': 'Contrôle des rushes',
    report: 'Compte rendu',
  },
  en: {
    'scene-breakdown': 'Scene breakdown',
    'individual-talks': 'Individual talks',
    'shooting-protocol': 'Shooting protocol',
    'nudity-clauses': 'Nudity riders',
    choreography: 'Choreography',
    'modesty-kit': 'Modesty kit',
    'presence-on-set': 'Presence on set',
    'rushes-check': 'Rushes check',
    report: 'Report',
  },
}

/** Aid or obligation. */
export const ecoObligationNames: Labels<EcoObligation> = {
  fr: {
    'cnc-aid': 'Aide du CNC',
    'regional-bonus': 'Bonus régional',
    'foreign-fund': 'Fonds étranger',
    broadcaster: 'Diffuseur',
    none: 'Aucune',
  },
  en: {
    'cnc-aid': 'CNC aid',
    'regional-bonus': 'Regional bonus',
    'foreign-fund': 'Foreign fund',
    broadcaster: 'Broadcaster',
    none: 'None',
  },
}

/** What the project involves. */
export const ecoScopeNames: Labels<EcoScope> = {
  fr: {
    'protected-site': 'Site protégé',
    flights: 'Vols',
    generators: 'Groupes électrogènes',
    'set-building': 'Construction de décors',
    catering: 'Restauration',
    studio: 'Studio',
    animals: 'Animaux',
    vehicles: 'Véhicules',
  },
  en: {
    'protected-site': 'Protected site',
    flights: 'Flights',
    generators: 'Generators',
    'set-building': 'Set building',
    catering: 'Catering',
    studio: 'Studio',
    animals: 'Animals',
    vehicles: 'Vehicles',
  },
}

/** What is expected. */
export const ecoDeliverableNames: Labels<EcoDeliverable> = {
  fr: {
    'script-analysis': 'Analyse du scénario',
    'provisional-report': 'Bilan carbone prévisionnel',
    'action-plan': 'Plan d’actions',
    roadmap: 'Feuille de route',
    'crew-briefing': 'Briefing de l’équipe',
    'on-set-follow-up': 'Suivi de plateau',
    'data-collection': 'Collecte des données',
    'audit-file': 'Dossier d’audit',
    'final-report': 'Bilan carbone définitif',
    'set-reuse': 'Réemploi des décors',
  },
  en: {
    'script-analysis': 'Script analysis',
    'provisional-report': 'Provisional carbon report',
    'action-plan': 'Action plan',
    roadmap: 'Roadmap',
    'crew-briefing': 'Crew briefing',
    'on-set-follow-up': 'On-set follow-up',
    'data-collection': 'Data collection',
    'audit-file': 'Audit file',
    'final-report': 'Final carbon report',
    'set-reuse': 'Set reuse',
  },
}

/** What a back-schedule dates: beside the deliverables, the application for the label. */
export const ecoMilestoneNames: Labels<EcoMilestone> = {
  fr: { ...ecoDeliverableNames.fr, 'label-application': 'Dépôt du dossier de label' },
  en: { ...ecoDeliverableNames.en, 'label-application': 'Application for the label' },
}
