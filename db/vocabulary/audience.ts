/** Who may see a field of a profile, widest first. */
export const audiences = ['public', 'verified-productions', 'after-acceptance', 'only-me'] as const

export type Audience = (typeof audiences)[number]
