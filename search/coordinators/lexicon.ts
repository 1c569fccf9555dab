import { type Discipline, disciplines } from '@repere/db/vocabulary/discipline.ts'
import { languages } from '@repere/db/vocabulary/language.ts'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import { regions } from '@repere/db/vocabulary/region.ts'
import { titleForms } from './titles.ts'
import { answers, wordsIn } from './words.ts'

/** What a code is a code of. */
export type CodeKind = 'discipline' | 'region' | 'language' | 'specialism' | 'credential'

/** A name of the catalogue that a registrar may change. */
export interface CatalogueEntry {
  kind: 'specialism' | 'credential'
  code: string
  names: Record<Locale, string>
  texts: readonly string[]
  /** Whether somebody may choose it: neither retired nor still in creation. */
  offered: boolean
}

/** The codes a typed word stands for: "rennes" for Bretagne, "directrice" for a profession. */
type CodesOfWord = Record<CodeKind, string[]>

/** The names of every code, in both languages and in the forms people type: what lets words find codes. */
export interface Lexicon {
  /** Every name of a code, for the text of a search document. */
  textsOf(kind: CodeKind, code: string): readonly string[]
  codesFor(word: string): CodesOfWord
  entries: readonly Entry[]
}

export interface Entry {
  kind: CodeKind
  code: string
  /** What it is called; a profession has its titles alone. */
  names?: Record<Locale, string>
  texts: readonly string[]
  offered: boolean
  words: ReadonlySet<string>
}

/** One lexicon for both engines: closed words from the vocabulary, the rest from the catalogue. */
export const createLexicon = (catalogue: readonly CatalogueEntry[]): Lexicon => {
  const entries = [...closedNames(), ...catalogue].map(
    (entry): Entry => ({ ...entry, words: new Set(entry.texts.flatMap(wordsIn).flatMap(withJoined)) }),
  )
  const texts = new Map(entries.map(({ kind, code, texts }) => [`${kind} ${code}`, texts]))
  return {
    entries,
    textsOf: (kind, code) => texts.get(`${kind} ${code}`) ?? [],
    codesFor(word) {
      const codes: CodesOfWord = { discipline: [], region: [], language: [], specialism: [], credential: [] }
      for (const entry of entries) if (hasWord(entry, word)) codes[entry.kind].push(entry.code)
      return codes
    },
  }
}

const closedNames = (): Omit<Entry, 'words'>[] => [
  ...disciplines.map((code: Discipline) => ({
    kind: 'discipline' as const,
    code,
    texts: titleForms[code],
    offered: true,
  })),
  ...regions.map(({ code, nameFr, nameEn, alsoCalled }) => ({
    kind: 'region' as const,
    code,
    names: { fr: nameFr, en: nameEn },
    texts: [...new Set([nameFr, nameEn, ...alsoCalled])],
    offered: true,
  })),
  ...languages.map(({ code, nameFr, nameEn }) => ({
    kind: 'language' as const,
    code,
    names: { fr: nameFr, en: nameEn },
    texts: [nameFr, nameEn],
    offered: true,
  })),
]

/** Short words must be met whole: "ic" is a profession, not the beginning of one. */
const hasWord = ({ words }: Entry, typed: string): boolean => {
  if (words.has(typed)) return true
  if (typed.length < 3) return false
  for (const word of words) if (answers(typed, word)) return true
  return false
}

/** « éco-production » is also typed in one word. Its parts are words of their own already. */
const withJoined = (word: string, index: number, all: readonly string[]): string[] => {
  const next = all[index + 1]
  return word === 'eco' && next !== undefined ? [word, word + next] : [word]
}
