import type { Generated } from 'kysely'
import type { Day } from '../vocabulary/day.ts'
import { column, type Dictionary } from './dictionary.ts'

/** A wrapped key that seals the texts of one project or booking, or one file. */
export interface SealingKeyTable {
  id: Generated<string>
  purpose: 'project' | 'booking' | 'file'
  wrapped: Buffer | null
  createdAt: Generated<Date>
  destroyAfter: Day | null
  destroyedAt: Date | null
}

export const sealingKey: Dictionary<SealingKeyTable> = {
  id: column('opaque identity', 'nobody', 'project'),
  purpose: column('what it seals', 'nobody', 'project'),
  wrapped: column('the key, under the application’s secret; null once destroyed', 'nobody', 'project'),
  createdAt: column('age', 'nobody', 'project'),
  destroyAfter: column(
    'shoot end and six months; null for a file, whose key goes with it',
    'nobody',
    'project',
  ),
  destroyedAt: column('since when nothing under it can be read', 'nobody', 'project'),
}
