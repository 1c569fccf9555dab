import type { BookingSummary } from '@repere/api/client.ts'

/**
 * Whether a booking awaits its reader: terms in their turn, an option to confirm, an extension to grant. What they
 * asked or proposed themselves awaits the other side.
 */
export const awaitsReader = ({
  state,
  party,
  turn,
  allowedMoves,
}: Pick<BookingSummary, 'state' | 'party' | 'turn'> & {
  allowedMoves: readonly BookingSummary['allowedMoves'][number][]
}): boolean =>
  turn === party ||
  (state === 'option' && (party === 'production' || allowedMoves.includes('accept-extension')))
