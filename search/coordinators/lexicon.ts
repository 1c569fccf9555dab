import type { CodeKind } from '@repere/db/vocabulary/code-kind.ts'
import { type Discipline, disciplines } from '@repere/db/vocabulary/discipline.ts'
import { languages } from '@repere/db/vocabulary/language.ts'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import { regions } from '@repere/db/vocabulary/region.ts'
import { languagesAlsoCalled, placesAlsoCalled, skillsAlsoCalled } from './also-called.ts'
import { titleForms } from './titles.ts'
import { answers, fold, foldedWords, toQueryWords, wordsIn } from './words.ts'

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
export type CodesOfWord = Record<CodeKind, string[]>

/** The names of every code, in both languages and in the forms people type: what lets words find codes. */
export interface Lexicon {
  /** Every name of a code, for the text of a search document. */
  textsOf(kind: CodeKind, code: string): readonly string[]
  /** By the beginning of a name, or with a typing error; `exact`, by a whole word alone. */
  codesFor(word: string, how?: { exact: boolean }): CodesOfWord
  /** The codes one of whose names is typed in full, among these words in a row: « ille et vilaine » is no other place. */
  codesNamed(words: readonly string[]): CodesOfWord
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
  /** The words of each of its names and texts: folded once, and compared with every key. */
  spelled: ReadonlyMap<string, readonly string[]>
  /** Each of its texts, as it would be typed, between blanks. */
  typed: readonly string[]
}

/** One lexicon for both engines: closed words from the vocabulary, the rest from the catalogue. */
export const createLexicon = (catalogue: readonly CatalogueEntry[]): Lexicon => {
  const entries = [...closedNames(), ...catalogue.map(withOtherNames)].map(
    (entry): Entry => ({
      ...entry,
      words: new Set(entry.texts.flatMap(wordsAndJoined)),
      spelled: new Map(
        [...entry.texts, ...Object.values(entry.names ?? {})].map((text) => [text, foldedWords(text)]),
      ),
      typed: entry.texts.map((text) => inARow(toQueryWords(text))),
    }),
  )
  const texts = new Map(entries.map(({ kind, code, texts }) => [`${kind} ${code}`, texts]))
  return {
    entries,
    textsOf: (kind, code) => texts.get(`${kind} ${code}`) ?? [],
    codesFor(word, { exact } = { exact: false }) {
      return codesOf(entries.filter((entry) => (exact ? entry.words.has(word) : hasWord(entry, word))))
    },
    codesNamed(words) {
      const typed = inARow(words)
      return codesOf(entries.filter((entry) => entry.typed.some((text) => typed.includes(text))))
    },
  }
}

/** The words of the vocabulary: they change with a release alone. */
export const closedNames = (): Omit<Entry, 'words' | 'spelled' | 'typed'>[] => [
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
    texts: [...new Set([nameFr, nameEn, ...alsoCalled, ...(placesAlsoCalled[code] ?? [])])],
    offered: true,
  })),
  ...languages.map(({ code, nameFr, nameEn }) => ({
    kind: 'language' as const,
    code,
    names: { fr: nameFr, en: nameEn },
    texts: [nameFr, nameEn, ...(languagesAlsoCalled[code] ?? [])],
    offered: true,
  })),
]

const withOtherNames = (entry: CatalogueEntry): CatalogueEntry =>
  entry.kind === 'specialism'
    ? { ...entry, texts: [...entry.texts, ...(skillsAlsoCalled[entry.code] ?? [])] }
    : entry

const inARow = (words: readonly string[]) => ` ${words.join(' ')} `

const codesOf = (entries: readonly Entry[]): CodesOfWord => {
  const codes: CodesOfWord = { discipline: [], region: [], language: [], specialism: [], credential: [] }
  for (const { kind, code } of entries) codes[kind].push(code)
  return codes
}

/** Short words must be met whole: "ic" is a profession, not the beginning of one. Codes bear no typing errors. */
const hasWord = ({ kind, words }: Entry, typed: string): boolean => {
  if (words.has(typed)) return true
  if (typed.length < 3) return false
  for (const word of words)
    if (kind === 'credential' ? word.startsWith(typed) : answers(typed, word)) return true
  return false
}

/** « éco-production », « post-production » are also typed in one word. Their parts are words of their own already. */
const wordsAndJoined = (text: string): string[] => {
  const words = wordsIn(text)
  const hyphened = fold(text).match(/[a-z]+-[a-z]+/g) ?? []
  const eco = words.flatMap((word, index) => (word === 'eco' ? [`${word}${words[index + 1] ?? ''}`] : []))
  return [...words, ...hyphened.map((word) => word.replace('-', '')), ...eco]
}
