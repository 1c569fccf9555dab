/** Whether days are to be held or booked. */
export const bookingKinds = ['option', 'firm'] as const

export type BookingKind = (typeof bookingKinds)[number]

/** The two sides of a booking. */
export const bookingParties = ['coordinator', 'production'] as const

export type BookingParty = (typeof bookingParties)[number]

export const bookingStates = [
  'requested',
  'countered',
  'option',
  'confirmed',
  'completed',
  'declined',
  'withdrawn',
  'expired',
  'released',
  'cancelled',
  'voided',
] as const

export type BookingState = (typeof bookingStates)[number]

/** What awaits an answer or holds days by an option, until its deadline: then it reads as expired. */
export const openStates = ['requested', 'countered', 'option'] as const satisfies readonly BookingState[]

export const isOpenState = (state: BookingState): boolean =>
  (openStates as readonly BookingState[]).includes(state)

/** What is open, and what is confirmed: both sides still have something ahead of them. */
export const liveStates = [...openStates, 'confirmed'] as const satisfies readonly BookingState[]

export const isLiveState = (state: BookingState): boolean =>
  (liveStates as readonly BookingState[]).includes(state)

export const bookingMoves = [
  'accept',
  'counter',
  'accept-counter',
  'decline',
  'withdraw',
  'confirm',
  'release',
  'press',
  'challenge',
  'trim',
  'extend',
  'accept-extension',
  'refuse-extension',
  'cancel',
  'void',
] as const

export type BookingMove = (typeof bookingMoves)[number]

/** Reason codes, by the move that asks for one. */
export const moveReasons = {
  decline: [
    'not-free',
    'too-far',
    'rate',
    'terms',
    'prep-time',
    'not-my-skill',
    'conflict-of-interest',
    'project',
    'other',
  ],
  release: ['not-needed', 'dates-changed', 'other-firm-offer', 'found-someone', 'other'],
  withdraw: ['not-needed', 'dates-changed', 'found-someone', 'project-stopped', 'other'],
  cancel: ['project-stopped', 'dates-changed', 'illness', 'disagreement', 'other'],
  void: ['false-production', 'outside-the-profession', 'against-the-law', 'mistake', 'at-request', 'other'],
} as const satisfies Partial<Record<BookingMove, readonly string[]>>

export type MoveReason = (typeof moveReasons)[keyof typeof moveReasons][number]
