import type { Generated } from 'kysely'
import type { Day } from '../vocabulary/day.ts'
import { column, type Dictionary } from './dictionary.ts'

/** A warning that a credential is about to end, kept so that it leaves once. */
export interface ExpiryReminderTable {
  credentialId: string
  endsOn: Day
  daysBefore: number
  sentAt: Generated<Date>
}

export const expiryReminder: Dictionary<ExpiryReminderTable> = {
  credentialId: column('of which', 'nobody', 'account'),
  endsOn: column('the end it warned of', 'owner', 'account', 'mine'),
  daysBefore: column('60, 30 or 7', 'owner', 'account', 'mine'),
  sentAt: column('when', 'owner', 'account', 'mine'),
}
