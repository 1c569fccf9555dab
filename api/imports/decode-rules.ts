import type { ListEncoding, ListFault } from '@repere/db/vocabulary/import.ts'

export type Decoded =
  | { ok: true; text: string; encoding: ListEncoding }
  | { ok: false; because: ListFault; row?: number }

/**
 * A file as text, whatever wrote it: UTF-8 or UTF-16 with and without a mark, or the code page of old Windows
 * programs. Lines are judged one by one, so that a list pasted together from two programs is read right, too.
 */
export const decode = (bytes: Uint8Array): Decoded => {
  if (bytes.length === 0) return { ok: false, because: 'empty' }
  const kind = kindOf(bytes)
  if (kind) return { ok: false, because: kind }
  const wide = wideOrder(bytes)
  const { text, encoding } = wide
    ? { text: new TextDecoder(wide).decode(bytes), encoding: 'utf-16' as const }
    : decodeNarrow(bytes)
  if (text.trim() === '') return { ok: false, because: 'empty' }
  const strange = text.search(unreadable)
  if (strange >= 0) return { ok: false, because: 'unreadable-character', row: lineAt(text, strange) }
  return { ok: true, text, encoding }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what no list holds
const unreadable = /[\u0000-\u0008\u000e-\u001f\p{Cs}\ufffd]/u

const lineAt = (text: string, index: number) => text.slice(0, index).split(/\r\n?|\n/).length

const beginnings: readonly (readonly [ListFault, readonly number[]])[] = [
  ['workbook', [0x50, 0x4b, 0x03, 0x04]],
  ['workbook', [0xd0, 0xcf, 0x11, 0xe0]],
  ['not-text', [0x25, 0x50, 0x44, 0x46]],
  ['not-text', [0x89, 0x50, 0x4e, 0x47]],
  ['not-text', [0xff, 0xd8, 0xff]],
  ['not-text', [0x47, 0x49, 0x46, 0x38]],
  ['not-text', [0x1f, 0x8b]],
  ['not-text', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
]

/** What a file is by its first bytes, when it is no list: its name says nothing. */
const kindOf = (bytes: Uint8Array): ListFault | undefined => {
  const known = beginnings.find(([, start]) => start.every((byte, index) => bytes[index] === byte))
  if (known) return known[0]
  const head = String.fromCharCode(...bytes.subarray(0, 64))
  return /^[^a-z<]{0,4}<(!doctype|html|\?xml)/i.test(head.trimStart()) ? 'not-text' : undefined
}

/** The order of bytes of UTF-16, by its mark or by where the zeros of Latin letters fall. */
const wideOrder = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const head = bytes.subarray(0, 4_000)
  const zerosAt = (rest: number) => head.filter((byte, index) => index % 2 === rest && byte === 0).length
  const [even, odd, half] = [zerosAt(0), zerosAt(1), Math.floor(head.length / 2)]
  if (half >= 2 && odd > half * 0.4 && even < half * 0.1) return 'utf-16le'
  if (half >= 2 && even > half * 0.4 && odd < half * 0.1) return 'utf-16be'
  return undefined
}

const decodeNarrow = (bytes: Uint8Array): { text: string; encoding: ListEncoding } => {
  const strict = new TextDecoder('utf-8', { fatal: true })
  const old = new TextDecoder('windows-1252')
  try {
    return { text: strict.decode(bytes), encoding: 'utf-8' }
  } catch {
    let modern = false
    const lines = splitLines(bytes).map((line) => {
      try {
        const text = strict.decode(line)
        modern ||= line.some((byte) => byte > 0x7f)
        return text
      } catch {
        return old.decode(line)
      }
    })
    return { text: lines.join(''), encoding: modern ? 'mixed' : 'windows-1252' }
  }
}

/** Each line with its end. */
const splitLines = (bytes: Uint8Array): Uint8Array[] => {
  const lines: Uint8Array[] = []
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(0x0a, from)
    const to = end < 0 ? bytes.length : end + 1
    lines.push(bytes.subarray(from, to))
    from = to
  }
  return lines
}
