import type { ErasureReason } from '../vocabulary/erasure.ts'
import { column, type Dictionary } from './dictionary.ts'

/** Tombstones: replayed after a restore, so that the erased stay erased. */
export interface ErasedAccountTable {
  accountId: string
  because: ErasureReason
  erasedAt: Date
}

export const erasedAccount: Dictionary<ErasedAccountTable> = {
  accountId: column('opaque id of an account that is gone', 'nobody', 'audit'),
  because: column('who asked for it', 'nobody', 'audit'),
  erasedAt: column('when', 'nobody', 'audit'),
}
