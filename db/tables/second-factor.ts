import type { Generated } from 'kysely'
import { column, type Dictionary } from './dictionary.ts'

/** The secret by which an account's owner proves a second time who they are. */
export interface SecondFactorTable {
  accountId: string
  secretSealed: Buffer
  createdAt: Generated<Date>
  confirmedAt: Date | null
  lastStep: number | null
}

export const secondFactor: Dictionary<SecondFactorTable> = {
  accountId: column('whose', 'nobody', 'account'),
  secretSealed: column('shared with the owner’s device, sealed', 'nobody', 'account'),
  createdAt: column('age of an unfinished set-up', 'nobody', 'account'),
  confirmedAt: column('since when it is asked for', 'owner', 'account', 'mine'),
  lastStep: column('no code counts twice', 'nobody', 'account'),
}
