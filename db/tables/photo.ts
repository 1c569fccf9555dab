import type { Generated } from 'kysely'
import { column, type Dictionary } from './dictionary.ts'

/** The portrait of a coordinator, in two sizes. */
export interface PhotoTable {
  id: Generated<string>
  coordinatorId: string
  largeFileId: string
  smallFileId: string
  createdAt: Date
}

export const photo: Dictionary<PhotoTable> = {
  id: column('random public name of the picture', 'choice', 'account', 'mine'),
  coordinatorId: column('whose', 'nobody', 'account'),
  largeFileId: column('the picture for the page', 'nobody', 'account'),
  smallFileId: column('the picture for the card', 'nobody', 'account'),
  createdAt: column('since when', 'owner', 'account', 'mine'),
}
