import type { Day } from '@repere/db/vocabulary/day.ts'

/** Where a credential stands by the last decision on it. */
export type Standing = 'declared' | 'refused' | 'document-seen' | 'confirmed' | 'withdrawn'

/**
 * Whether the document may be put in place, replaced or taken back. Before a decision, and after a refusal, since a
 * better scan is an answer to it; never once a registrar's word rests on it.
 */
export const mayChange = {
  declared: true,
  refused: true,
  'document-seen': false,
  confirmed: false,
  withdrawn: false,
} as const satisfies Record<Standing, boolean>

/** How long a document is kept after the decision, in days. */
export const keptDays = 90

/** The day a file goes: ninety days after the decision that followed it; null while it waits for one. */
export const deletedOn = (uploadedAt: Date, decidedAt: Date | null): Day | null =>
  decidedAt && decidedAt >= uploadedAt
    ? new Date(decidedAt.getTime() + keptDays * 86_400_000).toISOString().slice(0, 10)
    : null
