/** What others see of a day. */
export const dayStates = ['free', 'option', 'unavailable', 'unknown'] as const

export type DayState = (typeof dayStates)[number]
