import type { LanguageCode, LanguageLevel } from '../vocabulary/language.ts'
import { column, type Dictionary } from './dictionary.ts'

/** Working languages of a coordinator. */
export interface CoordinatorLanguageTable {
  coordinatorId: string
  code: LanguageCode
  level: LanguageLevel
}

export const coordinatorLanguage: Dictionary<CoordinatorLanguageTable> = {
  coordinatorId: column('whose', 'nobody', 'account'),
  code: column('language', 'everyone', 'account', 'mine'),
  level: column('how well', 'everyone', 'account', 'mine'),
}
