/** What an account may be; one role per account. */
export const roles = ['coordinator', 'production', 'registrar'] as const

export type Role = (typeof roles)[number]
