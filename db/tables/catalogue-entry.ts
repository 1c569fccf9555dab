import type { CatalogueList } from '../vocabulary/catalogue.ts'
import { column, type Dictionary } from './dictionary.ts'

/** View: every entry of the five lists of the catalogue. */
export interface CatalogueEntryTable {
  id: string
  list: CatalogueList
  code: string
  version: number
}

export const catalogueEntry: Dictionary<CatalogueEntryTable> = {
  id: column('identity of the entry', 'registrar', 'catalogue'),
  list: column('which list it stands in', 'everyone', 'catalogue'),
  code: column('name on the wire', 'everyone', 'catalogue'),
  version: column('counts the edits', 'registrar', 'catalogue'),
}
