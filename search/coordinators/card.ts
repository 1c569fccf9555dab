import type { LiveCredentialState } from '@repere/db/vocabulary/credential.ts'
import type { Day } from '@repere/db/vocabulary/day.ts'
import type { DayState } from '@repere/db/vocabulary/day-state.ts'
import type { Mentoring } from '@repere/db/vocabulary/mentoring.ts'
import { dayStatesOf } from './calendar.ts'
import { type Filters, levelOf, type Viewer } from './filters.ts'
import type { Highlights } from './highlights.ts'
import { isPaused, liveCredentials, type Person } from './person.ts'
import { type Place, placeOf } from './place.ts'

/** A day as one viewer may see it: never a reason. */
export interface SeenDay {
  date: Day
  state: DayState
}

/** What a result says of a person: an allow-list, whatever the tables hold. */
export interface Card
  extends Pick<
    Person,
    | 'slug'
    | 'displayName'
    | 'titleForm'
    | 'disciplines'
    | 'levels'
    | 'baseRegion'
    | 'regions'
    | 'languages'
    | 'specialisms'
  > {
  paused: boolean
  headline: { fr?: string; en?: string }
  credentials: { code: string; state: LiveCredentialState }[]
  calendarConfirmedOn: Day | null
  /** What the place in the list comes from, after days and words. */
  place: Place
  /** Only when the person says something of it, to everybody. */
  mentoring?: Exclude<Mentoring, 'none'>
  /** Only when there is one for everybody. */
  photo?: string
  /** Only when days were asked. */
  asked?: SeenDay[]
  free?: { days: number; of: number }
  highlights?: Highlights
}

export const toCard = (
  person: Person,
  asked: readonly Day[],
  viewer: Viewer,
  { today, moment }: { today: Day; moment: Date },
): Card => {
  const states = asked.length > 0 ? seenDays(person, asked, viewer, today, moment) : undefined
  return {
    slug: person.slug,
    displayName: person.displayName,
    titleForm: person.titleForm,
    disciplines: person.disciplines,
    headline: {
      ...(person.headlineFr && { fr: person.headlineFr }),
      ...(person.headlineEn && { en: person.headlineEn }),
    },
    levels: person.levels,
    baseRegion: person.baseRegion,
    regions: person.regions,
    languages: person.languages,
    specialisms: person.specialisms,
    credentials: liveCredentials(person.credentials, today),
    calendarConfirmedOn: person.confirmedOn,
    place: placeOf(person, today),
    paused: isPaused(person, moment),
    ...(person.photo && { photo: person.photo }),
    ...(person.mentoring && person.mentoring !== 'none' && { mentoring: person.mentoring }),
    ...(states && {
      asked: states,
      free: { days: states.filter(({ state }) => state === 'free').length, of: states.length },
    }),
  }
}

/** Days as this viewer may see them: unknown while paused, and where the person shows them to fewer. */
export const seenDays = (
  person: Pick<Person, 'pause' | 'daysVisibility' | 'calendar' | 'options'>,
  asked: readonly Day[],
  viewer: Viewer,
  today: Day,
  moment: Date,
): SeenDay[] => {
  const hidden = isPaused(person, moment) || (person.daysVisibility !== 'everyone' && !viewer.seesAllDays)
  if (hidden) return asked.map((date) => ({ date, state: 'unknown' }))
  const live = person.options.filter(({ expiresAt }) => expiresAt > moment).flatMap(({ days }) => days)
  const states = dayStatesOf(person.calendar, live, asked, today)
  return asked.map((date, index) => ({ date, state: states[index] ?? 'unknown' }))
}

/**
 * Whether a person read just now still answers the filters; words are the engine's affair. An index that lags cannot
 * show who left, was booked or lost a credential a second ago.
 */
export const stillMatches = (card: Card, filters: Filters): boolean =>
  (!filters.discipline || card.disciplines.includes(filters.discipline)) &&
  meets(filters.regions, card.regions) &&
  meets(filters.specialisms, card.specialisms) &&
  meets(
    filters.languages,
    card.languages.map(({ code }) => code),
  ) &&
  hasCredential(card, filters) &&
  hasDays(card, filters)

const meets = (wanted: readonly string[], held: readonly string[]) =>
  wanted.length === 0 || wanted.some((value) => held.includes(value))

const hasCredential = ({ credentials }: Card, { credentials: wanted, credentialState }: Filters) => {
  if (wanted.length === 0 && !credentialState) return true
  const least = levelOf(credentialState ?? 'declared')
  return credentials.some(({ code, state }) => levelOf(state) >= least && meets(wanted, [code]))
}

const hasDays = ({ asked, paused }: Card, { availability }: Filters): boolean => {
  if (!asked) return true
  if (paused) return false
  if (availability === 'free') return asked.every(({ state }) => state === 'free')
  if (availability === 'optionable') return asked.every(({ state }) => state === 'free' || state === 'option')
  return availability === 'any' || asked.some(({ state }) => state === 'free')
}
