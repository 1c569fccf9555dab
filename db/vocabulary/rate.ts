/** What a rate is counted by. */
export const ratePeriods = ['day', 'week', 'package'] as const

export type RatePeriod = (typeof ratePeriods)[number]

/** Currencies a rate may be given in. */
export const currencies = ['EUR', 'CHF', 'GBP', 'USD', 'CAD'] as const

export type Currency = (typeof currencies)[number]
