import type { Discipline } from '@repere/db/vocabulary/discipline.ts'
import type { Level } from '@repere/db/vocabulary/level.ts'
import type { MentoringSide } from '@repere/db/vocabulary/mentoring.ts'

/** Which declared levels put somebody on a side of a pair. */
const levelsOf: Record<MentoringSide, Record<Discipline, readonly Level[]>> = {
  trainee: { intimacy: ['in-training'], 'eco-production': ['assistant'] },
  lead: { intimacy: ['experienced'], 'eco-production': ['coordinator', 'lead'] },
}

/** What a pair asks of a person, in one discipline. */
export interface Candidate {
  disciplines: readonly Discipline[]
  level: Level | null
  /** Holds a certification of the discipline that its issuer confirmed and that has not ended. */
  certified: boolean
}

/** Whether a person may stand on a side: by level; a certified one leads unless they say that they are in training. */
export const canTake = (
  side: MentoringSide,
  discipline: Discipline,
  { disciplines, level, certified }: Candidate,
): boolean => {
  if (!disciplines.includes(discipline)) return false
  if (level === null) return side === 'lead' && certified
  return levelsOf[side][discipline].includes(level)
}

export const otherSide = (side: MentoringSide): MentoringSide => (side === 'lead' ? 'trainee' : 'lead')

/** How long whoever asked in vain must wait before asking the same person again. */
const restMs = 30 * 86_400_000

/** Ended before this instant, a question that came to nothing may be asked again. */
export const restOver = (now: Date): Date => new Date(now.getTime() - restMs)

export type PairState = 'asked' | 'accepted'

/** Whether this side may say yes: to what the other one asked, once. */
export const canAccept = (
  { askedBy, state }: { askedBy: MentoringSide; state: PairState },
  side: MentoringSide,
): boolean => state === 'asked' && askedBy !== side
