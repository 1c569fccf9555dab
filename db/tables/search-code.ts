import type { CodeKind } from '../vocabulary/code-kind.ts'
import { column, type Dictionary } from './dictionary.ts'

/** The bit that stands for a code in the rows of the fallback search engine. */
export interface SearchCodeTable {
  kind: CodeKind
  code: string
  place: number
}

export const searchCode: Dictionary<SearchCodeTable> = {
  kind: column('what it is a code of', 'nobody', 'catalogue'),
  code: column('which', 'nobody', 'catalogue'),
  place: column('its bit', 'nobody', 'catalogue'),
}
