/** Why an invitation is over. `replaced`: the same address was invited anew. */
export const invitationEnds = ['claimed', 'revoked', 'refused', 'replaced'] as const

export type InvitationEnd = (typeof invitationEnds)[number]

/** Where an invitation stands; it lapses by the clock. */
export const invitationStates = ['open', 'lapsed', ...invitationEnds] as const

export type InvitationState = (typeof invitationStates)[number]
