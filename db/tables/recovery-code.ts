import { column, type Dictionary } from './dictionary.ts'

/** A single-use way in for somebody whose device is gone. */
export interface RecoveryCodeTable {
  accountId: string
  codeDigest: string
  usedAt: Date | null
}

export const recoveryCode: Dictionary<RecoveryCodeTable> = {
  accountId: column('whose', 'nobody', 'account'),
  codeDigest: column('keyed hash of the code', 'nobody', 'account'),
  usedAt: column('single use', 'owner', 'account', 'mine'),
}
