import type { CreditRole } from '@repere/db/vocabulary/completion.ts'
import { addDays, addMonths, type Day, dayIn, daysBetween } from '@repere/db/vocabulary/day.ts'
import type { Discipline } from '@repere/db/vocabulary/discipline.ts'
import type { Level } from '@repere/db/vocabulary/level.ts'
import { isExclusiveByDefault, type PhaseKind } from '@repere/db/vocabulary/phase-kind.ts'

interface Phase {
  kind: PhaseKind
  remote: boolean
  days: readonly Day[]
}

/** Days on set among what was booked: each day once, of phases that are on site and more than reading or preparing. */
export const daysOnSetOf = (phases: readonly Phase[]): number =>
  new Set(phases.filter(({ kind, remote }) => isExclusiveByDefault(kind, remote)).flatMap(({ days }) => days))
    .size

/** Nobody was on set on more days than lie between the first and the last that were booked. */
export const mostDaysOf = (firstDay: Day, lastDay: Day): number => daysBetween(firstDay, lastDay) + 1

type Levels = { [D in Discipline]: Level<D> | null }

/** As what somebody is booked: at the level that they declare. */
export const roleAsBooked = (discipline: Discipline, levels: Levels): CreditRole => {
  const level = levels[discipline]
  if (level === 'in-training') return 'trainee'
  return level === 'assistant' || level === 'lead' ? level : 'coordinator'
}

/** A project that goes by a code name keeps its title silent for a year after the last day, unless it is said otherwise. */
export const hiddenUntilAsBooked = (codeName: string | null, lastDay: Day): Day | null =>
  codeName === null ? null : addMonths(lastDay, 12)

const correctionDays = 30

interface Answered {
  confirmedAt: Date
  titleHiddenUntil: Day | null
}

/** The last day on which an answer can be corrected: thirty days on, or for as long as the title is silent. */
export const correctableUntil = ({ confirmedAt, titleHiddenUntil }: Answered, timeZone: string): Day => {
  const usual = addDays(dayIn(timeZone, confirmedAt), correctionDays)
  return titleHiddenUntil !== null && titleHiddenUntil > usual ? titleHiddenUntil : usual
}

export interface Confirmation {
  daysOnSet: number
  titleHiddenUntil: Day | null
}

interface Said extends Confirmation {
  role: CreditRole
  title: string
}

/** Whether an answer says what was said before: nothing that anybody would want to be told. */
export const isRepeated = (before: { [Name in keyof Said]: Said[Name] | null }, said: Said | null): boolean =>
  before.role === (said?.role ?? null) &&
  before.daysOnSet === (said?.daysOnSet ?? null) &&
  before.title === (said?.title ?? null) &&
  before.titleHiddenUntil === (said?.titleHiddenUntil ?? null)

interface Bounds {
  mostDays: number
  today: Day
  /** The silence as it was said before. */
  before: Day | null
}

/** What cannot be confirmed: more days than there were, a silence that is over before it began or lasts for ever. */
export const findFaults = (
  { daysOnSet, titleHiddenUntil: until }: Confirmation,
  { mostDays, today, before }: Bounds,
) => {
  const faults = [
    daysOnSet > mostDays && { pointer: '/daysOnSet', detail: `must be ${mostDays} at most` },
    until !== null &&
      until !== before &&
      until < today && { pointer: '/titleHiddenUntil', detail: 'must not be in the past' },
    until !== null &&
      until > addMonths(today, 120) && { pointer: '/titleHiddenUntil', detail: 'must lie within ten years' },
  ]
  return faults.filter((fault) => fault !== false)
}
