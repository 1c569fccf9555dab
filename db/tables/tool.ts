import type { Generated } from 'kysely'
import { column, type Dictionary } from './dictionary.ts'

/** Carbon calculators and the like: skills. */
export interface ToolTable {
  id: Generated<string>
  code: string
  name: string
  nameEn: string | null
  url: string | null
  position: Generated<number>
  version: Generated<number>
  retiredAt: Date | null
}

export const tool: Dictionary<ToolTable> = {
  id: column('identity of the entry', 'registrar', 'catalogue'),
  code: column('name on the wire', 'everyone', 'catalogue'),
  name: column('French name', 'everyone', 'catalogue'),
  nameEn: column('English name, where it differs', 'everyone', 'catalogue'),
  url: column('where it lives', 'everyone', 'catalogue'),
  position: column('order of lists', 'everyone', 'catalogue'),
  version: column('counts the edits', 'registrar', 'catalogue'),
  retiredAt: column('since when it is no longer offered', 'everyone', 'catalogue'),
}
