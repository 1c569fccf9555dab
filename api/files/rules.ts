import type { MediaType } from '@repere/db/vocabulary/file.ts'
import { findPdfFault } from './pdf-rules.ts'

/** Why a file is not taken: each is a refusal of that name. */
export type FileFault =
  | 'file-empty'
  | 'file-too-large'
  | 'file-type-refused'
  | 'file-damaged'
  | 'file-encrypted'

export type FileVerdict = { ok: true; mediaType: MediaType } | { ok: false; because: FileFault }

export interface Accepted {
  mediaTypes: readonly MediaType[]
  maxBytes: number
}

/** What may be shown as a proof: 5 MB of PDF, JPEG or PNG. */
export const evidenceAccepted: Accepted = {
  mediaTypes: ['application/pdf', 'image/jpeg', 'image/png'],
  maxBytes: 5 * 1_048_576,
}

const signatures: Record<MediaType, readonly number[]> = {
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
}

/** What a file holds, by its first bytes: a name or a declared type proves nothing. */
export const mediaTypeOf = (bytes: Uint8Array): MediaType | undefined =>
  (Object.keys(signatures) as MediaType[]).find((type) =>
    signatures[type].every((byte, at) => bytes[at] === byte),
  )

/** Whether a file is taken, as far as its bytes tell without opening it; pictures are opened after this. */
export const judgeFile = (bytes: Uint8Array, { mediaTypes, maxBytes }: Accepted): FileVerdict => {
  if (bytes.length === 0) return { ok: false, because: 'file-empty' }
  if (bytes.length > maxBytes) return { ok: false, because: 'file-too-large' }
  const mediaType = mediaTypeOf(bytes)
  if (!mediaType || !mediaTypes.includes(mediaType)) return { ok: false, because: 'file-type-refused' }
  const fault = mediaType === 'application/pdf' ? findPdfFault(bytes) : undefined
  return fault ? { ok: false, because: fault } : { ok: true, mediaType }
}

const extensions: Record<MediaType, string> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
}

/** A name is read no further than this: what tidies it looks at a sign more than once. */
const longestRead = 400

/**
 * The name to show, whatever was sent as one: its last part, without what hides or reorders letters, ending as the
 * content does. It never names anything on a disk.
 */
export const shownName = (name: string, mediaType: MediaType): string => {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .slice(0, longestRead)
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffd]/gu, '')
    .replace(/[\s"<>|:*?]+/g, ' ')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  return `${[...plain].slice(0, 80).join('').trim() || 'document'}.${extensions[mediaType]}`
}
