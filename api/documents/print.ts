import { readFileSync } from 'node:fs'
import { setImmediate as others } from 'node:timers/promises'
import PDFDocument from 'pdfkit'
import { createGate } from '../gate.ts'
import type { Paper, Section } from './paper.ts'
import { createSheet, type Sheet } from './sheet.ts'

const font = (name: string) => readFileSync(new URL(`fonts/${name}.ttf`, import.meta.url))
const fonts = {
  serif: font('newsreader'),
  sans: font('instrument-sans'),
  bold: font('instrument-sans-semibold'),
}

/** Laying out keeps the one thread to itself: one paper at a time, and between its parts whoever waits. */
const inTurn = createGate({ running: 1, waiting: 20 })

/**
 * A paper as a PDF: A4, tagged so that screen readers read headings, facts and tables as such, with its language, its
 * title, bookmarks, and fonts that carry the characters of every glyph, so that what is selected is what is written.
 * `wide`: across, for tables of many columns.
 */
export const printPaper = (paper: Paper, { wide = false } = {}): Promise<Uint8Array<ArrayBuffer>> =>
  inTurn(() => print(paper, wide))

const print = async (paper: Paper, wide: boolean): Promise<Uint8Array<ArrayBuffer>> => {
  const made = new Date(paper.madeAt)
  const pdf = new PDFDocument({
    size: 'A4',
    layout: wide ? 'landscape' : 'portrait',
    margins: { top: 54, bottom: 62, left: 56, right: 56 },
    pdfVersion: '1.7',
    tagged: true,
    lang: paper.language === 'fr' ? 'fr-FR' : 'en-GB',
    displayTitle: true,
    bufferPages: true,
    info: {
      Title: `${paper.title} — ${paper.subtitle}`,
      Creator: 'Repère',
      Producer: 'Repère',
      CreationDate: made,
      ModDate: made,
    },
  })
  const whole = collect(pdf)
  for (const [name, bytes] of Object.entries(fonts)) pdf.registerFont(name, bytes)
  const sheet = createSheet(pdf, paper.discipline)
  sheet.letterhead()
  sheet.title(paper.title, paper.subtitle)
  if (paper.mark) sheet.mark(paper.mark)
  sheet.notice(paper.notice.title, paper.notice.text)
  for (const section of paper.sections) {
    await others()
    await printSection(sheet, section)
  }
  await others()
  sheet.close(`Repère, ${paper.title.toLocaleLowerCase(paper.language)} ${paper.reference}`)
  pdf.end()
  return whole
}

const printSection = async (sheet: Sheet, { heading, facts, texts, grid }: Section): Promise<void> => {
  sheet.heading(heading)
  if (facts.length > 0) sheet.facts(facts)
  for (const text of texts) sheet.paragraph(text)
  if (grid) await sheet.grid(grid)
}

const collect = (pdf: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>> =>
  new Promise((resolve, reject) => {
    const parts: Uint8Array[] = []
    pdf.on('data', (part: Uint8Array) => parts.push(part))
    pdf.on('error', reject)
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))))
  })
