import { bookingMoves, bookingStates } from '@repere/db/vocabulary/booking.ts'
import { expect, test } from 'vitest'
import { drawMoves, drawnMoves } from './draw-moves.ts'

test('the page of the moves says what the table says', () => {
  expect(drawnMoves(), 'run `npm run openapi` and commit the result').toBe(drawMoves())
})

test('every state and every move of the vocabulary is on it', () => {
  const page = drawMoves()
  for (const state of bookingStates) expect(page).toContain(state)
  for (const move of bookingMoves) expect(page).toContain(`| \`${move}\` |`)
})
