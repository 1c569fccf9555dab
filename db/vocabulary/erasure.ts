/** Why an account was erased. */
export const erasureReasons = ['asked', 'operator', 'unproven', 'unused'] as const

export type ErasureReason = (typeof erasureReasons)[number]
