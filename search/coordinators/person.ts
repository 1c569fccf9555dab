import type { CredentialState } from '@repere/db/vocabulary/credential.ts'
import type { Day, DayRange } from '@repere/db/vocabulary/day.ts'
import type { DaysVisibility } from '@repere/db/vocabulary/days-visibility.ts'
import type { Discipline } from '@repere/db/vocabulary/discipline.ts'
import type { LanguageCode, LanguageLevel } from '@repere/db/vocabulary/language.ts'
import type { Level } from '@repere/db/vocabulary/level.ts'
import type { Mentoring } from '@repere/db/vocabulary/mentoring.ts'
import type { RegionCode } from '@repere/db/vocabulary/region.ts'
import type { Calendar } from './calendar.ts'

/** A credential as others may know of it: a refused one is not among them. */
export interface HeldCredential {
  code: string
  /** Before the clock: the last decision on it. */
  standing: Exclude<CredentialState, 'expired'>
  /** The last day it holds. */
  endsOn: Day | null
}

/** An option on exclusive days, with the instant at which it lapses. */
interface Option {
  days: readonly DayRange[]
  expiresAt: Date
}

/** A published coordinator, as search reads one: only what anybody may be shown, and the calendar. */
export interface Person {
  id: string
  slug: string
  displayName: string
  titleForm: string
  headlineFr: string | null
  headlineEn: string | null
  /** Null when the person shows it to fewer than everybody. */
  bioFr: string | null
  bioEn: string | null
  hasBio: boolean
  disciplines: Discipline[]
  levels: { [D in Discipline]?: Level<D> }
  baseRegion: RegionCode | null
  regions: RegionCode[]
  specialisms: string[]
  languages: { code: LanguageCode; level: LanguageLevel }[]
  credentials: readonly HeldCredential[]
  /** Null when the person shows it to fewer than everybody. */
  mentoring: Mentoring | null
  /** The public name of the portrait; null when there is none for everybody. */
  photo: string | null
  /** Takes no requests; until an instant, if that was said. */
  pause: { endsAt: Date | null } | null
  daysVisibility: DaysVisibility
  /** The civil day, where the person lives, on which the calendar was last said to be right. */
  confirmedOn: Day | null
  calendar: Calendar
  options: readonly Option[]
}

/** Whether the person takes no requests at a moment: a pause that is over needs nobody to end it. */
export const isPaused = ({ pause }: Pick<Person, 'pause'>, moment: Date): boolean =>
  pause !== null && (pause.endsAt === null || moment < pause.endsAt)

/** The state a credential has on a day: from the day after its last one it is expired. */
const credentialStateOn = ({ standing, endsOn }: HeldCredential, today: Day): CredentialState =>
  standing !== 'withdrawn' && endsOn !== null && endsOn < today ? 'expired' : standing

/** The credentials that say something for a person on a day, each with its state: neither expired nor withdrawn. */
export const liveCredentials = (credentials: readonly HeldCredential[], today: Day) =>
  credentials.flatMap((credential) => {
    const state = credentialStateOn(credential, today)
    return state === 'expired' || state === 'withdrawn' ? [] : [{ code: credential.code, state }]
  })
