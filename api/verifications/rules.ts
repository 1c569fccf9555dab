import type { CredentialDecision, CredentialState } from '@repere/db/vocabulary/credential.ts'

export type SharingFault = 'credential-not-checked' | 'credential-ended' | 'credential-withdrawn'

/** Why no code can be given: a page of the registry for what nobody checked would be read as if somebody had. */
export const findSharingFault = (state: CredentialState): SharingFault | undefined => faults[state]

const faults: Record<CredentialState, SharingFault | undefined> = {
  declared: 'credential-not-checked',
  'document-seen': undefined,
  confirmed: undefined,
  expired: 'credential-ended',
  withdrawn: 'credential-withdrawn',
}

export type VerificationEvent = 'declared' | 'document-seen' | 'confirmed' | 'withdrawn'

const events: Record<CredentialDecision, VerificationEvent | undefined> = {
  'document-seen': 'document-seen',
  confirm: 'confirmed',
  withdraw: 'withdrawn',
  // Between the registry and its owner; hidden from others, as on the profile.
  refuse: undefined,
}

/** What a reader may know of a credential's past: what and when, oldest first. */
export const tellHistory = (
  declaredAt: Date,
  decisions: readonly { decision: CredentialDecision; decidedAt: Date }[],
): { event: VerificationEvent; at: Date }[] => [
  { event: 'declared', at: declaredAt },
  ...decisions.flatMap(({ decision, decidedAt }) => {
    const event = events[decision]
    return event ? [{ event, at: decidedAt }] : []
  }),
]
