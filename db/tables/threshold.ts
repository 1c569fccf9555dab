import type { Generated } from 'kysely'
import type { Confidence } from '../vocabulary/catalogue.ts'
import type { Day } from '../vocabulary/day.ts'
import { column, type Dictionary } from './dictionary.ts'

/** What a registry asks before it lists somebody; a count that is not known stays empty. */
export interface ThresholdTable {
  id: Generated<string>
  code: string
  credentialCode: string | null
  nameFr: string
  nameEn: string
  years: number | null
  credits: number | null
  daysOnSet: number | null
  productions: number | null
  factsFr: Generated<string>
  facts: Generated<string>
  sourceUrl: string | null
  confidence: Confidence
  checkedOn: Day | null
  position: Generated<number>
  version: Generated<number>
  retiredAt: Date | null
}

export const threshold: Dictionary<ThresholdTable> = {
  id: column('identity of the entry', 'registrar', 'catalogue'),
  code: column('name on the wire', 'everyone', 'catalogue'),
  credentialCode: column('the credential it leads to', 'everyone', 'catalogue'),
  nameFr: column('French name', 'everyone', 'catalogue'),
  nameEn: column('English name', 'everyone', 'catalogue'),
  years: column('years of work asked for', 'everyone', 'catalogue'),
  credits: column('paid credits asked for', 'everyone', 'catalogue'),
  daysOnSet: column('days on set asked for', 'everyone', 'catalogue'),
  productions: column('productions asked for', 'everyone', 'catalogue'),
  factsFr: column('what else it asks, French', 'everyone', 'catalogue'),
  facts: column('what else it asks, English', 'everyone', 'catalogue'),
  sourceUrl: column('where the facts were read', 'everyone', 'catalogue'),
  confidence: column('whether a registrar must still check the facts', 'everyone', 'catalogue'),
  checkedOn: column('the day the source was read', 'everyone', 'catalogue'),
  position: column('order of lists', 'everyone', 'catalogue'),
  version: column('counts the edits', 'registrar', 'catalogue'),
  retiredAt: column('since when it is no longer offered', 'everyone', 'catalogue'),
}
