import type { ChoiceField, Visibility } from '@repere/db/vocabulary/choice-field.ts'
import type { CredentialState } from '@repere/db/vocabulary/credential.ts'
import type { Day } from '@repere/db/vocabulary/day.ts'
import type { DaysVisibility } from '@repere/db/vocabulary/days-visibility.ts'
import type { Discipline } from '@repere/db/vocabulary/discipline.ts'
import type { EmploymentForm } from '@repere/db/vocabulary/employment-form.ts'
import type { LanguageCode, LanguageLevel } from '@repere/db/vocabulary/language.ts'
import type { Level } from '@repere/db/vocabulary/level.ts'
import type { Medium } from '@repere/db/vocabulary/medium.ts'
import type { Mentoring } from '@repere/db/vocabulary/mentoring.ts'
import type { Mobility } from '@repere/db/vocabulary/mobility.ts'
import type { Currency } from '@repere/db/vocabulary/rate.ts'
import type { RegionCode } from '@repere/db/vocabulary/region.ts'
import type { WorkPermit } from '@repere/db/vocabulary/work-permit.ts'
import { besideConfirmed, type ConfirmedCredit, confirmedDays, presentConfirmed } from './confirmed-rules.ts'
import { type DatedCredit, presentCredit } from './credit-rules.ts'
import { presentPairs, type ShownPair } from './pair-rules.ts'
import { chooseTitle } from './title-rules.ts'
import { canSee, type Viewer } from './viewer-rules.ts'

type Levels = { [D in Discipline]?: Level<D> | undefined }

interface Texts {
  fr?: string | undefined
  en?: string | undefined
}

export interface Rate {
  fromCents: number
  toCents: number
  currency: Currency
}

/** The code of conduct a person keeps to. */
interface Conduct {
  name: string
  link: string | null
}

/** A credential as its owner knows it, its state computed for a day. */
export interface ProfileCredential {
  code: string
  state: CredentialState
  refused: boolean
  issuedOn: Day | null
  endsOn: Day | null
  checkedOn: Day | null
}

/** Everything a profile holds that somebody may come to see. */
export interface Profile {
  slug: string
  displayName: string
  titleForm: string
  pronouns: string | null
  disciplines: Discipline[]
  levels: Levels
  headline: Texts
  bio: Texts
  baseRegion: RegionCode | null
  regions: RegionCode[]
  languages: { code: LanguageCode; level: LanguageLevel }[]
  specialisms: string[]
  media: Medium[]
  employmentForms: EmploymentForm[]
  remotePrep: boolean
  noticeDays: number | null
  mentoring: Mentoring
  daysOnSet: number | null
  productionsCount: number | null
  workingSince: number | null
  rate: Rate | null
  mobility: Mobility[]
  countries: string[]
  workPermits: WorkPermit[]
  labels: string[]
  tools: string[]
  insured: boolean
  firstAid: boolean
  codeOfConduct: Conduct | null
  legalName: string | null
  phone: string | null
  email: string
  daysVisibility: DaysVisibility
  visibility: Visibility
  indexingAllowed: boolean
  paused: boolean
  /** The last day of the pause, where it was said. */
  pausedUntil: Day | null
  credentials: ProfileCredential[]
  credits: DatedCredit[]
  confirmedCredits: ConfirmedCredit[]
  pairs: ShownPair[]
  /** The public name of the portrait. */
  photo: string | null
  calendarConfirmedOn: Day | null
}

/**
 * A profile as one viewer sees it: the fields open to everyone, those of choice meant for this viewer, and the
 * contact once a request was accepted. Built by naming what is shown, so that a new field stays private.
 */
export const presentProfile = (profile: Profile, viewer: Viewer) => {
  const chosen = <Value>(field: ChoiceField, value: Value): Value | undefined =>
    canSee(viewer, profile.visibility, field) ? value : undefined
  return {
    slug: profile.slug,
    displayName: profile.displayName,
    titleForm: chooseTitle(profile.titleForm, profile.disciplines),
    disciplines: profile.disciplines,
    levels: profile.levels,
    headline: profile.headline,
    baseRegion: profile.baseRegion,
    regions: profile.regions,
    languages: profile.languages,
    specialisms: profile.specialisms,
    paused: profile.paused,
    pausedUntil: profile.pausedUntil,
    indexingAllowed: profile.indexingAllowed,
    daysVisibility: profile.daysVisibility,
    calendarConfirmedOn: profile.calendarConfirmedOn,
    credentials: profile.credentials.filter(isShown).sort(byStrength).map(presentCredential),
    pronouns: chosen('pronouns', profile.pronouns ?? undefined),
    bio: chosen('bio', profile.bio),
    media: chosen('media', profile.media),
    employmentForms: chosen('employmentForms', profile.employmentForms),
    remotePrep: chosen('remotePrep', profile.remotePrep),
    noticeDays: chosen('noticeDays', profile.noticeDays ?? undefined),
    mentoring: chosen('mentoring', profile.mentoring),
    daysOnSet: chosen('daysOnSet', profile.daysOnSet ?? undefined),
    productionsCount: chosen('productionsCount', profile.productionsCount ?? undefined),
    workingSince: chosen('workingSince', profile.workingSince ?? undefined),
    rate: chosen('rate', profile.rate ?? undefined),
    mobility: chosen('mobility', profile.mobility),
    countries: chosen('countries', profile.countries),
    workPermits: chosen('workPermits', profile.workPermits),
    labels: chosen('labels', profile.labels),
    tools: chosen('tools', profile.tools),
    insured: chosen('insured', profile.insured || undefined),
    firstAid: chosen('firstAid', profile.firstAid || undefined),
    codeOfConduct: chosen('codeOfConduct', profile.codeOfConduct ?? undefined),
    credits: chosen(
      'credits',
      besideConfirmed(profile.credits, profile.confirmedCredits).map((credit) =>
        presentCredit(credit, viewer),
      ),
    ),
    confirmedCredits: chosen(
      'credits',
      shownOf(profile).map((credit) => presentConfirmed(credit, viewer)),
    ),
    confirmedDays: chosen('daysOnSet', confirmedDays(shownOf(profile)) || undefined),
    photo: chosen('photo', profile.photo ?? undefined),
    pairs: chosen('mentoring', presentPairs(profile.pairs, viewer)),
    contact:
      viewer === 'after-acceptance' || viewer === 'me'
        ? { legalName: profile.legalName, email: profile.email, phone: profile.phone }
        : undefined,
  }
}

export type PresentedProfile = ReturnType<typeof presentProfile>

const shownOf = ({ confirmedCredits }: Profile) => confirmedCredits.filter(({ shown }) => shown)

const isShown = ({ state, refused }: ProfileCredential): boolean => !refused && state !== 'withdrawn'

const strength: Record<CredentialState, number> = {
  confirmed: 0,
  'document-seen': 1,
  declared: 2,
  expired: 3,
  withdrawn: 4,
}

const byStrength = (one: ProfileCredential, other: ProfileCredential): number =>
  strength[one.state] - strength[other.state] || (one.code < other.code ? -1 : 1)

/** Who vouches follows from the state: the issuer for a confirmed one, the registry for a seen document. */
const presentCredential = ({ code, state, issuedOn, endsOn, checkedOn }: ProfileCredential) => ({
  code,
  state,
  issuedOn,
  endsOn,
  checkedOn: state === 'declared' ? null : checkedOn,
})
