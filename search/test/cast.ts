import type { Audience } from '@repere/db/vocabulary/audience.ts'
import type { BlockKind } from '@repere/db/vocabulary/block.ts'
import type { BookingState } from '@repere/db/vocabulary/booking.ts'
import { addDays, type Day, daysOf } from '@repere/db/vocabulary/day.ts'
import type { DaysVisibility } from '@repere/db/vocabulary/days-visibility.ts'
import { type Discipline, disciplines } from '@repere/db/vocabulary/discipline.ts'
import { type LanguageCode, languageCodes } from '@repere/db/vocabulary/language.ts'
import { type RegionCode, regionCodes } from '@repere/db/vocabulary/region.ts'

/** The moment at which these tests search. */
export const now = new Date('2027-01-11T09:00:00Z')
export const today: Day = '2027-01-11'

/** Somebody invented, with everything a search may ask of them. */
export interface Sketch {
  displayName: string
  titleForm: string
  headlineFr: string | null
  headlineEn: string | null
  bioFr: string | null
  bioAudience: Audience
  disciplines: Discipline[]
  baseRegion: RegionCode | null
  regions: RegionCode[]
  languages: LanguageCode[]
  specialisms: string[]
  credentials: {
    code: string
    decision: 'document-seen' | 'confirm' | 'refuse' | 'withdraw' | null
    validUntil: Day | null
    expiresOn: Day | null
  }[]
  blocks: { kind: BlockKind; days: Day[] }[]
  weekly: number[]
  bookings: { state: BookingState; days: Day[]; exclusive: Day[]; expiresAt: Date | null }[]
  confirmedAt: Date | null
  knownUntil: Day | null
  timeZone: string
  daysVisibility: DaysVisibility
  paused: boolean
  /** The last day of the pause; null for one without an end. */
  pausedUntil: Day | null
  published: boolean
  suspended: boolean
}

/** A person whose calendar is known, sure and empty; the rest as said. */
export const sketch = (values: Partial<Sketch> = {}): Sketch => ({
  displayName: 'Personne inventée',
  titleForm: '',
  headlineFr: null,
  headlineEn: null,
  bioFr: null,
  bioAudience: 'public',
  disciplines: ['intimacy'],
  baseRegion: null,
  regions: [],
  languages: [],
  specialisms: [],
  credentials: [],
  blocks: [],
  weekly: [],
  bookings: [],
  confirmedAt: now,
  knownUntil: '2030-12-31',
  timeZone: 'Europe/Paris',
  daysVisibility: 'everyone',
  paused: false,
  pausedUntil: null,
  published: true,
  suspended: false,
  ...values,
})

/** A number source that gives the same numbers every time (mulberry32). */
export const createChance = (seed: number) => {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const upTo = (most: number) => Math.floor(next() * (most + 1))
  const pick = <Value>(values: readonly Value[]): Value => {
    const value = values[upTo(values.length - 1)]
    if (value === undefined) throw new Error('nothing to pick from')
    return value
  }
  return {
    upTo,
    pick,
    odds: (share: number) => next() < share,
    some: <Value>(values: readonly Value[], most: number): Value[] => [
      ...new Set(Array.from({ length: upTo(most) }, () => pick(values))),
    ],
  }
}

export type Chance = ReturnType<typeof createChance>

export const someCredentials = ['IC-CQP-FR', 'IC-SAG-REG', 'IC-IDC', 'IC-BECTU-REG', 'IC-IPA']
export const someSpecialisms = [
  'nudity',
  'simulated-sex',
  'kink',
  'carbon-accounting',
  'set-reuse',
  'label-files',
]
export const someRegions = regionCodes.slice(0, 10)
export const someLanguages = languageCodes.slice(0, 6)

/** The days around which random calendars are drawn: a month and a half, with gaps. */
export const playground = { from: '2027-02-25', to: '2027-04-10' }

const someDays = (chance: Chance, most: number): Day[] => {
  const from = addDays(playground.from, chance.upTo(44))
  return daysOf([{ from, to: addDays(from, chance.upTo(most)) }])
}

/** Somebody at random, over every case of a calendar, a credential and a publication. */
export const randomSketch = (chance: Chance): Sketch => {
  const later = new Date(now.getTime() + 1)
  const option = (): Sketch['bookings'][number] => {
    const days = someDays(chance, 4)
    const exclusive = chance.odds(0.8) ? days : days.slice(1)
    return {
      state: 'option',
      days,
      exclusive,
      expiresAt: chance.pick([later, now, new Date('2027-02-01T00:00:00Z')]),
    }
  }
  return sketch({
    displayName: `${chance.pick(['Aïda', 'Jean', 'Maëlle', 'Noé'])} ${chance.pick(['Kerv', 'Moreau', 'Éluard'])}`,
    disciplines: chance.pick([['intimacy'], ['eco-production'], [...disciplines], []]),
    baseRegion: chance.odds(0.9) ? chance.pick(someRegions) : null,
    regions: chance.some(someRegions, 4),
    languages: chance.some(someLanguages, 3),
    specialisms: chance.some(someSpecialisms, 3),
    credentials: chance.some(someCredentials, 3).map((code) => ({
      code,
      decision: chance.pick(['document-seen', 'confirm', 'confirm', 'refuse', 'withdraw', null]),
      validUntil: chance.odds(0.3) ? chance.pick(['2027-01-10', today, '2028-01-01']) : null,
      expiresOn: chance.odds(0.3) ? chance.pick(['2027-01-10', today, '2028-01-01']) : null,
    })),
    blocks: [
      ...Array.from({ length: chance.upTo(3) }, () => ({
        kind: 'unavailable' as const,
        days: someDays(chance, 9),
      })),
      ...Array.from({ length: chance.upTo(1) }, () => ({
        kind: 'tentative' as const,
        days: someDays(chance, 6),
      })),
      ...Array.from({ length: chance.upTo(1) }, () => ({
        kind: 'available' as const,
        days: someDays(chance, 6),
      })),
    ],
    weekly: chance.odds(0.3) ? chance.some([1, 3, 6, 7], 2) : [],
    bookings: [
      ...(chance.odds(0.3) ? [option()] : []),
      ...(chance.odds(0.2) ? [option()] : []),
      ...(chance.odds(0.3)
        ? [{ state: 'confirmed' as const, days: someDays(chance, 3), exclusive: [], expiresAt: null }].map(
            (booking) => ({
              ...booking,
              exclusive: booking.days,
            }),
          )
        : []),
    ],
    // At every hour: the civil day differs where people live.
    confirmedAt: chance.odds(0.85)
      ? new Date(
          now.getTime() - chance.pick([0, 5, 12, 30, 43, 44, 45, 60]) * 864e5 - chance.upTo(1_439) * 6e4,
        )
      : null,
    knownUntil: chance.odds(0.9)
      ? chance.pick(['2027-03-20', '2027-03-31', '2027-12-31', '2026-12-31', '2029-01-01'])
      : null,
    timeZone: chance.pick(['Europe/Paris', 'America/Los_Angeles', 'Pacific/Kiritimati']),
    daysVisibility: chance.odds(0.2) ? 'verified-productions' : 'everyone',
    paused: chance.odds(0.2),
    pausedUntil: chance.pick([null, '2027-01-09', '2027-01-14']),
    published: chance.odds(0.92),
    suspended: chance.odds(0.04),
  })
}
