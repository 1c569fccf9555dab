import type { Generated, GeneratedAlways } from 'kysely'
import type { Confidence } from '../vocabulary/catalogue.ts'
import type { CredentialKind, CredentialStatus } from '../vocabulary/credential.ts'
import type { Day } from '../vocabulary/day.ts'
import type { Discipline } from '../vocabulary/discipline.ts'
import { column, type Dictionary } from './dictionary.ts'

/** The catalogue of credentials, edited by registrars. */
export interface CredentialTypeTable {
  id: Generated<string>
  code: string
  disciplines: Discipline[]
  kind: CredentialKind
  issuer: string
  country: string
  nameFr: string
  nameEn: string
  status: CredentialStatus
  since: number | null
  validityMonths: number | null
  registrationNumber: string | null
  facts: Generated<string>
  factsFr: Generated<string>
  sourceUrl: string | null
  confidence: Confidence
  checkedOn: Day | null
  position: Generated<number>
  holdable: GeneratedAlways<boolean>
  version: Generated<number>
  retiredAt: Date | null
}

export const credentialType: Dictionary<CredentialTypeTable> = {
  id: column('identity of the entry', 'registrar', 'catalogue'),
  code: column('name on the wire', 'everyone', 'catalogue'),
  disciplines: column('which professions it serves', 'everyone', 'catalogue'),
  kind: column('certification, registry, training or safety', 'everyone', 'catalogue'),
  issuer: column('who gives it', 'everyone', 'catalogue'),
  country: column('ISO 3166-1', 'everyone', 'catalogue'),
  nameFr: column('French name', 'everyone', 'catalogue'),
  nameEn: column('English name', 'everyone', 'catalogue'),
  status: column('whether it exists yet', 'everyone', 'catalogue'),
  since: column('first year', 'everyone', 'catalogue'),
  validityMonths: column('how long one holds, where known', 'everyone', 'catalogue'),
  registrationNumber: column(
    'national register number, where one exists; never invented',
    'everyone',
    'catalogue',
  ),
  facts: column('what it takes to get one, English', 'everyone', 'catalogue'),
  factsFr: column('what it takes to get one, French', 'everyone', 'catalogue'),
  sourceUrl: column('where the facts were read', 'everyone', 'catalogue'),
  confidence: column('whether a registrar must still check the facts', 'everyone', 'catalogue'),
  checkedOn: column('the day the source was read', 'everyone', 'catalogue'),
  position: column('order of lists', 'everyone', 'catalogue'),
  holdable: column('false while in creation', 'everyone', 'catalogue'),
  version: column('counts the edits', 'registrar', 'catalogue'),
  retiredAt: column('since when it is no longer offered', 'everyone', 'catalogue'),
}
