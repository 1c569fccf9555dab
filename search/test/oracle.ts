import { liveCredentialStates } from '@repere/db/vocabulary/credential.ts'
import { addDays, type Day, daysOf, weekdayOf } from '@repere/db/vocabulary/day.ts'
import type { DayState } from '@repere/db/vocabulary/day-state.ts'
import { type FacetGroup, type Filters, facetGroups, type Viewer } from '../coordinators/filters.ts'
import { now, type Sketch, today } from './cast.ts'

const known = new WeakMap<Sketch, Map<Day, DayState>>()

/** What others see of a person's day, by brute force: sets of days, one rule after the other. */
export const dayState = (person: Sketch, day: Day): DayState => {
  const states = known.get(person) ?? new Map<Day, DayState>()
  known.set(person, states)
  const state = states.get(day) ?? judge(person, day)
  states.set(day, state)
  return state
}

const judge = (person: Sketch, day: Day): DayState => {
  const marked = (kind: string) =>
    person.blocks.some((block) => block.kind === kind && block.days.includes(day))
  const opened = marked('available')
  const held = (state: string, live: (at: Date | null) => boolean) =>
    person.bookings.some(
      (booking) => booking.state === state && booking.exclusive.includes(day) && live(booking.expiresAt),
    )
  if (held('confirmed', () => true)) return 'unavailable'
  if (!opened && (marked('unavailable') || person.weekly.includes(weekdayOf(day)))) return 'unavailable'
  if (marked('tentative') || held('option', (at) => at !== null && at > now)) return 'option'
  if (day < today || !person.knownUntil || day > person.knownUntil || day >= '2028-07-11') return 'unknown'
  if (!person.confirmedAt || ageInDays(person) >= 45) return 'unknown'
  return 'free'
}

/** How many civil days ago, where the person lives, the calendar was confirmed. */
const ageInDays = ({ confirmedAt, timeZone }: Sketch): number => {
  if (!confirmedAt) return Number.POSITIVE_INFINITY
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(confirmedAt)
  return daysOf([{ from: parts, to: addDays(today, 0) }]).length - (parts <= today ? 1 : 0)
}

const levels = ['none', ...liveCredentialStates]

const reachedBy = new WeakMap<Sketch, Map<string, number>>()

/** The level each code that counts has reached: 1 declared, 2 seen, 3 confirmed. */
const levelsOf = (person: Sketch): Map<string, number> => {
  const reached =
    reachedBy.get(person) ??
    new Map(
      person.credentials.flatMap(({ code, decision, validUntil, expiresOn }) => {
        const over = [decision && validUntil, expiresOn].some((end) => end !== null && end < today)
        if (over || decision === 'refuse' || decision === 'withdraw') return []
        return [[code, decision === 'confirm' ? 3 : decision === 'document-seen' ? 2 : 1] as const]
      }),
    )
  reachedBy.set(person, reached)
  return reached
}

export const matches = (person: Sketch, filters: Filters, viewer: Viewer): boolean =>
  isThere(person, filters, viewer) && isChosen(person, filters)

/** Public, and with the asked days in the asked mode. */
const isThere = (person: Sketch, filters: Filters, viewer: Viewer): boolean => {
  if (!person.published || person.suspended) return false
  if (filters.days.length === 0) return true
  if (person.paused && (person.pausedUntil === null || person.pausedUntil >= today)) return false
  const hidden = person.daysVisibility !== 'everyone' && !viewer.seesAllDays
  const states = filters.days.map((day) => (hidden ? 'unknown' : dayState(person, day)))
  if (filters.availability === 'free') return states.every((state) => state === 'free')
  if (filters.availability === 'optionable')
    return states.every((state) => state === 'free' || state === 'option')
  return filters.availability === 'any' || states.includes('free')
}

/** In the chosen values of every group. */
const isChosen = (person: Sketch, filters: Filters): boolean => {
  const among = (wanted: readonly string[], held: readonly string[]) =>
    wanted.length === 0 || held.some((value) => wanted.includes(value))
  if (filters.discipline && !person.disciplines.includes(filters.discipline)) return false
  if (!among(filters.regions, person.regions) || !among(filters.languages, person.languages)) return false
  if (!among(filters.specialisms, person.specialisms)) return false
  if (filters.credentials.length === 0 && !filters.credentialState) return true
  const least = levels.indexOf(filters.credentialState ?? 'declared')
  const reached = [...levelsOf(person)].filter(([, level]) => level >= least).map(([code]) => code)
  return reached.length > 0 && among(filters.credentials, reached)
}

/** The counts of every group, by replacing its choice with each value in turn: days and publication stay as they are. */
export const facetsOf = (people: readonly Sketch[], filters: Filters, viewer: Viewer) => {
  const replaced: Record<FacetGroup, (value: string) => Partial<Filters>> = {
    discipline: (value) => ({ discipline: value as NonNullable<Filters['discipline']> }),
    credential: (value) => ({ credentials: [value] }),
    credentialState: (value) => ({ credentialState: value as NonNullable<Filters['credentialState']> }),
    region: (value) => ({ regions: [value as Filters['regions'][number]] }),
    language: (value) => ({ languages: [value as Filters['languages'][number]] }),
    specialism: (value) => ({ specialisms: [value] }),
  }
  const values: Record<FacetGroup, Set<string>> = {
    discipline: new Set(people.flatMap((person) => person.disciplines)),
    credential: new Set(people.flatMap((person) => person.credentials.map(({ code }) => code))),
    credentialState: new Set(liveCredentialStates),
    region: new Set(people.flatMap((person) => person.regions)),
    language: new Set(people.flatMap((person) => person.languages)),
    specialism: new Set(people.flatMap((person) => person.specialisms)),
  }
  const there = people.filter((person) => isThere(person, filters, viewer))
  const counts = facetGroups.map((group) => {
    const counted = [...values[group]].map((value) => {
      const asked = { ...filters, ...replaced[group](value) }
      return [value, there.filter((person) => isChosen(person, asked)).length] as const
    })
    return [group, Object.fromEntries(counted.filter(([, count]) => count > 0))]
  })
  return Object.fromEntries(counts) as Record<FacetGroup, Record<string, number>>
}
