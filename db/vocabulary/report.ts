/** What can be reported. */
export const reportSubjects = ['booking', 'messages', 'profile', 'company'] as const

export type ReportSubject = (typeof reportSubjects)[number]

export const reportReasons = [
  'harassment',
  'sexual-remarks',
  'threats',
  'discrimination',
  'false-pretext',
  'false-identity',
  'false-credential',
  'contact-misuse',
  'other',
] as const

export type ReportReason = (typeof reportReasons)[number]

/** `decided` may still be contested, once by each side; `contested` waits again; `closed` is over. */
export const reportStates = ['open', 'decided', 'contested', 'closed'] as const

export type ReportState = (typeof reportStates)[number]

export const reportOutcomes = ['no-action', 'warning', 'booking-stays-frozen', 'account-suspended'] as const

export type ReportOutcome = (typeof reportOutcomes)[number]

/** On which rule of the registry, or on which law, a decision rests. */
export const reportGrounds = [
  'not-established',
  'respect',
  'purpose-of-the-registry',
  'truthfulness',
  'confidentiality',
  'law',
] as const

export type ReportGround = (typeof reportGrounds)[number]

/** The two sides of a report. */
export const reportParties = ['reporter', 'reported'] as const

export type ReportParty = (typeof reportParties)[number]

/** Whom a coordinator blocks. */
export const blockedParties = ['company', 'person'] as const

export type BlockedParty = (typeof blockedParties)[number]
