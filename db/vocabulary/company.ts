export const companyStates = ['unverified', 'verified', 'refused', 'suspended'] as const

export type CompanyState = (typeof companyStates)[number]

export const companyDecisions = ['verify', 'refuse', 'suspend', 'restore'] as const

export type CompanyDecision = (typeof companyDecisions)[number]
