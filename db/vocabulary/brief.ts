/** Natures of an intimate scene: structured words, never a description. */
export const sceneNatures = [
  'kiss',
  'caresses',
  'nudity',
  'simulated-sex',
  'sexual-violence',
  'medical-or-birth',
  'family',
  'other',
] as const

export type SceneNature = (typeof sceneNatures)[number]

export const nudityLevels = ['none', 'underwear', 'partial', 'full-covered', 'full'] as const

export type NudityLevel = (typeof nudityLevels)[number]

export const ageBrackets = ['adult', '16-17', 'under-16'] as const

export type AgeBracket = (typeof ageBrackets)[number]

/** Why a coordinator is wanted; never which performer asked, since with one performer that names a person. */
export const intimacyWhys = [
  'agreement-requires',
  'production',
  'broadcaster',
  'insurer',
  'union-rule',
] as const

export type IntimacyWhy = (typeof intimacyWhys)[number]

export const intimacyDeliverables = [
  'scene-breakdown',
  'individual-talks',
  'shooting-protocol',
  'nudity-clauses',
  'choreography',
  'modesty-kit',
  'presence-on-set',
  'rushes-check',
  'report',
] as const

export type IntimacyDeliverable = (typeof intimacyDeliverables)[number]

export const ecoObligations = ['cnc-aid', 'regional-bonus', 'foreign-fund', 'broadcaster', 'none'] as const

export type EcoObligation = (typeof ecoObligations)[number]

export const ecoScopes = [
  'protected-site',
  'flights',
  'generators',
  'set-building',
  'catering',
  'studio',
  'animals',
  'vehicles',
] as const

export type EcoScope = (typeof ecoScopes)[number]

export const ecoDeliverables = [
  'script-analysis',
  'provisional-report',
  'action-plan',
  'roadmap',
  'crew-briefing',
  'on-set-follow-up',
  'data-collection',
  'audit-file',
  'final-report',
  'set-reuse',
] as const

export type EcoDeliverable = (typeof ecoDeliverables)[number]

/** What a back-schedule dates: each thing to deliver, and the application for the label. */
export const ecoMilestones = ['label-application', ...ecoDeliverables] as const

export type EcoMilestone = (typeof ecoMilestones)[number]
