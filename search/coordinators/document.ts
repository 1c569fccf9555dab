import { createHash } from 'node:crypto'
import { liveCredentialStates } from '@repere/db/vocabulary/credential.ts'
import { addDays, type Day, toDayNumber } from '@repere/db/vocabulary/day.ts'
import type { DayState } from '@repere/db/vocabulary/day-state.ts'
import { heldFrom, horizonOf, isStale, statesBetween } from './calendar.ts'
import { levelOf } from './filters.ts'
import type { Lexicon } from './lexicon.ts'
import { isPaused, liveCredentials, type Person } from './person.ts'
import { placeOf } from './place.ts'
import { endOfDay, searchDayAt, startOfDay } from './query-string.ts'
import { freshAges, rankOf, type Tier } from './ranking.ts'
import { fold, hasOwnLetters, wordsIn } from './words.ts'

/**
 * What the search server holds of a published person: nothing that is not on their public card, but for the days,
 * which filters alone read. Days are counted from 1970-01-01. Named by the list below; whatever is added to a
 * profile stays out of it.
 */
export interface SearchDocument {
  id: string
  slug: string
  name: string
  /** The name as it is, and as it is typed: {@link spellingsOf}. */
  names: string[]
  /** For sorting. */
  nameKey: string
  headline: string[]
  bio_fr: string | null
  bio_en: string | null
  /** The chosen title, and every form of the professions. */
  titles: string[]
  /** Names of the places where the person works, and what else they are called. */
  places: string[]
  /** Names of skills and languages. */
  skills: string[]
  /** Names, issuers and codes of credentials in force. */
  proofs: string[]
  disciplines: string[]
  levels: string[]
  baseRegion: string | null
  regions: string[]
  languages: string[]
  specialisms: string[]
  credAtLeastDeclared: string[]
  credAtLeastSeen: string[]
  credAtLeastConfirmed: string[]
  /** The minimum states that some credential reaches. */
  credStates: string[]
  paused: boolean
  /** Whether everybody may know the days below. */
  daysPublic: boolean
  freeDays: number[]
  /** Taken or held, from the day of writing on. */
  notFreeDays: number[]
  /** Taken; with {@link heldBeyond}, unknown days too. */
  takenDays: number[]
  /** Days after this one are unknown, unless taken or held; 0 when all are. */
  knownUntil: number
  /** Whether a day of which nothing is known is held all the same. */
  heldBeyond: boolean
  /** Held, however far ahead: beyond the horizon, where all else is unknown, they still show. */
  optionDays: number[]
  /** From this day on the days above say too much; {@link never} when they are written as stale already. */
  staleOn: number
  /** The day the calendar was last said to be right; 0 for never. */
  confirmedOn: number
  tier: Tier
  freshBucket: number
  completeBucket: number
  rank: number
  /** Of all the above: what comparing an index with the truth compares. */
  hash: string
}

/** A day that does not come. */
const never = 1_000_000

/** How far past the horizon a document knows days, so that it need not be written anew every midnight. */
const slackDays = 46

/** How long a document keeps before its days must be drawn again: well within the slack. */
const keepsDays = 30

/** The document of a person at a moment. Pure: the same person and moment give the same document. */
export const toDocument = (person: Person, lexicon: Lexicon, moment: Date): SearchDocument => {
  const today = searchDayAt(moment)
  const live = liveCredentials(person.credentials, today)
  const reaching = (level: number) =>
    live.filter(({ state }) => levelOf(state) >= level).map(({ code }) => code)
  const top = Math.max(0, ...live.map(({ state }) => levelOf(state)))
  const { evidence: tier, freshness: freshBucket, completeness: completeBucket } = placeOf(person, today)
  const namesOf = (kind: Parameters<Lexicon['textsOf']>[0], codes: readonly string[]) =>
    codes.flatMap((code) => lexicon.textsOf(kind, code))
  const languages = person.languages.map(({ code }) => code)
  const document: Omit<SearchDocument, 'hash'> = {
    id: person.id,
    slug: person.slug,
    name: person.displayName,
    names: spellingsOf(person.displayName),
    nameKey: fold(person.displayName),
    headline: [person.headlineFr, person.headlineEn].filter((text): text is string => Boolean(text)),
    bio_fr: person.bioFr,
    bio_en: person.bioEn,
    titles: [...namesOf('discipline', person.disciplines), ...(person.titleForm ? [person.titleForm] : [])],
    places: namesOf('region', [
      ...new Set([...person.regions, ...(person.baseRegion ? [person.baseRegion] : [])]),
    ]),
    skills: [...namesOf('specialism', person.specialisms), ...namesOf('language', languages)],
    proofs: namesOf(
      'credential',
      live.map(({ code }) => code),
    ),
    disciplines: [...person.disciplines],
    levels: Object.values(person.levels),
    baseRegion: person.baseRegion,
    regions: [...person.regions],
    languages,
    specialisms: [...person.specialisms],
    credAtLeastDeclared: reaching(1),
    credAtLeastSeen: reaching(2),
    credAtLeastConfirmed: reaching(3),
    credStates: liveCredentialStates.filter((state) => levelOf(state) <= top),
    paused: isPaused(person, moment),
    daysPublic: person.daysVisibility === 'everyone',
    ...(isPaused(person, moment) ? noDays : drawDays(person, moment)),
    confirmedOn: person.confirmedOn === null ? 0 : toDayNumber(person.confirmedOn),
    tier,
    freshBucket,
    completeBucket,
    rank: rankOf(tier, freshBucket, completeBucket),
  }
  return { ...document, hash: hashOf(document) }
}

/** « Łukasz » is typed with a plain l, « Le Goff » and « N’Guessan » in one word. */
const spellingsOf = (name: string): string[] => {
  const words = wordsIn(name)
  const joined = words.map((word, index) =>
    word.length > 3 || index === words.length - 1 ? `${word} ` : word,
  )
  const plain = hasOwnLetters(name) ? [words.join(' ')] : []
  return [
    ...new Set([
      name,
      ...plain,
      ...(joined.some((word) => !word.endsWith(' ')) ? [joined.join('').trim()] : []),
    ]),
  ]
}

/** Paused people leave every search with days: theirs are not written at all. */
const noDays = {
  freeDays: [],
  notFreeDays: [],
  takenDays: [],
  optionDays: [],
  knownUntil: 0,
  heldBeyond: false,
  staleOn: 0,
}

/**
 * Unknown days are not listed one by one: most calendars end months before the horizon, and what is listed is what
 * filling an index takes its time for.
 */
const drawDays = ({ calendar, ...person }: Person, moment: Date) => {
  const today = searchDayAt(moment)
  const options = liveOptionDays(person, moment)
  const states = statesBetween(calendar, options, today, addDays(horizonOf(today), slackDays))
  const optionDays = heldFrom(calendar, options, today).map(toDayNumber)
  const stale = isStale(calendar, today)
  const knownUntil = stale || calendar.knownUntil === null ? 0 : toDayNumber(calendar.knownUntil)
  const heldBeyond = optionDays.some((day) => day > knownUntil)
  const first = toDayNumber(today)
  const daysOn = (...wanted: DayState[]) =>
    states.flatMap((state, index) => (wanted.includes(state) ? [first + index] : []))
  return {
    freeDays: daysOn('free'),
    notFreeDays: daysOn('unavailable', 'option'),
    takenDays: heldBeyond ? daysOn('unavailable', 'unknown') : daysOn('unavailable'),
    optionDays,
    knownUntil,
    heldBeyond,
    staleOn: stale ? never : toDayNumber(calendar.staleOn ?? today),
  }
}

const liveOptionDays = ({ options }: Pick<Person, 'options'>, moment: Date) =>
  options.filter(({ expiresAt }) => expiresAt > moment).flatMap(({ days }) => days)

/** When time alone will change the document: an option lapses, a pause ends, a credential or a calendar ages, its days run out. */
export const nextChangeOf = (person: Person, moment: Date): Date => {
  const today = searchDayAt(moment)
  const ends = person.credentials.flatMap(({ endsOn }) =>
    endsOn !== null && endsOn >= today ? [endOfDay(endsOn)] : [],
  )
  const ages =
    person.confirmedOn === null ? [] : freshAges.map((age) => addDays(person.confirmedOn as Day, age + 1))
  const stale = person.calendar.staleOn === null ? [] : [person.calendar.staleOn]
  const ending = person.pause?.endsAt ? [person.pause.endsAt] : []
  const instants = [
    ...ends,
    ...[...ages, ...stale].filter((day) => day > today).map(startOfDay),
    ...[...person.options.map(({ expiresAt }) => expiresAt), ...ending].filter((at) => at > moment),
    startOfDay(addDays(today, keepsDays)),
  ]
  return new Date(Math.min(...instants.map((at) => at.getTime())))
}

const hashOf = (document: Omit<SearchDocument, 'hash'>): string =>
  createHash('sha1').update(JSON.stringify(document)).digest('base64url')
