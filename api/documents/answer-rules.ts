import type { BookingKind, BookingParty, BookingState } from '@repere/db/vocabulary/booking.ts'

/** What a person answered to a request at first, or why there is no answer. */
export type AnswerWord = 'awaited' | 'accepted' | 'countered' | 'declined' | 'none' | 'withdrawn' | 'voided'

interface Entry {
  at: string
  kind: string
  by: BookingParty | 'registrar' | 'clock'
  state?: BookingState
}

interface Told {
  state: BookingState
  kind: BookingKind
  timeline: readonly Entry[]
}

export interface Outcome {
  answer: AnswerWord
  answeredAt: string | null
  /** What came of it later; null where the answer was the end of it. */
  end: { state: BookingState; at: string; by: Entry['by'] } | null
}

const answers: readonly string[] = ['accepted', 'countered', 'declined'] satisfies AnswerWord[]

/** Why nobody answered, by how the request stands. */
const silences: Partial<Record<BookingState, AnswerWord>> = {
  expired: 'none',
  withdrawn: 'withdrawn',
  voided: 'voided',
}

/** Reads from a request's story what a proof of diligence tells of it: the first answer, and the end; no reason of any. */
export const outcomeOf = ({ state, timeline }: Told): Outcome => {
  const first = timeline.find(({ by, kind }) => by === 'coordinator' && answers.includes(kind))
  const reached = timeline.findLast((entry) => entry.state === state)
  if (!first) {
    const answer = silences[state] ?? 'awaited'
    return { answer, answeredAt: answer === 'awaited' ? null : (reached?.at ?? null), end: null }
  }
  const over = first.state === state && reached === first
  return {
    answer: first.kind as AnswerWord,
    answeredAt: first.at,
    end: over || !reached ? null : { state, at: reached.at, by: reached.by },
  }
}
