import workerSrc from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import jbig2 from 'pdfjs-dist/wasm/jbig2.wasm?url'
import openjpeg from 'pdfjs-dist/wasm/openjpeg.wasm?url'

/** A PDF, ready to be drawn page by page. */
export interface OpenPdf {
  pages: number
  /** Draws a page so that it is `width` CSS pixels wide, turned by quarters; a drawing under way is given up. */
  draw(page: number, canvas: HTMLCanvasElement, at: { width: number; turns: number }): Promise<void>
  /** The words of a page, where it has any: a scan has none. */
  textOf(page: number): Promise<string>
  close(): void
}

/** What a canvas may hold: beyond it browsers draw nothing at all. */
const mostPixels = 16_000_000

/** The fonts that a document may name without bringing them. */
const fonts = import.meta.glob<string>('/node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
  query: '?url',
  import: 'default',
  eager: true,
})

/** Decoders of scans, and fonts, by the names that the library asks for. */
const parts: Record<string, string> = {
  'jbig2.wasm': jbig2,
  'openjpeg.wasm': openjpeg,
  ...Object.fromEntries(Object.entries(fonts).map(([path, url]) => [path.split('/').at(-1) ?? '', url])),
}

class OwnParts {
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const address = parts[filename]
    const response = address ? await fetch(address) : undefined
    if (!response?.ok) throw new Error(`no ${filename} here`)
    return new Uint8Array(await response.arrayBuffer())
  }
}

/**
 * Opens a PDF from a protected address, asked for once. The library comes with the first one; it runs no script of a
 * document, fills in no form, and asks nothing of other places.
 */
export async function openPdf(address: string): Promise<OpenPdf> {
  const [pdfjs, response] = await Promise.all([import('pdfjs-dist'), fetch(address)])
  if (!response.ok) throw new Error(`the document answered ${response.status}`)
  pdfjs.GlobalWorkerOptions.workerSrc = workerSrc
  const loading = pdfjs.getDocument({
    data: new Uint8Array(await response.arrayBuffer()),
    BinaryDataFactory: OwnParts,
    useSystemFonts: false,
    useWorkerFetch: false,
    enableXfa: false,
  })
  const pdf = await loading.promise
  let drawing: { cancel(): void; promise: Promise<unknown> } | undefined
  return {
    pages: pdf.numPages,
    async draw(number, canvas, { width, turns }) {
      const page = await pdf.getPage(number)
      drawing?.cancel()
      await drawing?.promise.catch(() => {})
      const rotation = (page.rotate + turns * 90) % 360
      const natural = page.getViewport({ scale: 1, rotation })
      const sharpest = Math.sqrt(mostPixels / (natural.width * natural.height))
      const scale = Math.min((width / natural.width) * window.devicePixelRatio, sharpest)
      const viewport = page.getViewport({ scale, rotation })
      canvas.width = Math.floor(viewport.width)
      canvas.height = Math.floor(viewport.height)
      canvas.style.width = `${width}px`
      const task = page.render({ canvas, viewport })
      drawing = task
      await task.promise.catch((error: unknown) => {
        if (!(error instanceof pdfjs.RenderingCancelledException)) throw error
      })
    },
    async textOf(number) {
      const { items } = await (await pdf.getPage(number)).getTextContent()
      return items.map((item) => ('str' in item ? item.str : '')).join(' ')
    },
    close: () => void loading.destroy(),
  }
}
