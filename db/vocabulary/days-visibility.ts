/** Who sees the days of a calendar; everybody else reads `unknown`. */
export const daysVisibilities = ['everyone', 'verified-productions'] as const

export type DaysVisibility = (typeof daysVisibilities)[number]
