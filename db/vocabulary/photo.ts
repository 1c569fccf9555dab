/** The sizes a portrait is kept in. */
export const photoSizes = ['small', 'large'] as const

export type PhotoSize = (typeof photoSizes)[number]
