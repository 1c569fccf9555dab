import type { CodeKind } from '@repere/db/vocabulary/code-kind.ts'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import type { Highlighted } from './highlights.ts'
import type { Entry, Lexicon } from './lexicon.ts'
import { fold, foldedWords, isNear, mostWords, toQueryWords, typosAllowed, wordPattern } from './words.ts'

/** A value of a filter, offered for what was typed. */
export interface CodeSuggestion {
  kind: CodeKind
  code: string
  name: Highlighted
  /** The other name it was found by: « Paris » for Île-de-France. */
  via?: Highlighted
}

/** A published person, offered for what was typed: an allow-list. */
export interface PersonSuggestion {
  kind: 'person'
  slug: string
  displayName: Highlighted
  titleForm: string
}

export type Suggestion = PersonSuggestion | CodeSuggestion

export interface Suggested {
  items: Suggestion[]
  /** What was typed before the words that a filter stands for: it stays when one is chosen. */
  rest: string
}

/** How many of each are offered: a list that is read at a glance. */
export const mostPeople = 4
const mostCodes = 5
/** A single letter says nothing yet. */
const fewestLetters = 2

/** How near a name is to what was typed, the nearest first: 2 is another name of the same value. */
type Nearness = 0 | 1 | 2 | 3

/** Whether a word begins with a typed one, or with something a typing error away from it. */
const begins = (typed: string, word: string): boolean => {
  if (word.startsWith(typed)) return true
  const most = typosAllowed(typed)
  if (most === 0) return false
  return [0, -1, 1].some((longer) => isNear(typed, word.slice(0, typed.length + longer), most))
}

/** 0: begins as typed; 1: its words do; 3: with typing errors. Each typed word is answered, or it is no answer. */
const nearnessOf = (words: readonly string[], typed: readonly string[]): 0 | 1 | 3 | undefined => {
  if (!typed.every((one) => words.some((word) => begins(one, word)))) return undefined
  if (words.join(' ').startsWith(typed.join(' '))) return 0
  return typed.every((one) => words.some((word) => word.startsWith(one))) ? 1 : 3
}

/** The text in runs, marked as far as it was typed; a word met with an error is marked whole. */
export const markTyped = (text: string, typed: readonly string[]): Highlighted => {
  const runs: Highlighted = []
  const add = (part: string, hit: boolean) => {
    if (part === '') return
    const last = runs.at(-1)
    if (last?.hit === hit) last.text += part
    else runs.push({ text: part, hit })
  }
  let end = 0
  for (const match of text.matchAll(wordPattern)) {
    const [word] = match
    const folded = fold(word)
    const met = typed.filter((one) => folded.startsWith(one)).toSorted((a, b) => b.length - a.length)[0]
    const length = met
      ? lengthOf(word, met.length)
      : typed.some((one) => begins(one, folded))
        ? word.length
        : 0
    add(text.slice(end, match.index), false)
    add(word.slice(0, length), true)
    add(word.slice(length), false)
    end = match.index + word.length
  }
  add(text.slice(end), false)
  return runs
}

/** How much of a word folds to so many letters: « œ » folds to two. */
const lengthOf = (word: string, letters: number): number => {
  let length = 0
  for (const [sign] of word.matchAll(/\P{M}\p{M}*/gu)) {
    if (fold(word.slice(0, length)).length >= letters) break
    length += sign.length
  }
  return length
}

/** The words a name is looked up by; none when too little was typed. */
export const typedWords = (q: string): string[] => {
  const words = toQueryWords(q)
  return words.join('').length < fewestLetters ? [] : words
}

/** The values that answer all that was typed, else its last words: « Léa bretagne » may mean Bretagne. */
const codesFor = (q: string, lexicon: Lexicon, locale: Locale) => {
  const parts = q.trim().split(/\s+/)
  // Of more words the first would stand for all.
  for (let first = Math.max(0, parts.length - mostWords); first < parts.length; first += 1) {
    const words = typedWords(parts.slice(first).join(' '))
    const found =
      words.length === 0 ? [] : lexicon.entries.flatMap((entry) => offer(entry, words, locale) ?? [])
    // Typing errors are forgiven when nothing is called what was typed.
    const exact = found.filter(({ nearness }) => nearness < 3)
    if (found.length > 0)
      return { found: exact.length > 0 ? exact : found, rest: parts.slice(0, first).join(' ') }
  }
  return { found: [], rest: '' }
}

interface Near<Item> {
  nearness: Nearness
  item: Item
}

/** A value by its name in the reader's language, else by another of its names; a profession by any of its titles. */
const offer = (
  { kind, code, names, texts, spelled, offered }: Entry,
  words: readonly string[],
  locale: Locale,
): Near<CodeSuggestion> | undefined => {
  if (!offered) return undefined
  const name = names?.[locale]
  const own = name === undefined ? undefined : nearnessOf(spelled.get(name) ?? [], words)
  if (name !== undefined && own !== undefined)
    return { nearness: own, item: { kind, code, name: markTyped(name, words) } }
  const others = texts.flatMap((text) => {
    const nearness = nearnessOf(spelled.get(text) ?? [], words)
    return nearness === undefined ? [] : [{ text, nearness }]
  })
  const best = others.toSorted((a, b) => a.nearness - b.nearness)[0]
  if (!best) return undefined
  const marked = markTyped(best.text, words)
  if (name === undefined) return { nearness: best.nearness, item: { kind, code, name: marked } }
  return {
    nearness: best.nearness === 3 ? 3 : 2,
    item: { kind, code, name: [{ text: name, hit: false }], via: marked },
  }
}

/** People by their names, values of filters by any of theirs; the nearest first, people before values. */
export const suggestFor = (
  q: string,
  locale: Locale,
  lexicon: Lexicon,
  people: readonly { slug: string; displayName: string; titleForm: string }[],
): Suggested => {
  const words = typedWords(q)
  const { found, rest } = codesFor(q, lexicon, locale)
  // An engine may forgive more than can be marked, or hold a name that has changed.
  const named = people.flatMap(({ slug, displayName, titleForm }): Near<PersonSuggestion>[] => {
    const nearness = nearnessOf(foldedWords(displayName), words)
    if (nearness === undefined) return []
    return [
      { nearness, item: { kind: 'person', slug, displayName: markTyped(displayName, words), titleForm } },
    ]
  })
  const all: Near<Suggestion>[] = [
    ...nearest(named).slice(0, mostPeople),
    ...nearest(found).slice(0, mostCodes),
  ]
  return { items: nearest(all).map(({ item }) => item), rest }
}

const nearest = <Item>(items: readonly Near<Item>[]) => items.toSorted((a, b) => a.nearness - b.nearness)
