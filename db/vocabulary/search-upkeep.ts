/** What is done to the search index as a whole. */
export const upkeepWorks = ['fill', 'comparison'] as const

export type UpkeepWork = (typeof upkeepWorks)[number]

/** How it ended: stopped when its process ended or failed first. */
export const upkeepResults = ['done', 'stopped'] as const

export type UpkeepResult = (typeof upkeepResults)[number]
