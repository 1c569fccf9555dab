import type { Generated } from 'kysely'
import { column, type Dictionary } from './dictionary.ts'

/** Labels a production earns; a person has experience with them. */
export interface LabelTable {
  code: string
  name: string
  country: string
  facts: Generated<string>
  position: Generated<number>
}

export const label: Dictionary<LabelTable> = {
  code: column('name on the wire', 'everyone', 'catalogue'),
  name: column('name', 'everyone', 'catalogue'),
  country: column('ISO 3166-1', 'everyone', 'catalogue'),
  facts: column('what it asks', 'everyone', 'catalogue'),
  position: column('order of lists', 'everyone', 'catalogue'),
}
