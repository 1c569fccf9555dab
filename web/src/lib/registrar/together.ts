import type { BulkReview } from '@repere/api/client.ts'
import type { RefusedForm } from '#lib/server/form.ts'

/** What the page of a decision on several shows after an action: the form as typed, or its reading over. */
export type TogetherState = RefusedForm & {
  review?: BulkReview['lines']
  /** The session must be confirmed again, elsewhere, so that nothing typed here is lost. */
  lapsed?: boolean
}
