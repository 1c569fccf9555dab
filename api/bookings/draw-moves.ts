import { readFileSync, writeFileSync } from 'node:fs'
import { bookingStates } from '@repere/db/vocabulary/booking.ts'
import { type Move, moves } from './move-rules.ts'

const page = new URL('./moves.md', import.meta.url)
const lines = Object.entries(moves) as [string, Move][]

/** What a move leads to, for the two kinds of booking together: `option / confirmed`. */
const targetsOf = ({ to }: Move): string[] =>
  typeof to === 'string' ? [to] : [...new Set([to.option, to.firm])]

const wordsOf = (value: Move['unless']): string => {
  if (!value) return ''
  if ('option' in value)
    return value.option.length === value.firm.length
      ? value.firm.join(', ')
      : [value.option.join(', '), `firm: ${value.firm.join(', ')}`].filter(Boolean).join('; ')
  return value.join(', ')
}

const arrows = (): string[] => {
  const drawn = lines.flatMap(([name, move]) =>
    move.by.includes('registrar')
      ? []
      : move.from.flatMap((from) =>
          targetsOf(move).map((to) => ({ from, to: to === 'same' ? from : to, label: name })),
        ),
  )
  return [...Map.groupBy(drawn, ({ from, to }) => `${from} --> ${to}`)].map(
    ([arrow, group]) => `  ${arrow}: ${group.map(({ label }) => label).join(', ')}`,
  )
}

const rows = (): string[] =>
  lines.map(([name, move]) => {
    const cells = [
      `\`${name}\``,
      move.from.length > 4 ? 'any but itself' : move.from.join(', '),
      targetsOf(move).join(' / '),
      `${move.by.join(', ')}${move.inTurn ? ', in turn' : ''}`,
      move.needs?.join(', ') ?? '',
      move.due ? `when ${move.due} has come` : wordsOf(move.unless),
      move.effects?.join(', ') ?? '',
    ]
    return `| ${cells.join(' | ')} |`
  })

/** The page of the moves: a diagram and a table, drawn from the very table that decides. */
export const drawMoves = (): string =>
  `${[
    '# The moves of a booking',
    '',
    'Drawn from [`move-rules.ts`](move-rules.ts) by `npm run openapi`; a test compares. Besides what is drawn, a registrar',
    'may void a booking in any state.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    '  [*] --> requested: request',
    ...arrows(),
    ...bookingStates
      .filter(
        (state) => !lines.some(([, move]) => !move.by.includes('registrar') && move.from.includes(state)),
      )
      .map((state) => `  ${state} --> [*]`),
    '```',
    '',
    '| move | from | to | by | needs | refused while | also |',
    '|---|---|---|---|---|---|---|',
    ...rows(),
    '',
    'Where two states are named, the first is that of an option and the second that of a firm request; `same`: the state',
    'stays. Without what a move *needs* it is not offered; while something stands in the way it is offered, with the reason.',
  ].join('\n')}\n`

/** The page as it was last drawn. */
export const drawnMoves = (): string => readFileSync(page, 'utf8')

/** Draws the page anew. */
export const writeMoves = (): void => writeFileSync(page, drawMoves())
