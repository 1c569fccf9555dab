import type { Locale } from '@repere/db/vocabulary/locale.ts'
import { memoEn } from './memo-en.ts'
import { memoFr } from './memo-fr.ts'
import type { MemoWords } from './memo-words.ts'

export const memoWords: Record<Locale, MemoWords> = { fr: memoFr, en: memoEn }
