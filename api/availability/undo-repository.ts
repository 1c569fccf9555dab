import type { Trx } from '@repere/db'
import type { KeptBlock } from '@repere/db/vocabulary/block.ts'
import type { Calendar, WrittenCalendar } from './repository.ts'

/** Keeps what was written so far beside the version that replaces it; whatever was kept before is forgotten. */
export const keepPrevious = async (
  trx: Trx,
  coordinatorId: string,
  { blocks, weekly, knownUntil }: Calendar,
  { replacedBy, now }: { replacedBy: number; now: Date },
): Promise<void> => {
  const written = blocks.flatMap(({ from, to, kind, source, reason, note }): KeptBlock[] =>
    source === 'manual' || source === 'travel' ? [{ from, to, kind, source, reason, note }] : [],
  )
  const row = {
    replacedBy,
    blocks: JSON.stringify(written),
    weekly: JSON.stringify(weekly),
    knownUntil,
    replacedAt: now,
  }
  await trx
    .insertInto('calendarPrevious')
    .values({ coordinatorId, ...row })
    .onConflict((conflict) => conflict.column('coordinatorId').doUpdateSet(row))
    .execute()
}

/** What a version replaced; undefined once something else changed, or when it was the first. */
export const findPrevious = (
  trx: Trx,
  coordinatorId: string,
  version: number,
): Promise<WrittenCalendar | undefined> =>
  trx
    .selectFrom('calendarPrevious')
    .select(['blocks', 'weekly', 'knownUntil'])
    .where('coordinatorId', '=', coordinatorId)
    .where('replacedBy', '=', version)
    .executeTakeFirst()
