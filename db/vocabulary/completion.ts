/** What a production answers once a booking is over. Work that did not take place as booked counts for nothing. */
export const creditOutcomes = ['confirmed', 'not-as-booked'] as const

export type CreditOutcome = (typeof creditOutcomes)[number]

/** As what somebody worked. Closed, so that a production leaves a fact and never a text. */
export const creditRoles = ['trainee', 'assistant', 'coordinator', 'lead'] as const

export type CreditRole = (typeof creditRoles)[number]

/** Where somebody stands who was asked to speak of a booking when others ask them. */
export const refereeStates = ['asked', 'agreed', 'refused', 'withdrawn'] as const

export type RefereeState = (typeof refereeStates)[number]

/** Where the wish of a production to be put in touch with a referee stands. */
export const refereeRequestStates = ['asked', 'agreed', 'refused'] as const

export type RefereeRequestState = (typeof refereeRequestStates)[number]

/** To whom at most it is said that somebody can be asked. */
export const refereeAudiences = ['verified-productions', 'after-acceptance', 'only-me'] as const

export type RefereeAudience = (typeof refereeAudiences)[number]
