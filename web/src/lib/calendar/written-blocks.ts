import { type Calendar, type Day, type KeptBlock, rangesOf, subtract } from '@repere/api/client.ts'

type Block = Calendar['blocks'][number]

/** What the owner wrote: the rest comes from imports and bookings, and is never sent back. */
export const writtenBlocks = (blocks: readonly Block[]): KeptBlock[] =>
  blocks.flatMap(({ source, importedAt: _, ...block }) =>
    source === 'manual' || source === 'travel' ? [{ ...block, source }] : [],
  )

/** The blocks without these days: one in the middle leaves the two ends, with their note. */
export function withoutDays(blocks: readonly KeptBlock[], days: readonly Day[]): KeptBlock[] {
  const gone = rangesOf(days)
  return blocks.flatMap((block) => subtract([block], gone).map((range) => ({ ...block, ...range })))
}

/** The blocks with these days marked: what was said of them before gives way. */
export const withDays = (
  blocks: readonly KeptBlock[],
  days: readonly Day[],
  mark: Pick<KeptBlock, 'kind' | 'note' | 'source' | 'reason'>,
): KeptBlock[] =>
  [...withoutDays(blocks, days), ...rangesOf(days).map((range) => ({ ...range, ...mark }))].sort((a, b) =>
    a.from.localeCompare(b.from),
  )
