import type { Generated } from 'kysely'
import { column, type Dictionary } from './dictionary.ts'

/** Whom a coordinator takes no requests from. For the coordinator's eyes alone. */
export interface ContactBlockTable {
  id: Generated<string>
  coordinatorId: string
  companyId: string | null
  accountId: string | null
  createdAt: Generated<Date>
}

export const contactBlock: Dictionary<ContactBlockTable> = {
  id: column('named when it is lifted', 'owner', 'account', 'mine'),
  coordinatorId: column('who blocks', 'owner', 'account'),
  companyId: column('the company blocked', 'owner', 'account', 'mine'),
  accountId: column('the person blocked', 'owner', 'account', 'mine'),
  createdAt: column('since when', 'owner', 'account', 'mine'),
}
