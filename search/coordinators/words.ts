/** Small words, and those of whoever asks: they say nothing of a person. Left out of what was typed, and of both engines. */
export const stopWords: readonly string[] = (
  'a au aux avec ce ces d dans de des du elle en et il j je l la le les leur mais ma me mes n ne nos notre nous on ou ' +
  'par parlant parle pas pour qu que qui s sa se ses si son sur ta te tes un une vos votre vous y ' +
  'besoin cherche cherchons dispo disponible disponibles quelqu recherche recherchons urgent ' +
  'an and at available by for from i in is it looking need needed of or speaker speaking speaks the to we who with'
).split(' ')

/** More words than this say no more: the search server reads ten. */
export const mostWords = 10

/** Letters of their own that a keyboard without them writes so. */
const plain: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ð: 'd', ı: 'i', ħ: 'h', ŧ: 't' }

const ownLetters = /[łøđðıħŧ]/g

/** Whether a text has letters that are more than a letter with an accent. */
export const hasOwnLetters = (text: string): boolean => text.toLowerCase().search(ownLetters) >= 0

/**
 * One spelling for all: lower case, no accents, no ligatures, straight apostrophes. « Cœur d’Éloïse » becomes
 * "coeur d'eloise". Each character keeps its place but ligatures, which become two.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replace(ownLetters, (letter) => plain[letter] ?? letter)
    .replace(/[’ʼ`´]/g, "'")

/** « coordinateur·rice », « coordinateur.rice », « coordinateur-trice », « référent(e)s »: the ending goes. */
const inclusiveEnding =
  /(?<=[a-z]{3})[·•‧∙⋅.\-/(](?:e|trice|rice|ice|euse|ere|ne|le|fe|ve)(?:[·•‧∙⋅.\-)]*s)?\)?(?![a-z])/g

/**
 * The words of a text, folded, in order. Whatever a search server would read as an operator (quotes, a leading
 * minus) is plain text here.
 */
export const wordsIn = (text: string): string[] =>
  fold(text)
    .replace(inclusiveEnding, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** A word as it stands in a name. */
export const wordPattern = /[\p{L}\p{N}\p{M}]+/gu

/** The words of a name, each as it is compared with what is being typed. */
export const foldedWords = (text: string): string[] =>
  [...text.matchAll(wordPattern)].map(([word]) => fold(word))

/** The words to look for: small ones are dropped unless there is nothing else. */
export const toQueryWords = (q: string): string[] => {
  const words = wordsIn(q)
  const telling = words.filter((word) => !stopWords.includes(word))
  return (telling.length > 0 ? telling : words).slice(0, mostWords)
}

/** How many letters may be wrong: none below five letters or in a number, one below nine, else two. */
export const typosAllowed = (word: string): 0 | 1 | 2 =>
  word.length < 5 || /\d/.test(word) ? 0 : word.length < 9 ? 1 : 2

/** Whether a word of a text answers a typed one: it begins with it, or is a typing error away. */
export const answers = (typed: string, word: string): boolean =>
  word.startsWith(typed) || (typosAllowed(typed) > 0 && isNear(typed, word, typosAllowed(typed)))

/** Whether two words are at most `most` insertions, deletions, changes or swaps of neighbours apart. */
export const isNear = (a: string, b: string, most: number): boolean => {
  if (Math.abs(a.length - b.length) > most || a[0] !== b[0]) return false
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min(at(row, j) + 1, at(next, j - 1) + 1, at(row, j - 1) + (same ? 0 : 1))
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) cost = Math.min(cost, at(before, j - 2) + 1)
      next.push(cost)
    }
    before = row
    row = next
  }
  return at(row, b.length) <= most
}

const at = (row: readonly number[], index: number) => row[index] ?? Number.POSITIVE_INFINITY
