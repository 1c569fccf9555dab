import type { MediaType } from '@repere/db/vocabulary/file.ts'
import type { PhotoSize } from '@repere/db/vocabulary/photo.ts'
/** What may be sent as a portrait. */
export const photoAccepted: { mediaTypes: readonly MediaType[]; maxBytes: number } = {
  mediaTypes: ['image/jpeg', 'image/png'],
  maxBytes: 5 * 1_048_576,
}

/** A part of a picture, in fractions of its width and height. */
interface Part {
  left: number
  top: number
  width: number
  height: number
}

/** Edge of the squares that are kept, in pixels: twice what page and card draw. */
export const edges: Record<PhotoSize, number> = { large: 480, small: 128 }

/** The part of the picture that was chosen, as a form sends it: nothing of it, or all of it within the picture. */
export const toCrop = (
  asked: { [Side in keyof Part]?: number | undefined },
): Part | undefined | 'incomplete' => {
  const { left, top, width, height } = asked
  const given = [left, top, width, height].filter((part) => part !== undefined)
  if (given.length === 0) return undefined
  if (left === undefined || top === undefined || width === undefined || height === undefined)
    return 'incomplete'
  // A hair over the edge is rounding.
  return left + width > 1.01 || top + height > 1.01 ? 'incomplete' : { left, top, width, height }
}
