import type { Generated } from 'kysely'
import { column, type Dictionary } from './dictionary.ts'

/** Addresses that want no invitation any more, as keyed hashes. */
export interface MailRefusalTable {
  addressHash: string
  refusedAt: Generated<Date>
}

export const mailRefusal: Dictionary<MailRefusalTable> = {
  addressHash: column('keyed hash: keeps a later list from writing again', 'nobody', 'refusal'),
  refusedAt: column('since when', 'nobody', 'refusal'),
}
