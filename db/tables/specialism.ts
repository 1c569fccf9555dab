import type { Generated } from 'kysely'
import type { Discipline } from '../vocabulary/discipline.ts'
import { column, type Dictionary } from './dictionary.ts'

/** Skills, not identities. */
export interface SpecialismTable {
  code: string
  discipline: Discipline
  nameFr: string
  nameEn: string
  position: Generated<number>
}

export const specialism: Dictionary<SpecialismTable> = {
  code: column('name on the wire', 'everyone', 'catalogue'),
  discipline: column('whose skill', 'everyone', 'catalogue'),
  nameFr: column('French name', 'everyone', 'catalogue'),
  nameEn: column('English name', 'everyone', 'catalogue'),
  position: column('order of lists', 'everyone', 'catalogue'),
}
