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
  'mobility',
  'countries',
  'workPermits',
  'labels',
  'tools',
  'insured',
  'firstAid',
  'codeOfConduct',
  'credits',
  'photo',
] as const

export type ChoiceField = (typeof choiceFields)[number]

export type Visibility = { [Field in ChoiceField]?: Audience | undefined }

/** Shown to fewer until the person says otherwise: a price, a face, and what lets others guess at a passport. */
const reserved: Visibility = { rate: 'only-me', photo: 'only-me', workPermits: 'after-acceptance' }

/** Whom a field is for. What was never chosen is public, but for the few that are {@link reserved}. */
export const audienceOf = (visibility: Visibility, field: ChoiceField): Audience =>
  visibility[field] ?? reserved[field] ?? 'public'

/** The columns behind each field: those that `db/tables/coordinator.ts` tags `choice`, each once. Lists have tables of their own. */
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
  mobility: ['mobility'],
  countries: ['countries'],
  workPermits: ['workPermits'],
  labels: ['labels'],
  tools: ['tools'],
  insured: ['insured'],
  firstAid: ['firstAid'],
  codeOfConduct: ['codeOfConduct', 'codeOfConductLink'],
  credits: [],
  photo: [],
} as const satisfies Record<ChoiceField, readonly string[]>
