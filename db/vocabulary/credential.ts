export const credentialKinds = ['certification', 'registry', 'training', 'safety'] as const

export type CredentialKind = (typeof credentialKinds)[number]

/** Whether a credential of the catalogue can be held. One in creation is shown and explained, never held. */
export const credentialStatuses = ['active', 'in-creation', 'ended'] as const

export type CredentialStatus = (typeof credentialStatuses)[number]

export const credentialStates = ['declared', 'document-seen', 'confirmed', 'expired', 'withdrawn'] as const

export type CredentialState = (typeof credentialStates)[number]

/** The states that say something for a person, weakest first: the ladder of a minimum state. */
export const liveCredentialStates = ['declared', 'document-seen', 'confirmed'] as const

export type LiveCredentialState = (typeof liveCredentialStates)[number]

/** What a registrar may decide. */
export const credentialDecisions = ['document-seen', 'confirm', 'refuse', 'withdraw'] as const

export type CredentialDecision = (typeof credentialDecisions)[number]

export const withdrawalCodes = [
  'issuer-withdrew',
  'document-false',
  'holder-asked',
  'registered-in-error',
] as const

export type WithdrawalCode = (typeof withdrawalCodes)[number]
