import { type Discipline, disciplines } from '@repere/db/vocabulary/discipline.ts'
import type { Level } from '@repere/db/vocabulary/level.ts'
import { claimsCertification } from './title-rules.ts'

/** What makes a profile complete, in the order in which the listing path asks for it. */
export const profileItems = [
  'displayName',
  'disciplines',
  'regions',
  'levels',
  'headline',
  'specialisms',
  'languages',
  'employmentForms',
  'credentials',
  'experience',
  'credits',
  'days',
  'bio',
  'frenchText',
  'englishText',
  'verifiedEmail',
] as const

export type ProfileItem = (typeof profileItems)[number]

/** Why an item matters: what its absence costs the person. */
export const itemReasons = {
  displayName: 'needed-to-publish',
  disciplines: 'needed-to-publish',
  regions: 'needed-to-publish',
  levels: 'read-first',
  headline: 'read-first',
  specialisms: 'found-by-filter',
  languages: 'found-by-filter',
  employmentForms: 'settles-the-contract',
  credentials: 'proves',
  experience: 'counts-beside-certificates',
  credits: 'shows-work',
  days: 'found-by-dates',
  bio: 'read-before-asking',
  frenchText: 'read-here',
  englishText: 'read-abroad',
  verifiedEmail: 'needed-to-publish',
} as const satisfies Record<ProfileItem, string>

export type ItemReason = (typeof itemReasons)[ProfileItem]

export interface CompletenessLine {
  item: ProfileItem
  done: boolean
  why: ItemReason
}

type Texts = { fr?: string | undefined; en?: string | undefined }

/** What completeness is judged on. */
export interface Judged {
  displayName: string
  disciplines: readonly Discipline[]
  regions: readonly string[]
  levels: { [D in Discipline]?: Level<D> | undefined }
  headline: Texts
  bio: Texts
  specialisms: readonly string[]
  languages: readonly unknown[]
  employmentForms: readonly string[]
  /** How many credentials others can see. */
  credentialCount: number
  daysOnSet: number | null
  credits: readonly unknown[]
  /** Whether the calendar says until when it is known. */
  daysKnown: boolean
  emailVerified: boolean
}

const isDone: Record<ProfileItem, (profile: Judged) => boolean> = {
  displayName: ({ displayName }) => displayName !== '',
  disciplines: ({ disciplines }) => disciplines.length > 0,
  regions: ({ regions }) => regions.length > 0,
  levels: ({ levels, disciplines }) =>
    disciplines.length > 0 && disciplines.every((discipline) => levels[discipline] !== undefined),
  headline: ({ headline }) => hasText(headline),
  specialisms: ({ specialisms }) => specialisms.length > 0,
  languages: ({ languages }) => languages.length > 0,
  employmentForms: ({ employmentForms }) => employmentForms.length > 0,
  credentials: ({ credentialCount }) => credentialCount > 0,
  experience: ({ daysOnSet }) => daysOnSet !== null,
  credits: ({ credits }) => credits.length > 0,
  days: ({ daysKnown }) => daysKnown,
  bio: ({ bio }) => hasText(bio),
  frenchText: (profile) => isTold(profile, 'fr', 'en'),
  englishText: (profile) => isTold(profile, 'en', 'fr'),
  verifiedEmail: ({ emailVerified }) => emailVerified,
}

/** A language is complete when nothing said in the other one lacks it, and something is said at all. */
const isTold = ({ headline, bio }: Judged, own: 'fr' | 'en', other: 'fr' | 'en'): boolean =>
  Boolean(headline[own] || bio[own]) &&
  (!headline[other] || Boolean(headline[own])) &&
  (!bio[other] || Boolean(bio[own]))

const hasText = ({ fr, en }: Texts): boolean => Boolean(fr || en)

/** Every item, whether it is there, and why it matters. */
export const toCompleteness = (profile: Judged): CompletenessLine[] =>
  profileItems.map((item) => ({ item, done: isDone[item](profile), why: itemReasons[item] }))

/**
 * The items without which a profile cannot be public. The address is not among them: proving it is a gate of its
 * own, met before.
 */
export const missingToPublish = (profile: Judged): ProfileItem[] =>
  toCompleteness(profile)
    .filter(({ item, done, why }) => !done && why === 'needed-to-publish' && item !== 'verifiedEmail')
    .map(({ item }) => item)

/** Version of the text a person agrees to when publishing; a changed text is a new version. */
export const publicationWording = 'publication-2026-11'

/** A part of a profile that cannot be kept, by JSON pointer. */
export interface ProfileFault {
  pointer: string
  detail: string
}

interface Asked {
  titleForm: string
  disciplines: readonly Discipline[]
  levels: { [D in Discipline]?: Level<D> | undefined }
  languages: readonly { code: string }[]
  specialisms: readonly string[]
  labels: readonly string[]
  tools: readonly string[]
  rate: { fromCents: number; toCents: number } | null
  workingSince: number | null
}

/** What the catalogue knows of the words asked for. Labels and tools are those of eco-production. */
interface Catalogue {
  specialisms: readonly { code: string; discipline: Discipline }[]
  labels: readonly string[]
  tools: readonly string[]
}

/**
 * What cannot be kept of a profile as asked for: levels, skills, labels and tools of a discipline that is not the
 * person's, words outside the catalogue, a language twice, a range upside down, a year to come, a title that claims a certification.
 */
export const findFaults = (asked: Asked, catalogue: Catalogue, thisYear: number): ProfileFault[] => {
  const skills = new Map(catalogue.specialisms.map(({ code, discipline }) => [code, discipline]))
  const faults: (ProfileFault | false)[] = [
    claimsCertification(asked.titleForm) && {
      pointer: '/titleForm',
      detail: 'must not claim a certification: declare it as a credential, which can be checked',
    },
    ...disciplines.map(
      (discipline) =>
        asked.levels[discipline] !== undefined &&
        !asked.disciplines.includes(discipline) && {
          pointer: `/levels/${discipline}`,
          detail: 'is the level of a discipline that is not chosen',
        },
    ),
    ...asked.specialisms.map((code, index) => {
      const discipline = skills.get(code)
      const detail = discipline ? 'belongs to a discipline that is not chosen' : 'is not in the catalogue'
      return (
        !(discipline && asked.disciplines.includes(discipline)) && {
          pointer: `/specialisms/${index}`,
          detail,
        }
      )
    }),
    ...(['labels', 'tools'] as const).flatMap((list) =>
      asked[list].map((code, index) => {
        const detail = catalogue[list].includes(code)
          ? !asked.disciplines.includes('eco-production') && 'belongs to a discipline that is not chosen'
          : 'is not in the catalogue'
        return detail && { pointer: `/${list}/${index}`, detail }
      }),
    ),
    ...asked.languages.map(
      ({ code }, index) =>
        asked.languages.findIndex((other) => other.code === code) < index && {
          pointer: `/languages/${index}/code`,
          detail: 'is there twice',
        },
    ),
    asked.rate !== null &&
      asked.rate.toCents < asked.rate.fromCents && {
        pointer: '/rate/toCents',
        detail: 'must not be less than fromCents',
      },
    asked.workingSince !== null &&
      asked.workingSince > thisYear && { pointer: '/workingSince', detail: 'must not be in the future' },
  ]
  return faults.filter((fault) => fault !== false)
}
