import type { Db } from '@repere/db'
import { sql } from 'kysely'
import { isNear, typosAllowed } from '../coordinators/words.ts'

/** For each typed word, the words of names, titles and headlines that are a typing error away. */
export type Near = ReadonlyMap<string, readonly string[]>

const keptForMs = 60_000

/**
 * Looks typed words up among all words that are in use. The list is kept for a minute: reading it costs more than a
 * search, and whoever came since is found by their right spelling all the same.
 */
export const createSpellings = (db: Db) => {
  let kept: { at: number; words: Promise<string[]> } | undefined
  const known = (): Promise<string[]> => {
    if (kept && performance.now() - kept.at < keptForMs) return kept.words
    const reading = { at: performance.now(), words: readWords(db) }
    reading.words.catch(() => {
      if (kept === reading) kept = undefined
    })
    kept = reading
    return reading.words
  }
  return async (typed: readonly string[]): Promise<Near> => {
    const words = await known()
    return new Map(typed.map((word) => [word, nearTo(word, words)]))
  }
}

const nearTo = (typed: string, words: readonly string[]): string[] => {
  const most = typosAllowed(typed)
  return most === 0 ? [] : words.filter((word) => word !== typed && isNear(typed, word, most))
}

const readWords = async (db: Db): Promise<string[]> => {
  const { rows } = await sql<{ word: string }>`
    select distinct word from coordinator, unnest(tsvector_to_array(ts_filter(words, '{a,b,c}'))) as word
    where published_at is not null and length(word) > 3`.execute(db)
  return rows.map(({ word }) => word)
}
