/** The two professions of the registry. */
export const disciplines = ['intimacy', 'eco-production'] as const

export type Discipline = (typeof disciplines)[number]
