/** Collective agreements by their IDCC number. */
export const agreements = ['3097', '2642', '2412', '1285', '3090', 'foreign', 'other'] as const

export type Agreement = (typeof agreements)[number]
