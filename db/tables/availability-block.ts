import type { ColumnType, Generated } from 'kysely'
import type { BlockKind, BlockReason, BlockSource } from '../vocabulary/block.ts'
import type { DayRange } from '../vocabulary/day.ts'
import { column, type Dictionary } from './dictionary.ts'

/** Days a coordinator marked. */
export interface AvailabilityBlockTable {
  id: Generated<string>
  coordinatorId: string
  days: ColumnType<DayRange, string, string>
  kind: BlockKind
  source: Generated<BlockSource>
  reason: BlockReason | null
  note: string | null
  createdAt: Generated<Date>
}

export const availabilityBlock: Dictionary<AvailabilityBlockTable> = {
  id: column('opaque identity', 'nobody', 'account'),
  coordinatorId: column('whose', 'nobody', 'account'),
  days: column('which days', 'owner', 'account', 'mine'),
  kind: column('what they are', 'owner', 'account', 'mine'),
  source: column('where from', 'owner', 'account', 'mine'),
  reason: column('why, as a word', 'owner', 'account', 'mine'),
  note: column('private reason', 'owner', 'account', 'mine'),
  createdAt: column('when', 'owner', 'account', 'mine'),
}
