import type { Visibility } from '@repere/db/vocabulary/choice-field.ts'
import type { Discipline } from '@repere/db/vocabulary/discipline.ts'
import type { MentoringSide } from '@repere/db/vocabulary/mentoring.ts'
import { canSee, type Viewer } from './viewer-rules.ts'

/** The other half of a mentoring pair that both agreed to, while that person is public. */
export interface ShownPair {
  slug: string
  displayName: string
  discipline: Discipline
  /** Which side the other person is on. */
  side: MentoringSide
  /** Whom the other person shows such pairs to. */
  visibility: Visibility
}

/** The pairs one viewer may read: a pair tells of two people, so both must be willing to show it. */
export const presentPairs = (pairs: readonly ShownPair[], viewer: Viewer) =>
  pairs
    .filter(({ visibility }) => canSee(viewer, visibility, 'mentoring'))
    .map(({ slug, displayName, discipline, side }) => ({ slug, displayName, discipline, side }))
