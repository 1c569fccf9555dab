/** Where a person may work without further formalities. Never a nationality. */
export const workPermits = ['eu-eea', 'ch', 'gb', 'ca', 'us', 'au'] as const

export type WorkPermit = (typeof workPermits)[number]
