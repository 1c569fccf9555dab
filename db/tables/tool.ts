import type { Generated } from 'kysely'
import { column, type Dictionary } from './dictionary.ts'

/** Carbon calculators and the like: skills. */
export interface ToolTable {
  code: string
  name: string
  url: string | null
  position: Generated<number>
}

export const tool: Dictionary<ToolTable> = {
  code: column('name on the wire', 'everyone', 'catalogue'),
  name: column('name', 'everyone', 'catalogue'),
  url: column('where it lives', 'everyone', 'catalogue'),
  position: column('order of lists', 'everyone', 'catalogue'),
}
