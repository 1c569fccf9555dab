import { setImmediate as others } from 'node:timers/promises'
import type { Discipline } from '@repere/db/vocabulary/discipline.ts'
import type { Fact, Grid } from './paper.ts'
import { splitText } from './row-rules.ts'

/** Of the house’s light theme, darkened where paper asks for it. */
const ink = '#1E1A16'
const quiet = '#5A5248'
const line = '#CFC6B8'
const aubergine = '#5E2449'
const forest = '#1D5140'
const amber = '#774A00'
const tint = '#F2EDE3'

interface Style {
  font: 'serif' | 'sans' | 'bold'
  size: number
  colour?: string
  gap?: number
}

const styles = {
  title: { font: 'serif', size: 25 },
  subtitle: { font: 'sans', size: 11.5, colour: quiet },
  heading: { font: 'serif', size: 14.5 },
  body: { font: 'sans', size: 9.5, gap: 2.6 },
  strong: { font: 'bold', size: 9.5, gap: 2.6 },
  term: { font: 'sans', size: 9.5, colour: quiet, gap: 2.6 },
  note: { font: 'sans', size: 8, colour: quiet },
} as const satisfies Record<string, Style>

/** What must be left of a page for a row to begin on it that no page can hold. */
const leastOfRow = 78

interface Cell {
  text: string
  style: Style
  x: number
  wide: number
  tag: string
  scope?: string
}

export type Sheet = ReturnType<typeof createSheet>

/** Draws the parts of a paper one below the other, each tagged as what it is; what does not fit begins a page. */
export const createSheet = (pdf: PDFKit.PDFDocument, discipline: Discipline) => {
  const { left, right } = pdf.page.margins
  const width = pdf.page.width - left - right
  const root = pdf.struct('Document')
  pdf.addStructure(root)

  const use = ({ font, size, colour = ink }: Style) => pdf.font(font).fontSize(size).fillColor(colour)
  const optionsOf = ({ gap = 0 }: Style, wide: number) => ({ width: wide, lineGap: gap })
  const heightOf = (text: string, style: Style, wide: number): number => {
    use(style)
    return pdf.heightOfString(text, optionsOf(style, wide))
  }
  const write = (text: string, style: Style, x: number, y: number, wide: number): void => {
    use(style)
    pdf.text(text, x, y, optionsOf(style, wide))
  }
  const decorate = (draw: () => void): void => {
    pdf.markContent('Artifact', { type: 'Layout' })
    pdf.save()
    draw()
    pdf.restore()
    pdf.endMarkedContent()
  }
  const rule = (y: number, colour: string = line, thickness = 0.6): void =>
    decorate(() => {
      pdf
        .moveTo(left, y)
        .lineTo(left + width, y)
        .lineWidth(thickness)
        .strokeColor(colour)
        .stroke()
    })
  const footOf = (): number => pdf.page.height - pdf.page.margins.bottom
  /** Begins a page where so much does not fit on this one; answers whether it did. */
  const room = (height: number): boolean => {
    if (pdf.y + height <= footOf()) return false
    pdf.addPage()
    return true
  }
  const tallest = (cells: readonly { text: string; style: Style; wide: number }[]): number =>
    Math.max(...cells.map(({ text, style, wide }) => heightOf(text, style, wide)))
  /**
   * A row of cells side by side, each a structure element of its own. What a page cannot hold goes on on the next, all
   * cells at once; `turn` draws what a new page begins with.
   */
  const row = (cells: readonly Cell[], part: PDFKit.PDFStructureElement, turn = () => {}): void => {
    const elements = cells.map(({ tag, scope }) => pdf.struct(tag, tableOptions(scope)))
    for (const element of elements) part.add(element)
    let left = cells.map(({ text }) => text)
    for (;;) {
      const top = pdf.y
      const pieces = cells.map(({ style, wide }, index) =>
        splitText(left[index] ?? '', (head) => heightOf(head, style, wide) <= footOf() - top),
      )
      const heads = cells.flatMap((cell, index) => {
        const text = pieces[index]?.[0] ?? ''
        return text === '' ? [] : [{ ...cell, text, element: elements[index] }]
      })
      for (const { text, style, x, wide, tag, element } of heads) {
        const content = pdf.markStructureContent(tag)
        write(text, style, x, top, wide)
        pdf.endMarkedContent()
        element?.add(content)
      }
      pdf.y = top + tallest(heads)
      left = pieces.map(([, rest]) => rest)
      if (left.every((rest) => rest === '')) break
      pdf.addPage()
      turn()
    }
    for (const element of elements) element.end()
  }

  return {
    letterhead(): void {
      decorate(() => {
        pdf.rect(left, 40, 17, 5).fill(aubergine)
        pdf.rect(left + 6, 45, 5, 11).fill(forest)
        use({ font: 'serif', size: 13 })
        pdf.text('Repère', left + 25, 40, { lineBreak: false })
      })
      pdf.y = 84
    },

    title(title: string, subtitle: string): void {
      root.add(pdf.struct('H1', { title }, () => write(title, styles.title, left, pdf.y, width)))
      pdf.y += 3
      root.add(pdf.struct('P', {}, () => write(subtitle, styles.subtitle, left, pdf.y, width)))
      pdf.y += 10
    },

    /** What became of it, where nobody overlooks it. */
    mark(text: string): void {
      const style = { font: 'bold', size: 11, colour: amber } as const
      root.add(pdf.struct('P', {}, () => write(text, style, left, pdf.y, width)))
      pdf.y += 8
    },

    notice(title: string, text: string): void {
      const [x, wide] = [left + 14, width - 28]
      const height = heightOf(title, styles.strong, wide) + heightOf(text, styles.body, wide) + 22
      const top = pdf.y
      decorate(() => {
        pdf.rect(left, top, width, height).fill(tint)
        pdf.rect(left, top, 3, height).fill(discipline === 'intimacy' ? aubergine : forest)
      })
      const box = pdf.struct('Sect')
      root.add(box)
      box.add(pdf.struct('P', {}, () => write(title, styles.strong, x, top + 11, wide)))
      box.add(pdf.struct('P', {}, () => write(text, styles.body, x, pdf.y, wide)))
      pdf.y = top + height + 6
    },

    /** Stays with what follows: a heading alone at the foot of a page helps nobody. */
    heading(text: string): void {
      pdf.y += 14
      room(78)
      rule(pdf.y, ink, 1)
      pdf.y += 8
      pdf.outline.addItem(text)
      root.add(pdf.struct('H2', { title: text }, () => write(text, styles.heading, left, pdf.y, width)))
      pdf.y += 5
    },

    paragraph(text: string): void {
      room(heightOf(text, styles.body, width))
      root.add(pdf.struct('P', {}, () => write(text, styles.body, left, pdf.y, width)))
      pdf.y += 4
    },

    facts(facts: readonly Fact[]): void {
      const [terms, gap] = [128, 14]
      const [x, wide] = [left + terms + gap, width - terms - gap]
      const list = pdf.struct('L')
      root.add(list)
      for (const { term, lines } of facts) {
        const text = lines.join('\n')
        room(Math.max(heightOf(term, styles.term, terms), heightOf(text, styles.body, wide)))
        const item = pdf.struct('LI')
        list.add(item)
        row(
          [
            { text: term, style: styles.term, x: left, wide: terms, tag: 'Lbl' },
            { text, style: styles.body, x, wide, tag: 'LBody' },
          ],
          item,
        )
        item.end()
        pdf.y += 4
      }
      list.end()
    },

    /** Long tables let others through, row by row. */
    async grid({ columns, rows }: Grid): Promise<void> {
      const shares = sharesOf(columns.length)
      const gap = 14
      const cellsOf = (
        texts: readonly string[],
        style: (index: number) => Style,
        tag: (index: number) => string,
      ) =>
        texts.map((text, index) => ({
          text,
          style: style(index),
          x: left + width * shares.slice(0, index).reduce((sum, share) => sum + share, 0),
          wide: width * (shares[index] ?? 0) - gap,
          tag: tag(index),
          ...(tag(index) === 'TH' && { scope: style(index) === styles.term ? 'Column' : 'Row' }),
        }))
      const table = pdf.struct('Table')
      root.add(table)
      const lay = (cells: readonly Cell[], part: PDFKit.PDFStructureElement, turn?: () => void) => {
        const tr = pdf.struct('TR')
        part.add(tr)
        row(cells, tr, turn)
        tr.end()
        pdf.y += 4
      }
      pdf.y += 4
      const head = pdf.struct('THead')
      table.add(head)
      const headings = cellsOf(
        columns,
        () => styles.term,
        () => 'TH',
      )
      lay(headings, head)
      head.end()
      // Seen again on each page, and read out once.
      const repeatHeadings = () => {
        const [top, below] = [pdf.y, pdf.y + tallest(headings) + 4]
        decorate(() => {
          for (const { text, style, x, wide } of headings) write(text, style, x, top, wide)
        })
        pdf.y = below
      }
      const mostOfPage = footOf() - pdf.page.margins.top - tallest(headings) - 4
      const body = pdf.struct('TBody')
      table.add(body)
      for (const texts of rows) {
        await others()
        const cells = cellsOf(
          texts,
          (index) => (index === 0 ? styles.strong : styles.body),
          (index) => (index === 0 ? 'TH' : 'TD'),
        )
        const height = tallest(cells) + 8
        if (room(height > mostOfPage ? leastOfRow : height)) repeatHeadings()
        rule(pdf.y)
        pdf.y += 5
        lay(cells, body, repeatHeadings)
      }
      body.end()
      table.end()
      pdf.y += 2
    },

    /** Numbers the pages and ends the structure. */
    close(foot: string): void {
      root.end()
      const { start, count } = pdf.bufferedPageRange()
      for (let index = start; index < start + count; index += 1) {
        pdf.switchToPage(index)
        const y = pdf.page.height - 40
        pdf.page.margins.bottom = 0
        pdf.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] })
        use(styles.note)
        pdf.text(foot, left, y, { lineBreak: false })
        const page = `${index + 1}/${count}`
        pdf.text(page, left + width - pdf.widthOfString(page), y, { lineBreak: false })
        pdf.endMarkedContent()
      }
    },
  }
}

/** Which cells a heading is for; the library knows it, its declarations do not yet. */
const tableOptions = (scope: string | undefined): { title?: string; scope?: string } =>
  scope ? { scope } : {}

/** How a table's width is parted among its columns. */
const sharesOf = (count: number): readonly number[] =>
  ({ 2: [0.42, 0.58], 3: [0.27, 0.46, 0.27], 5: [0.21, 0.18, 0.24, 0.16, 0.21] })[count] ??
  Array.from({ length: count }, () => 1 / count)
