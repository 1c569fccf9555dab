import type { MediaType } from '@repere/db/vocabulary/file.ts'
import type { Metadata } from 'sharp'
import { createGate } from '../gate.ts'
import { Problem, refuse } from '../problem.ts'

/** The part of a picture to keep, in fractions of its width and height as it is seen. */
export interface Crop {
  left: number
  top: number
  width: number
  height: number
}

export interface Redraw {
  /** No side longer than that, in pixels; smaller pictures stay as they are. */
  maxSide: number
  crop?: Crop | undefined
  /** A square of that side instead: what sticks out of it is cut off evenly. */
  square?: boolean
  as: Exclude<MediaType, 'application/pdf'>
}

/** An A4 page at 600 dots an inch has 35 million; a bomb has thousands of millions. */
const maxPixels = 50_000_000
/** And no side longer than this: a picture of one endless line is held in memory whole to be turned or made smaller. */
const maxSidePixels = 20_000
/** What a picture takes once it is open: some have eight bytes for each of their pixels. */
const maxOpenBytes = 200_000_000

const inTurn = createGate({ running: 2, waiting: 8 })

/**
 * Draws a JPEG or PNG anew: what is kept is pixels alone, turned as they are seen, without the place and the camera
 * that took them. Refuses one that is damaged, or too large to be opened safely: its header tells before it is read.
 */
export const redrawImage = (
  bytes: Uint8Array,
  { maxSide, crop, square = false, as }: Redraw,
): Promise<Buffer> =>
  inTurn(async () => {
    try {
      const sharp = await loadSharp()
      const options = { limitInputPixels: maxPixels, failOn: 'error', sequentialRead: true } as const
      const told = await sharp(bytes, { ...options, limitInputPixels: false }).metadata()
      if (isTooLarge(told)) return refuse('image-too-large')
      const { autoOrient } = told
      const upright = sharp(bytes, options).autoOrient().timeout({ seconds: 5 })
      const cut = crop ? upright.extract(areaOf(crop, autoOrient)) : upright
      const fitted = square
        ? cut.resize(maxSide, maxSide, { fit: 'cover' })
        : cut.resize(maxSide, maxSide, { fit: 'inside', withoutEnlargement: true })
      return await (as === 'image/png'
        ? fitted.png()
        : fitted.flatten({ background: '#fff' }).jpeg({ quality: 85 })
      )
        .toColourspace('srgb')
        .toBuffer()
    } catch (error) {
      if (error instanceof Problem) throw error
      return refuse('file-damaged')
    }
  })

/** Told by the header alone. */
const isTooLarge = ({ width, height, channels, depth }: Metadata): boolean =>
  Math.max(width, height) > maxSidePixels ||
  width * height > maxPixels ||
  width * height * channels * (depth === 'ushort' ? 2 : 1) > maxOpenBytes

/** Loaded with the first picture: a process that sees none does without its library. Only two of its readers are let in. */
const loadSharp = async () => {
  const { default: sharp } = await import('sharp')
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer'] })
  sharp.cache(false)
  return sharp
}

const areaOf = ({ left, top, width, height }: Crop, whole: { width: number; height: number }) => {
  const at = (fraction: number, side: number) => Math.min(Math.max(Math.round(fraction * side), 0), side - 1)
  const [x, y] = [at(left, whole.width), at(top, whole.height)]
  const length = (fraction: number, side: number, from: number) =>
    Math.min(Math.max(Math.round(fraction * side), 1), side - from)
  return {
    left: x,
    top: y,
    width: length(width, whole.width, x),
    height: length(height, whole.height, y),
  }
}
