import type { Locale } from '@repere/api/client.ts'

/** A label for every word of a closed list, in both languages: a new word does not compile until both have it. */
export type Labels<Word extends string> = Record<Locale, Record<Word, string>>
