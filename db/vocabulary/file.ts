/** What may be kept as a file: known by what it holds, never by its name. */
export const mediaTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const

export type MediaType = (typeof mediaTypes)[number]
