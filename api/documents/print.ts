import { readFileSync } from 'node:fs'
import PDFDocument from 'pdfkit'
import type { Paper, Section } from './paper.ts'
import { createSheet, type Sheet } from './sheet.ts'

const font = (name: string) => readFileSync(new URL(`fonts/${name}.ttf`, import.meta.url))
const fonts = {
  serif: font('newsreader'),
  sans: font('instrument-sans'),
  bold: font('instrument-sans-semibold'),
}

/**
 * A paper as a PDF: A4, tagged so that screen readers read headings, facts and tables as such, with its language, its
 * title, bookmarks, and fonts that carry the characters of every glyph, so that what is selected is what is written.
 * `wide`: across, for tables of many columns.
 */
export const printPaper = async (paper: Paper, { wide = false } = {}): Promise<Uint8Array<ArrayBuffer>> => {
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
  for (const section of paper.sections) printSection(sheet, section)
  sheet.close(`Repère, ${paper.title.toLocaleLowerCase(paper.language)} ${paper.reference}`)
  pdf.end()
  return whole
}

const printSection = (sheet: Sheet, { heading, facts, texts, grid }: Section): void => {
  sheet.heading(heading)
  if (facts.length > 0) sheet.facts(facts)
  for (const text of texts) sheet.paragraph(text)
  if (grid) sheet.grid(grid)
}

const collect = (pdf: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>> =>
  new Promise((resolve, reject) => {
    const parts: Uint8Array[] = []
    pdf.on('data', (part: Uint8Array) => parts.push(part))
    pdf.on('error', reject)
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))))
  })
