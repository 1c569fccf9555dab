import { inflateSync } from 'node:zlib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface ReadPdf {
  /** What a reader selects, line by line, page after page; furniture of the pages included. */
  text: string
  title: unknown
  language: unknown
  marked: boolean
  /** Kinds of the structure, in the order of reading: `H1`, `P`, `Table` … */
  roles: string[]
  bookmarks: string[]
  pages: number
  /** Where each piece of text stands, in points from the foot of its page. */
  boxes: { page: number; text: string; left: number; right: number; base: number }[]
  /** All that its fonts say their glyphs stand for. */
  characters: string
}

interface Node {
  role?: string
  children?: Node[]
}

const rolesOf = ({ role, children = [] }: Node): string[] => [
  ...(role ? [role] : []),
  ...children.flatMap(rolesOf),
]

/** Read from the maps in the file itself, since the library makes one of all kinds of spaces. */
const charactersOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .split('stream\n')
    .map((stream) => {
      try {
        return inflateSync(Buffer.from(stream, 'latin1'), { finishFlush: 2 }).toString('latin1')
      } catch {
        return ''
      }
    })
    .filter((stream) => stream.includes('begincmap'))
    .flatMap((map) => map.match(/(?<=[ [])<[0-9a-f]{4,}>(?=[ \]])/g) ?? [])
    .map((hex) => Buffer.from(hex.slice(1, -1), 'hex').swap16().toString('utf16le'))
    .join('')

/** Reads a PDF as somebody else's program would: with the library that browsers show them with. */
export const readPdf = async (bytes: Uint8Array): Promise<ReadPdf> => {
  const characters = charactersOf(bytes)
  const loading = getDocument({ data: bytes, verbosity: 0 })
  const pdf = await loading.promise
  const { info } = (await pdf.getMetadata()) as { info: Record<string, unknown> }
  const marks = (await pdf.getMarkInfo()) as unknown as Map<string, boolean> | null
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)))
  const texts = await Promise.all(pages.map((page) => page.getTextContent()))
  const trees = await Promise.all(pages.map((page) => page.getStructTree()))
  const outline = (await pdf.getOutline()) ?? []
  await loading.destroy()
  return {
    text: texts
      .flatMap(({ items }) =>
        items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')),
      )
      .join(''),
    title: info.Title,
    language: info.Language,
    marked: marks?.get('Marked') ?? false,
    roles: trees.flatMap((tree) => (tree ? rolesOf(tree as Node) : [])),
    bookmarks: outline.map(({ title }) => title),
    pages: pdf.numPages,
    boxes: texts.flatMap(({ items }, page) =>
      items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return []
        const [left, base] = [Number(item.transform[4]), Number(item.transform[5])]
        return [{ page, text: item.str, left, right: left + item.width, base }]
      }),
    ),
    characters,
  }
}
