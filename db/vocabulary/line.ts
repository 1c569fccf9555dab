/** Invisible signs that turn the direction of what follows: they come along when text is pasted, and can fake a name. */
export const withoutTurns = (text: string): string => text.replace(/\p{Bidi_Control}/gu, '')

/** Words that are searched for, as one line: without signs that say nothing, of which Postgres refuses some. */
export const toPlainLine = (text: string): string =>
  withoutTurns(text)
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .toWellFormed()
    .trim()
