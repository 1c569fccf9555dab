import { commonRuns, commonWords } from './common-password-rules.ts'

/**
 * Whether a password is among the first to be tried: common words padded with digits and signs, a short group repeated,
 * a run of the keyboard, or the address itself. No composition rules: length does the rest.
 */
export const isCommonPassword = (password: string, email: string): boolean => {
  const folded = fold(password)
  return (
    folded === email ||
    isMailbox(folded, email) ||
    isMadeOfWords(lettersOf(folded)) ||
    isMadeOfWords(lettersOf(unmask(folded))) ||
    /^(.{1,4})\1+.{0,3}$/.test(folded) ||
    isRun(folded.replaceAll(/[^a-z0-9]/g, ''))
  )
}

const fold = (text: string) =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()

const lettersOf = (text: string) => text.replaceAll(/[^a-z]/g, '')

const masks: Record<string, string> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '€': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
}

/** `p@ssw0rd` is `password`. Padding at the end stays padding. */
const unmask = (text: string) =>
  text.replace(/[\d\W_]+$/, '').replaceAll(/[@43€1!0$57]/g, (sign) => masks[sign] ?? sign)

/** One common word, or two in a row: `motdepasse`, `bonjourparis`. Nothing but digits and signs counts as made of none. */
const isMadeOfWords = (letters: string): boolean => {
  if (commonWords.has(letters)) return true
  for (let cut = 3; cut <= letters.length - 3; cut += 1)
    if (commonWords.has(letters.slice(0, cut)) && commonWords.has(letters.slice(cut))) return true
  return false
}

const isMailbox = (folded: string, email: string): boolean => {
  const [mailbox = ''] = email.split('@')
  const plain = mailbox.replaceAll(/[^a-z0-9]/g, '')
  return (
    mailbox.length >= 4 &&
    folded.replaceAll(/[^a-z0-9]/g, '').replace(/\d+$/, '') === plain.replace(/\d+$/, '')
  )
}

/** A piece of a common run, forwards or backwards, whatever is padded behind it. */
const isRun = (text: string): boolean =>
  text.length > 0 &&
  commonRuns.some((run) => [run, [...run].reverse().join('')].some((way) => covers(way, text)))

const covers = (run: string, text: string) =>
  run.includes(text) || (text.length >= 12 && run.includes(text.slice(0, Math.max(8, text.length - 4))))
