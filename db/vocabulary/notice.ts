/** What a notice is about that nobody can do without: a deadline, what binds or ends, the registry’s decisions, safety. */
export const necessaryKinds = ['deadlines', 'commitments', 'registry', 'security'] as const

/** What a notice is about where each person chooses how to hear of it. */
export const chosenKinds = [
  'answers',
  'movements',
  'messages',
  'calendar',
  'credentials',
  'profile',
  'searches',
] as const

export const noticeKinds = [...necessaryKinds, ...chosenKinds] as const
export type NoticeKind = (typeof noticeKinds)[number]
export type ChosenKind = (typeof chosenKinds)[number]

/** How a notice reaches its person: by a mail at once, in the mail of the morning, or on the page alone. */
export const deliveries = ['at-once', 'digest', 'app'] as const
export type Delivery = (typeof deliveries)[number]
