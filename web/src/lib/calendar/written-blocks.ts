import { type BlockKind, type Calendar, type Day, rangesOf, subtract } from '@repere/api/client.ts'

type Block = Calendar['blocks'][number]

export interface WrittenBlock {
  from: Day
  to: Day
  kind: BlockKind
  source: 'manual' | 'travel'
  note: string | null
}

/** What the owner wrote: the rest comes from imports and bookings, and is never sent back. */
export const writtenBlocks = (blocks: readonly Block[]): WrittenBlock[] =>
  blocks.flatMap(({ source, ...block }) =>
    source === 'manual' || source === 'travel' ? [{ ...block, source }] : [],
  )

/** The blocks without these days: one in the middle leaves the two ends, with their note. */
export function withoutDays(blocks: readonly WrittenBlock[], days: readonly Day[]): WrittenBlock[] {
  const gone = rangesOf(days)
  return blocks.flatMap((block) => subtract([block], gone).map((range) => ({ ...block, ...range })))
}

/** The blocks with these days marked: what was said of them before gives way. */
export const withDays = (
  blocks: readonly WrittenBlock[],
  days: readonly Day[],
  mark: Pick<WrittenBlock, 'kind' | 'note'>,
): WrittenBlock[] =>
  [
    ...withoutDays(blocks, days),
    ...rangesOf(days).map((range) => ({ ...range, ...mark, source: 'manual' as const })),
  ].sort((a, b) => a.from.localeCompare(b.from))
