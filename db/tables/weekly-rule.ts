import type { WeeklyRule } from '../vocabulary/block.ts'
import { column, type Dictionary } from './dictionary.ts'

/** The weekly pattern. */
export interface WeeklyRuleTable {
  coordinatorId: string
  weekday: number
  rule: WeeklyRule
}

export const weeklyRule: Dictionary<WeeklyRuleTable> = {
  coordinatorId: column('whose', 'nobody', 'account'),
  weekday: column('ISO weekday', 'owner', 'account', 'mine'),
  rule: column('what it says', 'owner', 'account', 'mine'),
}
