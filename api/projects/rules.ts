import {
  type AgeBracket,
  ageBrackets,
  type NudityLevel,
  type SceneNature,
} from '@repere/db/vocabulary/brief.ts'
import { addMonths, type Day } from '@repere/db/vocabulary/day.ts'

/** What a scene means for a person of an age bracket who takes part in it. */
export type SceneVerdict = 'fine' | 'safeguards' | 'stop'

const everyLevel = (verdict: SceneVerdict): Record<NudityLevel, SceneVerdict> => ({
  none: verdict,
  underwear: verdict,
  partial: 'stop',
  'full-covered': 'stop',
  full: 'stop',
})

/**
 * A minor in a scene, by its nature and the nudity in it. Nudity beyond underwear, simulated sex and sexual
 * violence stop the request; any other closeness asks for the safeguards.
 */
const withMinor: Record<SceneNature, Record<NudityLevel, SceneVerdict>> = {
  kiss: everyLevel('safeguards'),
  caresses: everyLevel('safeguards'),
  nudity: everyLevel('safeguards'),
  'simulated-sex': everyLevel('stop'),
  'sexual-violence': everyLevel('stop'),
  'medical-or-birth': everyLevel('safeguards'),
  family: everyLevel('safeguards'),
  other: everyLevel('safeguards'),
}

/** The verdict on one nature of a scene, its nudity, and one age bracket of those in it. */
export const verdictOn = (nature: SceneNature, nudity: NudityLevel, bracket: AgeBracket): SceneVerdict =>
  bracket === 'adult' ? 'fine' : withMinor[nature][nudity]

export interface Scene {
  natures: readonly SceneNature[]
  nudity: NudityLevel
  performers: readonly { bracket: AgeBracket; count: number }[]
}

const gravity: readonly SceneVerdict[] = ['fine', 'safeguards', 'stop']

/** The gravest verdict over everything in a scene and everybody in it. */
export const verdictOnScene = ({ natures, nudity, performers }: Scene): SceneVerdict => {
  const present = ageBrackets.filter((bracket) =>
    performers.some((some) => some.bracket === bracket && some.count > 0),
  )
  const verdicts = natures.flatMap((nature) => present.map((bracket) => verdictOn(nature, nudity, bracket)))
  return gravity.findLast((verdict) => verdicts.includes(verdict)) ?? 'fine'
}

export interface Guarded {
  scenes: readonly Scene[]
  childrenSupervisor: boolean
  authorisation: boolean
}

/** Why a brief cannot be sent, and where in it. */
export interface Stop {
  because: 'minor-stop' | 'minor-safeguards-missing'
  /** JSON pointer into the project. */
  pointer: string
}

/** Everything that keeps an intimacy brief from being sent; empty when nothing does. */
export const stopsOf = (brief: Guarded): Stop[] => {
  const verdicts = brief.scenes.map(verdictOnScene)
  const stops = verdicts.flatMap((verdict, index): Stop[] =>
    verdict === 'stop' ? [{ because: 'minor-stop', pointer: `/brief/scenes/${index}` }] : [],
  )
  if (!verdicts.includes('safeguards')) return stops
  if (!brief.childrenSupervisor)
    stops.push({ because: 'minor-safeguards-missing', pointer: '/brief/childrenSupervisor' })
  if (!brief.authorisation)
    stops.push({ because: 'minor-safeguards-missing', pointer: '/brief/authorisation' })
  return stops
}

/** Until when the texts of work on these days stay readable: six months after the last one. Null while there is none. */
export const readableUntil = (days: readonly Day[]): Day | null => {
  const last = [...days].sort().at(-1)
  return last ? addMonths(last, 6) : null
}

/** Whether a brief says anything yet: an intimacy brief by its scenes, an eco one by an obligation or a deliverable. */
export const isDescribed = (
  brief:
    | { scenes: readonly unknown[] }
    | { obligations: readonly unknown[]; deliverables: readonly unknown[] },
): boolean =>
  'scenes' in brief ? brief.scenes.length > 0 : brief.obligations.length + brief.deliverables.length > 0
