import type { Insertable } from 'kysely'
import { toDateRange } from '../../column-types.ts'
import type { AvailabilityBlockTable } from '../../tables/availability-block.ts'
import type { CalendarTable } from '../../tables/calendar.ts'
import type { CoordinatorTable } from '../../tables/coordinator.ts'
import { addDays, type Day } from '../../vocabulary/day.ts'
import type { Discipline } from '../../vocabulary/discipline.ts'
import { employmentForms } from '../../vocabulary/employment-form.ts'
import type { LanguageCode, LanguageLevel } from '../../vocabulary/language.ts'
import { levels } from '../../vocabulary/level.ts'
import { media } from '../../vocabulary/medium.ts'
import { type RegionCode, regions } from '../../vocabulary/region.ts'
import type { Chance } from '../chance.ts'
import { toSlug } from '../demo/identity.ts'
import { people } from '../demo/people.ts'
import { firstNames, languageShares, lastNames, regionWeights } from './words.ts'

export interface Moment {
  now: Date
  today: Day
}

const daysBefore = ({ now }: Moment, days: number): Date => new Date(now.getTime() - days * 86_400_000)

export const uuidBy = (chance: Chance): string => {
  const hex = Array.from({ length: 32 }, () => chance.between(0, 15).toString(16)).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}

const places = Object.entries(regionWeights) as [RegionCode, number][]
const weightOfAll = places.reduce((sum, [, weight]) => sum + weight, 0)

const pickRegion = (chance: Chance): RegionCode => {
  let left = chance.next() * weightOfAll
  for (const [code, weight] of places) {
    left -= weight
    if (left < 0) return code
  }
  return 'FR-IDF'
}

/** Some of a list, in its order; each item by the same chance. */
export const someOf = <Item>(chance: Chance, items: readonly Item[], share: number): Item[] =>
  items.filter(() => chance.next() < share)

const pickDisciplines = (chance: Chance): Discipline[] => {
  const drawn = chance.next()
  return drawn < 0.45 ? ['intimacy'] : drawn < 0.98 ? ['eco-production'] : ['intimacy', 'eco-production']
}

const titles: Record<Discipline, readonly string[]> = {
  intimacy: ['coordinatrice d’intimité', 'coordinateur d’intimité', 'coordinateur·rice d’intimité'],
  'eco-production': ['coordinatrice d’écoproduction', 'coordinateur d’éco-production', 'éco-référente'],
}

/** A profile by chance, words borrowed from the demo's people of the same discipline. */
export const makeCoordinator = (
  chance: Chance,
  place: number,
  skills: Record<Discipline, readonly string[]>,
  moment: Moment,
): Insertable<CoordinatorTable> & { id: string; disciplines: Discipline[]; accountId: string } => {
  const disciplines = pickDisciplines(chance)
  const [main = 'intimacy'] = disciplines
  const name = `${chance.pick(firstNames)} ${chance.pick(lastNames)}`
  const base = pickRegion(chance)
  const nearby = (regions.find(({ code }) => code === base)?.neighbours ?? []) as readonly RegionCode[]
  const like = people.filter(({ levels: own }) => own[main])
  const rate = chance.between(24, 60) * 10
  const drawn = chance.next()
  return {
    id: uuidBy(chance),
    accountId: uuidBy(chance),
    slug: `${toSlug(name)}-m${place}`,
    displayName: name,
    titleForm: chance.pick(titles[main]),
    headlineFr: chance.pick(like).headline.fr,
    headlineEn: chance.pick(like).headline.en ?? null,
    bioFr: `${chance.pick(like).bio.fr} ${chance.pick(like).bio.fr}`,
    bioEn: chance.pick(like).bio.en ?? null,
    disciplines,
    levelIntimacy: disciplines.includes('intimacy') ? chance.pick(levels.intimacy) : null,
    levelEcoProduction: disciplines.includes('eco-production') ? chance.pick(levels['eco-production']) : null,
    baseRegion: base,
    regions: [base, ...someOf(chance, nearby, 0.35)],
    specialisms: disciplines.flatMap((discipline) => someOf(chance, skills[discipline], 0.28)),
    media: someOf(chance, media, 0.25),
    employmentForms: ['cddu', ...someOf(chance, employmentForms.slice(1), 0.2)],
    remotePrep: chance.next() < 0.5,
    noticeDays: chance.between(2, 21),
    mentoring: chance.pick(['none', 'none', 'takes-shadows', 'seeks-lead'] as const),
    workingSince: chance.between(2010, 2026),
    daysOnSet: chance.between(0, 300),
    productionsCount: chance.between(0, 40),
    rateFromCents: rate * 100,
    rateToCents: (rate + chance.between(2, 12) * 10) * 100,
    rateCurrency: 'EUR',
    timeZone: 'Europe/Paris',
    daysVisibility: chance.next() < 0.05 ? 'verified-productions' : 'everyone',
    visibility: {} as never,
    indexingAllowed: false,
    publishedAt: drawn < 0.97 ? daysBefore(moment, chance.between(1, 700)) : null,
    pausedAt: drawn < 0.02 ? daysBefore(moment, chance.between(1, 60)) : null,
    createdAt: daysBefore(moment, 701),
    updatedAt: daysBefore(moment, chance.between(0, 500)),
  }
}

export const makeLanguages = (chance: Chance, coordinatorId: string) => {
  const spoken = (Object.entries(languageShares) as [LanguageCode, number][]).filter(
    ([, share]) => chance.next() < share,
  )
  const level = () => chance.pick<LanguageLevel>(['C2', 'C1', 'C1', 'B2', 'B2', 'B1', 'A2'])
  return [
    { coordinatorId, code: 'fr', level: 'native' },
    ...spoken.map(([code]) => ({ coordinatorId, code, level: level() })),
  ]
}

/** Most calendars fresh, some stale, some never filled. */
export const makeCalendar = (
  chance: Chance,
  coordinatorId: string,
  moment: Moment,
): Insertable<CalendarTable>[] => {
  const drawn = chance.next()
  if (drawn < 0.06) return []
  const confirmedDaysAgo = drawn < 0.16 ? chance.between(46, 200) : chance.between(0, 40)
  return [
    {
      coordinatorId,
      confirmedAt: daysBefore(moment, confirmedDaysAgo),
      knownUntil: addDays(moment.today, chance.between(30, 420)),
      version: 1,
    },
  ]
}

/** Some twenty marked days a person, in runs of one to five over the year to come. */
export const makeBlocks = (
  chance: Chance,
  coordinatorId: string,
  { today }: Moment,
): Insertable<AvailabilityBlockTable>[] =>
  Array.from({ length: chance.between(3, 10) }, () => {
    const from = addDays(today, chance.between(-20, 360))
    return {
      id: uuidBy(chance),
      coordinatorId,
      days: toDateRange({ from, to: addDays(from, chance.between(0, 4)) }),
      kind: chance.pick(['unavailable', 'unavailable', 'unavailable', 'tentative', 'available'] as const),
      source: chance.pick(['manual', 'manual', 'travel', 'ics'] as const),
    }
  })

export const makeWeekly = (chance: Chance, coordinatorId: string) => [
  ...(chance.next() < 0.4 ? [{ coordinatorId, weekday: 7, rule: 'unavailable' }] : []),
  ...(chance.next() < 0.1 ? [{ coordinatorId, weekday: 1, rule: 'remote-only' }] : []),
]
