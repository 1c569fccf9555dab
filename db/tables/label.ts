import type { Generated } from 'kysely'
import type { Confidence } from '../vocabulary/catalogue.ts'
import type { Day } from '../vocabulary/day.ts'
import { column, type Dictionary } from './dictionary.ts'

/** Labels a production earns; a person has experience with them. */
export interface LabelTable {
  id: Generated<string>
  code: string
  name: string
  nameEn: string | null
  country: string
  facts: Generated<string>
  factsFr: Generated<string>
  sourceUrl: string | null
  confidence: Generated<Confidence>
  checkedOn: Day | null
  position: Generated<number>
  version: Generated<number>
  retiredAt: Date | null
}

export const label: Dictionary<LabelTable> = {
  id: column('identity of the entry', 'registrar', 'catalogue'),
  code: column('name on the wire', 'everyone', 'catalogue'),
  name: column('French name', 'everyone', 'catalogue'),
  nameEn: column('English name, where it differs', 'everyone', 'catalogue'),
  country: column('ISO 3166-1', 'everyone', 'catalogue'),
  facts: column('what it asks, English', 'everyone', 'catalogue'),
  factsFr: column('what it asks, French', 'everyone', 'catalogue'),
  sourceUrl: column('where the facts were read', 'everyone', 'catalogue'),
  confidence: column('whether a registrar must still check the facts', 'everyone', 'catalogue'),
  checkedOn: column('the day the source was read', 'everyone', 'catalogue'),
  position: column('order of lists', 'everyone', 'catalogue'),
  version: column('counts the edits', 'registrar', 'catalogue'),
  retiredAt: column('since when it is no longer offered', 'everyone', 'catalogue'),
}
