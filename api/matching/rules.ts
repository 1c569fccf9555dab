import type { LiveCredentialState } from '@repere/db/vocabulary/credential.ts'
import { type Day, daysOf, rangesOf } from '@repere/db/vocabulary/day.ts'
import type { LanguageCode } from '@repere/db/vocabulary/language.ts'
import type { RegionCode } from '@repere/db/vocabulary/region.ts'

interface Phase {
  days: readonly Day[]
  remote: boolean
  exclusive: boolean
}

/** The days that decide who can do a project, and whether somebody from elsewhere may take the remote ones. */
export interface Schedule {
  days: { date: Day; remote: boolean }[]
  elsewhere: boolean
  /** Whether any day is worked on site: if none is, no region matters. */
  onSite: boolean
}

/** As many days as one search may ask for. */
const mostDays = 366

/**
 * The exclusive days of the phases from today on: other days need no free calendar. A day on which one phase is on
 * site is on site. Somebody from elsewhere may take remote days only where every phase on site is exclusive: the days
 * of the others are in no calendar, and would fall to whoever takes the rest.
 */
export const scheduleOf = (phases: readonly Phase[], today: Day): Schedule => {
  const ahead = (wanted: readonly Phase[]) =>
    daysOf(rangesOf(wanted.flatMap(({ days }) => days))).filter((day) => day >= today)
  const exclusive = phases.filter((phase) => phase.exclusive)
  const here = new Set(ahead(phases.filter(({ remote }) => !remote)))
  const days = ahead(exclusive)
    .slice(0, mostDays)
    .map((date) => ({ date, remote: !here.has(date) }))
  const shared = ahead(phases.filter((phase) => !phase.remote && !phase.exclusive))
  return {
    days,
    elsewhere: shared.length === 0 && days.some(({ remote }) => remote),
    onSite: here.size > 0 || ahead(phases).length === 0,
  }
}

/** What is known of somebody matched. */
export interface Explained {
  covers: readonly Day[]
  inTraining: boolean
  proof: { code: string; state: LiveCredentialState; certification: boolean } | null
  regions: readonly RegionCode[]
  languages: readonly LanguageCode[]
}

/** Why somebody is in a match: each part is a fact of the person against a need of the project. */
export interface Because {
  days: number
  of: number
  proof: { code: string; state: LiveCredentialState; certification: boolean } | null
  /** The project's regions in which the person works. */
  regions: RegionCode[]
  /** From elsewhere: takes remote days alone. */
  remoteOnly: boolean
  /** The project's languages that the person speaks. */
  languages: LanguageCode[]
  inTraining: boolean
}

export const explain = (
  person: Explained,
  needs: { regions: readonly RegionCode[]; languages: readonly LanguageCode[]; of: number },
): Because => {
  const regions = needs.regions.filter((code) => person.regions.includes(code))
  return {
    days: person.covers.length,
    of: needs.of,
    proof: person.proof,
    regions,
    remoteOnly: needs.regions.length > 0 && regions.length === 0,
    languages: needs.languages.filter((code) => person.languages.includes(code)),
    inTraining: person.inTraining,
  }
}
