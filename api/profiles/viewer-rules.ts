import type { Audience } from '@repere/db/vocabulary/audience.ts'
import {
  audienceOf,
  type ChoiceField,
  choiceFields,
  type Visibility,
} from '@repere/db/vocabulary/choice-field.ts'

/** Through whose eyes a profile is read, least trusted first; last its owner's. */
export const viewers = ['public', 'verified-production', 'after-acceptance', 'me'] as const

export type Viewer = (typeof viewers)[number]

const reach: Record<Viewer, readonly Audience[]> = {
  public: ['public'],
  'verified-production': ['public', 'verified-productions'],
  'after-acceptance': ['public', 'verified-productions', 'after-acceptance'],
  me: ['public', 'verified-productions', 'after-acceptance', 'only-me'],
}

/** Whether this viewer is among those a field was meant for. */
export const canSee = (viewer: Viewer, visibility: Visibility, field: ChoiceField): boolean =>
  reach[viewer].includes(audienceOf(visibility, field))

/** Whom each field of choice is for, those never chosen included. */
export const allAudiences = (visibility: Visibility): Record<ChoiceField, Audience> =>
  Object.fromEntries(choiceFields.map((field) => [field, audienceOf(visibility, field)])) as Record<
    ChoiceField,
    Audience
  >
