import { expect, test } from 'vitest'
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
