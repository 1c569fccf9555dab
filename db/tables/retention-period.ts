import type { RetentionRule } from '../vocabulary/retention.ts'
import { column, type Dictionary } from './dictionary.ts'

/** How long what is kept for a while is kept. */
export interface RetentionPeriodTable {
  rule: RetentionRule
  days: number
  leastDays: number
  mostDays: number
  changedAt: Date | null
  changedBy: string | null
}

export const retentionPeriod: Dictionary<RetentionPeriodTable> = {
  rule: column('what goes', 'registrar', 'catalogue'),
  days: column('after how many days', 'registrar', 'catalogue'),
  leastDays: column('no shorter than this', 'registrar', 'catalogue'),
  mostDays: column('no longer than this', 'registrar', 'catalogue'),
  changedAt: column('last change', 'registrar', 'catalogue'),
  changedBy: column('which registrar, opaque', 'nobody', 'catalogue'),
}
