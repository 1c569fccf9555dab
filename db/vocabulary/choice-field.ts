import type { Audience } from './audience.ts'

/** Fields of a profile whose audience its owner chooses; `coordinator.visibility` holds only what was chosen. */
export const choiceFields = [
  'pronouns',
  'bio',
  'media',
  'employmentForms',
  'remotePrep',
  'noticeDays',
  'mentoring',
  'daysOnSet',
  'productionsCount',
  'workingSince',
  'rate',
] as const

export type ChoiceField = (typeof choiceFields)[number]

export type Visibility = { [Field in ChoiceField]?: Audience | undefined }

/** Whom a field is for. What was never chosen is public, but for the rate: shown only to whom the person says. */
export const audienceOf = (visibility: Visibility, field: ChoiceField): Audience =>
  visibility[field] ?? (field === 'rate' ? 'only-me' : 'public')

/** The columns behind each field: those that `db/tables/coordinator.ts` tags `choice`, each once. */
export const columnsOfChoice = {
  pronouns: ['pronouns'],
  bio: ['bioFr', 'bioEn'],
  media: ['media'],
  employmentForms: ['employmentForms'],
  remotePrep: ['remotePrep'],
  noticeDays: ['noticeDays'],
  mentoring: ['mentoring'],
  daysOnSet: ['daysOnSet'],
  productionsCount: ['productionsCount'],
  workingSince: ['workingSince'],
  rate: ['rateFromCents', 'rateToCents', 'rateCurrency'],
} as const satisfies Record<ChoiceField, readonly string[]>
