import { expect, test } from 'vitest'
import { type ReadPdf, readPdf } from '../test/read-pdf.ts'
import type { Paper } from './paper.ts'
import { printPaper } from './print.ts'

const row = ['Solène d’Arvigny', '8 mars 2027', '10 mars', '9 mars', 'Acceptée']
const paper: Paper = {
  language: 'fr',
  discipline: 'intimacy',
  title: 'Preuve de diligence',
  subtitle: 'Série',
  mark: null,
  notice: { title: 'Avis', text: 'Ce que c’est.' },
  sections: [
    { heading: 'Demandes', facts: [], texts: [], grid: { columns: row, rows: Array(40).fill(row) } },
  ],
  reference: '00000000-0000-8000-a000-000000000000',
  madeAt: '2027-02-01T09:00:00.000Z',
}

test('papers wait for each other, never others for them: a turn after each row, and no more than twenty wait', async () => {
  let [turns, isOver] = [0, false]
  const others = () => {
    turns += 1
    if (!isOver) setImmediate(others)
  }
  setImmediate(others)
  const printed = await Promise.allSettled(Array.from({ length: 23 }, () => printPaper(paper)))
  isOver = true
  expect(printed.filter(({ status }) => status === 'fulfilled')).toHaveLength(21)
  expect(printed.at(-1)).toMatchObject({ reason: { code: 'overloaded', extras: { retryAfterSeconds: 2 } } })
  expect(turns).toBeGreaterThan(21 * 40)
})

/** Two pieces of text on the same spot. */
const overprinted = ({ boxes }: ReadPdf): string[] =>
  boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (other) =>
          other.page === one.page &&
          Math.abs(other.base - one.base) < 6 &&
          other.left < one.right - 0.5 &&
          one.left < other.right - 0.5,
      )
      .map((other) => `${one.text} / ${other.text}`),
  )

test.each([0, 7, 30])(
  'a row that no page can hold goes on on the next, word for word, after %i others',
  async (before) => {
    const words = (name: string, count: number) =>
      Array.from({ length: count }, (_, index) => `${name}${index + 1}`)
    const [days, places] = [words('jour', 1_500), words('lieu', 500)]
    const tall = ['Tournage', days.join(' '), places.join('\n')]
    const rows = [
      ...Array(before).fill(['Prépa', '8 mars', 'Sur place']),
      tall,
      ['Rendu', '9 mars', 'À distance'],
    ]
    const grid = { columns: ['Phase', 'Jours', 'Lieu de travail'], rows }
    const pdf = await readPdf(
      await printPaper({ ...paper, sections: [{ heading: 'Les jours', facts: [], texts: [], grid }] }),
    )
    const found = (name: string) => pdf.text.match(new RegExp(`${name}\\d+`, 'g'))
    expect(found('jour')).toEqual(days)
    expect(found('lieu')).toEqual(places)
    expect(overprinted(pdf)).toEqual([])
    // Its cells begin side by side, and no page is lost between them.
    const begins = ['Tournage', 'jour1 ', 'lieu1'].map((text) =>
      pdf.boxes.find((box) => box.text.startsWith(text)),
    )
    expect(new Set(begins.map((box) => `${box?.page} ${box?.base}`)).size).toBe(1)
    const ends = ['jour1500', 'lieu500'].map((text) => pdf.boxes.find((box) => box.text.endsWith(text))?.page)
    expect(pdf.boxes.find(({ text }) => text === 'Rendu')?.page).toBeLessThanOrEqual(
      Math.max(...ends.map(Number)) + 1,
    )
    expect(pdf.roles.filter((role) => role === 'TR').length).toBeGreaterThanOrEqual(rows.length + 1)
    expect(pdf.text.match(/Rendu/g)).toHaveLength(1)
  },
)
