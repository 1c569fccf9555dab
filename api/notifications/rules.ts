import { type ChosenKind, chosenKinds, type Delivery, type NoticeKind } from '@repere/db/vocabulary/notice.ts'

/** Whether each person chooses how to hear of it. */
export const isChosen = (kind: NoticeKind): kind is ChosenKind => chosenKinds.some((one) => one === kind)

/** How a notice leaves: what nobody can do without, and what changes a calendar, always by a mail at once. */
export const deliveryOf = (kind: NoticeKind, wish: Delivery | undefined, hasCalendar: boolean): Delivery =>
  !isChosen(kind) || hasCalendar ? 'at-once' : (wish ?? 'at-once')
