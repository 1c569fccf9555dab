import type { Person } from './person.ts'
import { answers, fold } from './words.ts'

/** Runs of a text, those that answer the typed words marked: text nodes, never markup. */
export type Highlighted = { text: string; hit: boolean }[]

export type Highlights = Partial<Record<HighlightedField, Highlighted>>

const highlightedFields = ['displayName', 'titleForm', 'headlineFr', 'headlineEn', 'bioFr', 'bioEn'] as const

type HighlightedField = (typeof highlightedFields)[number]

/** About how much of a long text is shown around its first hit, in characters. */
const excerpt = 180

/** Where the typed words are met, field by field; undefined when in none of the texts shown. */
export const highlight = (person: Person, words: readonly string[]): Highlights | undefined => {
  if (words.length === 0) return undefined
  const found = highlightedFields.flatMap((field) => {
    const runs = markWords(person[field] ?? '', words)
    if (!runs.some(({ hit }) => hit)) return []
    return [[field, field.startsWith('bio') ? cutAround(runs) : runs] as const]
  })
  return found.length > 0 ? Object.fromEntries(found) : undefined
}

/** A text in runs: each word that answers one of the typed words is a hit. */
export const markWords = (text: string, words: readonly string[]): Highlighted => {
  const runs: Highlighted = []
  const add = (part: string, hit: boolean) => {
    const last = runs.at(-1)
    if (part === '') return
    if (last && last.hit === hit) last.text += part
    else runs.push({ text: part, hit })
  }
  let end = 0
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const folded = fold(match[0])
    const hit = words.some((word) => (word.length < 3 ? folded === word : answers(word, folded)))
    add(text.slice(end, match.index), false)
    add(match[0], hit)
    end = match.index + match[0].length
  }
  add(text.slice(end), false)
  return runs
}

/** The runs near the first hit, with an ellipsis where text was left out. */
const cutAround = (runs: Highlighted): Highlighted => {
  const first = runs.findIndex(({ hit }) => hit)
  const before = runs[first - 1]
  const kept: Highlighted = before ? [{ text: lastWords(before.text, excerpt / 3), hit: false }] : []
  let length = 0
  for (const run of runs.slice(first)) {
    if (length >= excerpt) return kept
    kept.push(run.hit ? run : { text: firstWords(run.text, excerpt - length), hit: false })
    length += run.text.length
  }
  return kept
}

const lastWords = (text: string, length: number) =>
  text.length <= length ? text : `…${text.slice(-length).replace(/^\S*/, '')}`

const firstWords = (text: string, length: number) =>
  text.length <= length ? text : `${text.slice(0, length).replace(/\S*$/, '')}…`
