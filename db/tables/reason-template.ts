import type { Generated } from 'kysely'
import type { WithdrawalCode } from '../vocabulary/credential.ts'
import type { TemplatePurpose } from '../vocabulary/template-purpose.ts'
import { column, type Dictionary } from './dictionary.ts'

/** What registrars write often, edited by themselves. */
export interface ReasonTemplateTable {
  id: Generated<string>
  purpose: TemplatePurpose
  withdrawalCode: WithdrawalCode | null
  nameFr: string
  nameEn: string
  textFr: string
  textEn: string
  position: Generated<number>
  version: Generated<number>
  updatedAt: Generated<Date>
  retiredAt: Date | null
}

export const reasonTemplate: Dictionary<ReasonTemplateTable> = {
  id: column('opaque identity', 'registrar', 'catalogue'),
  purpose: column('which decision, or a question', 'registrar', 'catalogue'),
  withdrawalCode: column('the code it brings', 'registrar', 'catalogue'),
  nameFr: column('French name in lists', 'registrar', 'catalogue'),
  nameEn: column('English name in lists', 'registrar', 'catalogue'),
  textFr: column('French text, with places for facts', 'registrar', 'catalogue'),
  textEn: column('English text, with places for facts', 'registrar', 'catalogue'),
  position: column('order of lists', 'registrar', 'catalogue'),
  version: column('against two registrars editing at once', 'registrar', 'catalogue'),
  updatedAt: column('last change', 'registrar', 'catalogue'),
  retiredAt: column('no longer offered', 'registrar', 'catalogue'),
}
