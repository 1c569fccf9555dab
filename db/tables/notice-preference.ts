import type { ChosenKind, Delivery } from '../vocabulary/notice.ts'
import { column, type Dictionary } from './dictionary.ts'

/** How somebody wants to hear of a kind of thing, where it is not by a mail at once. */
export interface NoticePreferenceTable {
  accountId: string
  kind: ChosenKind
  delivery: Delivery
}

export const noticePreference: Dictionary<NoticePreferenceTable> = {
  accountId: column('whose', 'nobody', 'account'),
  kind: column('what it is about', 'owner', 'account', 'mine'),
  delivery: column('by mail at once, in the morning, or on the page alone', 'owner', 'account', 'mine'),
}
