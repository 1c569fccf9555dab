import { type RawBuilder, sql } from 'kysely'
import type { Lexicon } from '../coordinators/lexicon.ts'
import { typosAllowed } from '../coordinators/words.ts'

/** How like a word of a short text must be to pass for it with a typing error, from 0 to 1. */
export const alike = 0.45

/**
 * That a person answers every word: in their texts, by the beginning of a word, or by a code the word stands for
 * (a region, a skill, a title of the profession). `tolerant` also takes words with a typing error.
 */
export const matchWords = (
  words: readonly string[],
  lexicon: Lexicon,
  { tolerant }: { tolerant: boolean },
): RawBuilder<boolean> =>
  sql.join(
    words.map(
      (word, index) => sql`(${sql.join(waysToMatch(words, word, index, lexicon, tolerant), sql` or `)})`,
    ),
    sql` and `,
  )

/** How well: words met in the name count most, then in title and headline. */
export const scoreOf = (words: readonly string[]): RawBuilder<number> =>
  words.length === 0
    ? sql`0`
    : sql.join(
        words.map(
          (word) => sql`case when c.words @@ ${`${quoted(word)}:*A`}::tsquery then 3
            when c.words @@ ${`${quoted(word)}:*BC`}::tsquery then 1 else 0 end`,
        ),
        sql` + `,
      )

const waysToMatch = (
  words: readonly string[],
  word: string,
  index: number,
  lexicon: Lexicon,
  tolerant: boolean,
): RawBuilder<unknown>[] => {
  const codes = lexicon.codesFor(word)
  const ways: RawBuilder<unknown>[] = [
    sql`c.words @@ ${spellingsOf(words, word, index).join(' | ')}::tsquery`,
  ]
  if (codes.discipline.length > 0) ways.push(sql`c.disciplines && ${codes.discipline}::text[]`)
  if (codes.region.length > 0)
    ways.push(sql`c.regions && ${codes.region}::text[]`, sql`c.base_region = any(${codes.region}::text[])`)
  if (codes.specialism.length > 0) ways.push(sql`c.specialisms && ${codes.specialism}::text[]`)
  if (codes.language.length > 0) ways.push(sql`spoken.codes && ${codes.language}::text[]`)
  if (codes.credential.length > 0) ways.push(sql`proof.declared && ${codes.credential}::text[]`)
  if (tolerant && typosAllowed(word) > 0) ways.push(sql`word_similarity(${word}, c.spelt) >= ${alike}`)
  return ways
}

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
