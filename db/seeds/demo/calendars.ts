import type { BlockKind, BlockReason, BlockSource } from '../../vocabulary/block.ts'
import { addDays, type Day, type DayRange, daysOf } from '../../vocabulary/day.ts'
import { createChance } from '../chance.ts'
import type { DemoTime } from './demo-time.ts'
import type { CalendarKind, Person } from './person.ts'

interface Shape {
  /** Days since it was confirmed, at least and at most. */
  confirmed: readonly [number, number]
  /** Days ahead for which it is known. */
  knownDays: number
  /** How many runs of days are marked, how long each is, and in which weeks. */
  runs: readonly [number, number]
  length: readonly [number, number]
  weeks: readonly [number, number]
  /** Share of the runs that are options held elsewhere. */
  tentative: number
}

const shapes: Record<Exclude<CalendarKind, 'never'>, Shape> = {
  // Free from week 11 on, but for the weekly pattern: whoever tries the product finds days to ask for.
  open: { confirmed: [0, 9], knownDays: 330, runs: [2, 4], length: [1, 5], weeks: [4, 10], tentative: 0.2 },
  scattered: {
    confirmed: [1, 15],
    knownDays: 270,
    runs: [12, 18],
    length: [1, 4],
    weeks: [0, 36],
    tentative: 0.3,
  },
  busy: { confirmed: [0, 7], knownDays: 300, runs: [9, 12], length: [6, 16], weeks: [0, 40], tentative: 0.2 },
  short: { confirmed: [2, 12], knownDays: 66, runs: [3, 5], length: [1, 4], weeks: [0, 9], tentative: 0.3 },
  stale: {
    confirmed: [52, 110],
    knownDays: 200,
    runs: [3, 6],
    length: [2, 6],
    weeks: [0, 20],
    tentative: 0.2,
  },
}

/** Why people are taken: a word, a note for themselves, or neither. */
const causes: readonly Pick<DemoBlock, 'source' | 'reason' | 'note'>[] = [
  { source: 'manual', reason: 'training', note: 'Stage' },
  { source: 'manual', reason: 'leave', note: null },
  { source: 'manual', reason: 'booked-elsewhere', note: 'Série d’été, deuxième équipe' },
  { source: 'travel', reason: null, note: null },
  { source: 'manual', reason: 'personal', note: 'Famille' },
  { source: 'manual', reason: null, note: null },
]

export interface DemoBlock {
  days: DayRange
  kind: BlockKind
  source: BlockSource
  reason: BlockReason | null
  note: string | null
}

export interface DemoCalendar {
  confirmedAt: Date
  knownUntil: Day
  blocks: DemoBlock[]
}

/** The head of a person's calendar; undefined for who never said anything. */
export const calendarHead = ({ name, calendar }: Person, time: DemoTime) => {
  if (calendar === 'never') return undefined
  const { confirmed, knownDays } = shapes[calendar]
  const confirmedDaysAgo = createChance(`${name} confirmed`).between(...confirmed)
  return { confirmedAt: time.ago({ days: confirmedDaysAgo }), knownUntil: addDays(time.today, knownDays) }
}

/** The calendar of a person, by chance of their name; days that bookings of the demo speak of stay unmarked. */
export const calendarOf = (
  person: Person,
  time: DemoTime,
  spokenFor: ReadonlySet<Day>,
): DemoCalendar | undefined => {
  const head = calendarHead(person, time)
  if (!head || person.calendar === 'never') return undefined
  const { runs, length, weeks, tentative } = shapes[person.calendar]
  const chance = createChance(person.name)
  const blocks = Array.from({ length: chance.between(...runs) }, (): DemoBlock => {
    const from = time.day(chance.between(...weeks), chance.between(1, 5))
    const days = { from, to: addDays(from, chance.between(...length) - 1) }
    if (chance.next() < tentative)
      return { days, kind: 'tentative', source: 'manual', reason: null, note: 'Option verbale' }
    return { days, kind: 'unavailable', ...chance.pick(causes) }
  })
  return { ...head, blocks: blocks.filter(({ days }) => !daysOf([days]).some((day) => spokenFor.has(day))) }
}
