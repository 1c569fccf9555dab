import type { Day } from '@repere/db/vocabulary/day.ts'

/** What a registry may ask for by number. */
export const measures = ['years', 'credits', 'daysOnSet', 'productions'] as const

type Measure = (typeof measures)[number]

/** What one registry asks before it lists somebody; null where it is not known to ask, or how much. */
export type Threshold = Record<Measure, number | null>

/** What a person says of their experience, and how many credits productions confirmed. */
export interface Experience {
  daysOnSet: number | null
  productionsCount: number | null
  confirmedCredits: number
  workingSince: number | null
}

interface ProgressLine {
  measure: Measure
  needed: number
  /** Null where the person has not said. */
  have: number | null
  missing: number
}

export interface Progress {
  lines: ProgressLine[]
  /** Null where nothing is known to be asked for by number: then nobody can say. */
  met: boolean | null
}

const have: Record<Measure, (experience: Experience, today: Day) => number | null> = {
  // Only the year is known: civil years gone by since then.
  years: ({ workingSince }, today) =>
    workingSince === null ? null : Math.max(0, Number(today.slice(0, 4)) - workingSince),
  credits: ({ confirmedCredits }) => confirmedCredits,
  daysOnSet: ({ daysOnSet }) => daysOnSet,
  productions: ({ productionsCount }) => productionsCount,
}

/** How far somebody is from what a registry asks for by number. Never a promise: registries ask for other things too. */
export const progressTowards = (threshold: Threshold, experience: Experience, today: Day): Progress => {
  const lines = measures.flatMap((measure) => {
    const needed = threshold[measure]
    if (needed === null) return []
    const held = have[measure](experience, today)
    return [{ measure, needed, have: held, missing: Math.max(0, needed - (held ?? 0)) }]
  })
  return { lines, met: lines.length === 0 ? null : lines.every(({ missing }) => missing === 0) }
}
