import type { CodeKind } from '@repere/db/vocabulary/code-kind.ts'
import { type RawBuilder, sql } from 'kysely'
import type { CodesOfWord, Lexicon } from '../coordinators/lexicon.ts'
import type { Near } from './spellings.ts'

/** How a person is looked at: in the tables, or in the row that is kept of them. */
export interface Look {
  /** Whether one of these codes is theirs; a region also when they live there. */
  has(kind: CodeKind, codes: readonly string[]): RawBuilder<unknown>
  /** Whether their texts answer: a condition on `c`, the coordinator. */
  reads(condition: RawBuilder<unknown>): RawBuilder<unknown>
}

/**
 * That a person answers every word: in their texts, by the beginning of a word, or by a code the word stands for
 * (a region, a skill, a title of the profession). With `near`, also by a word that is a typing error away.
 */
export const matchWords = (
  words: readonly string[],
  lexicon: Lexicon,
  look: Look,
  near?: Near,
): RawBuilder<boolean> =>
  sql.join(
    words.map((word, index) => {
      const texts = [...spellingsOf(words, word, index), ...(near?.get(word) ?? []).map(quoted)]
      const ways = [...waysByCode(lexicon.codesFor(word), look), look.reads(inTexts(texts.join(' | ')))]
      return sql`(${sql.join(ways, sql` or `)})`
    }),
    sql` and `,
  )

/**
 * How well, word by word: in the person's name best, then by a code the word names, in title and headline, and by
 * whatever else it was found by; a little better where the whole name of a place, a skill or a proof was typed.
 */
export const scoreOf = (
  words: readonly string[],
  lexicon: Lexicon,
  look: Look,
  near?: Near,
): RawBuilder<number> => {
  if (words.length === 0) return sql`0`
  const parts = [
    ...waysByCode(lexicon.codesNamed(words), look).map((way) => sql`case when ${way} then 2 else 0 end`),
    ...words.map((word) => scoreOfWord(word, lexicon, look, near)),
  ]
  return sql.join(parts, sql` + `)
}

const scoreOfWord = (word: string, lexicon: Lexicon, look: Look, near?: Near): RawBuilder<number> => {
  const { credential, ...exact } = lexicon.codesFor(word, { exact: true })
  const begun = lexicon.codesFor(word)
  const spelt = (near?.get(word) ?? []).map((one) => `${quoted(one)}:A`)
  const steps: [way: RawBuilder<unknown> | undefined, points: number][] = [
    [inTexts(`${quoted(word)}:A`), 8],
    [inTexts(`${quoted(word)}:*A`), 6],
    [anyOf(waysByCode({ ...noCodes, ...exact }, look)), 5],
    [anyOf(waysByCode({ ...noCodes, credential }, look)), 4.5],
    [inTexts(`${quoted(word)}:BC`), 4],
    [spelt.length > 0 ? inTexts(spelt.join(' | ')) : undefined, 4],
    [anyOf(waysByCode(begun, look)), 2],
    [inTexts(`${quoted(word)}:*BC`), 2],
  ]
  const cases = steps.flatMap(([way, points]) => (way ? [sql`when ${way} then ${sql.lit(points)}`] : []))
  return sql`case ${sql.join(cases, sql` `)} else 0 end`
}

const noCodes: CodesOfWord = { discipline: [], region: [], language: [], specialism: [], credential: [] }

const inTexts = (query: string) => sql`c.words @@ ${query}::tsquery`

const anyOf = (ways: readonly RawBuilder<unknown>[]) =>
  ways.length > 0 ? sql`(${sql.join(ways, sql` or `)})` : undefined

/** That a person has one of these codes, kind by kind. */
const waysByCode = (codes: CodesOfWord, look: Look): RawBuilder<unknown>[] =>
  (Object.entries(codes) as [CodeKind, string[]][]).flatMap(([kind, some]) =>
    some.length > 0 ? [look.has(kind, some)] : [],
  )

/** The word, alone, or in one piece with a neighbour: « éco production » is also written in one. */
const spellingsOf = (words: readonly string[], word: string, index: number): string[] => {
  const before = words[index - 1]
  const after = words[index + 1]
  return [
    `${quoted(word)}:*`,
    ...(before === undefined ? [] : [`${quoted(before + word)}:*`]),
    ...(after === undefined ? [] : [`${quoted(word + after)}:*`]),
    ...(/^eco.{4,}/.test(word) ? [`(eco <-> ${quoted(word.slice(3))}:*)`] : []),
  ]
}

/** Words hold letters and digits only; quoting keeps it so whatever they become. */
export const quoted = (word: string) => `'${word.replaceAll("'", '')}'`
