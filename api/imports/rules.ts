import type { ImportState } from '@repere/db/vocabulary/import.ts'

/**
 * Whether an import may be stopped. Once all invitations are made there is something to stop only while mails wait,
 * which the caller has just tried to take back.
 */
export const canCancel = (state: ImportState, takenBack: number): boolean =>
  state === 'done' ? takenBack > 0 : state !== 'cancelled'

export interface Counts {
  rowCount: number
  readyCount: number
  problemCount: number
  skippedCount: number
  invitedCount: number
}

/** How far the work under way is: lines judged, then lines invited. */
export const progressOf = (state: ImportState, counts: Counts): { done: number; of: number } => {
  const { rowCount, readyCount, problemCount, skippedCount, invitedCount } = counts
  if (state === 'draft') return { done: 0, of: rowCount }
  if (state === 'checking') return { done: readyCount + problemCount + skippedCount, of: rowCount }
  if (state === 'checked') return { done: rowCount, of: rowCount }
  return { done: invitedCount, of: invitedCount + readyCount }
}
