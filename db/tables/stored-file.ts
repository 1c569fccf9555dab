import type { Generated } from 'kysely'
import type { MediaType } from '../vocabulary/file.ts'
import { column, type Dictionary } from './dictionary.ts'

/** A file on the disk, sealed under a key of its own. */
export interface StoredFileTable {
  id: Generated<string>
  accountId: string | null
  sealingKeyId: string
  mediaType: MediaType
  sizeBytes: number
  nameSealed: Buffer
  createdAt: Generated<Date>
}

export const storedFile: Dictionary<StoredFileTable> = {
  id: column('opaque identity, its name on the disk', 'nobody', 'account'),
  accountId: column('whose', 'nobody', 'account'),
  sealingKeyId: column('what opens it', 'nobody', 'account'),
  mediaType: column('PDF or picture, by its content', 'registrar', 'account', 'mine'),
  sizeBytes: column('how large', 'registrar', 'account', 'mine'),
  nameSealed: column('as its owner called it, sealed', 'registrar', 'account', 'mine'),
  createdAt: column('when it was stored', 'registrar', 'account', 'mine'),
}
