import { type Day, rangesOf, toDayNumber } from '@repere/db/vocabulary/day.ts'
import { horizonOf } from '../coordinators/calendar.ts'
import type { Filters, Viewer } from '../coordinators/filters.ts'
import {
  type Condition,
  type Conditions,
  hasDayWithin,
  hasNoDayWithin,
  impossible,
  is,
  isAfter,
  isNotAfter,
} from './filter.ts'

interface Run {
  from: number
  to: number
}

/** The asked days, against a horizon that moves every day while documents stand still. */
interface Asked {
  within: Run[]
  /** The last of these days. */
  last: number
  /** Days of which nothing is known but what is held or taken. */
  beyond: number[]
  today: number
}

const runsOf = (days: readonly Day[]): Run[] =>
  rangesOf(days).map(({ from, to }) => ({ from: toDayNumber(from), to: toDayNumber(to) }))

const toAsked = (days: readonly Day[], today: Day): Asked => {
  const horizon = horizonOf(today)
  const within = runsOf(days.filter((day) => day < horizon))
  return {
    within,
    last: within.at(-1)?.to ?? 0,
    beyond: days.filter((day) => day >= horizon).map(toDayNumber),
    today: toDayNumber(today),
  }
}

const seen = ({ seesAllDays }: Viewer): Condition[] => (seesAllDays ? [] : [is('daysPublic', true)])

/** That every asked day is free. */
export const allFree = (days: readonly Day[], viewer: Viewer, today: Day): Conditions => {
  const asked = toAsked(days, today)
  if (asked.beyond.length > 0) return [impossible]
  const runs = asked.within.map(({ from, to }) => hasNoDayWithin('notFreeDays', from, to))
  return [...seen(viewer), isAfter('staleOn', asked.today), isAfter('knownUntil', asked.last - 1), ...runs]
}

/** That some asked day is not. */
export const notAllFree = (days: readonly Day[], viewer: Viewer, today: Day): Conditions => {
  const asked = toAsked(days, today)
  if (asked.beyond.length > 0) return []
  const hidden = viewer.seesAllDays ? [] : [is('daysPublic', false)]
  const runs = asked.within.map(({ from, to }) => hasDayWithin('notFreeDays', from, to))
  return [[...hidden, isNotAfter('staleOn', asked.today), isNotAfter('knownUntil', asked.last - 1), ...runs]]
}

/** What the asked days must be, in the chosen mode. Paused people take part in none. */
export const daysCondition = ({ days, availability }: Filters, viewer: Viewer, today: Day): Conditions => {
  if (days.length === 0) return []
  const asked = toAsked(days, today)
  const sure = [...seen(viewer), isAfter('staleOn', asked.today)]
  const some = asked.within.map(({ from, to }) => hasDayWithin('freeDays', from, to))
  const modes: Record<Filters['availability'], Conditions> = {
    free: allFree(days, viewer, today),
    optionable: [
      ...sure,
      [isAfter('knownUntil', asked.last - 1), is('heldBeyond', true)],
      ...asked.within.map(({ from, to }) => hasNoDayWithin('takenDays', from, to)),
      ...asked.beyond.map((day) => hasDayWithin('optionDays', day, day)),
    ],
    some: some.length > 0 ? [...sure, some] : [impossible],
    any: [],
  }
  return [is('paused', false), ...modes[availability]]
}
