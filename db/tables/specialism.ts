import type { Generated } from 'kysely'
import type { Discipline } from '../vocabulary/discipline.ts'
import { column, type Dictionary } from './dictionary.ts'

/** Skills, not identities. */
export interface SpecialismTable {
  id: Generated<string>
  code: string
  discipline: Discipline
  nameFr: string
  nameEn: string
  position: Generated<number>
  version: Generated<number>
  retiredAt: Date | null
}

export const specialism: Dictionary<SpecialismTable> = {
  id: column('identity of the entry', 'registrar', 'catalogue'),
  code: column('name on the wire', 'everyone', 'catalogue'),
  discipline: column('whose skill', 'everyone', 'catalogue'),
  nameFr: column('French name', 'everyone', 'catalogue'),
  nameEn: column('English name', 'everyone', 'catalogue'),
  position: column('order of lists', 'everyone', 'catalogue'),
  version: column('counts the edits', 'registrar', 'catalogue'),
  retiredAt: column('since when it is no longer offered', 'everyone', 'catalogue'),
}
